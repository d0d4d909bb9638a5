/**
 * A concept as a Jupyter notebook (nbformat 4.5): the stages' text, each listing as a cell with what it printed, and breaks and
 * questions as exercises.
 */

import { linesOf } from '../concepts/listing.ts';
import { withoutBindings } from '../concepts/outputs.ts';
import type { ConceptPage } from '../concepts/page.ts';
import type { Question } from '../concepts/schema/question.ts';
import { QUESTIONS, RETRIEVAL } from '../concepts/stageNumbers.ts';
import { anchorOf } from '../concepts/stages.ts';
import { requirements } from '../listings/pinned.ts';
import { excerptOf, type ShownBreak } from '../listings/shown/breaks.ts';
import { listingFiles, readListing } from '../listings/shown/listing.ts';
import { taskOf } from '../published/tasks.ts';
import harness from '../tasks/cases.py?raw';
import { type Addresses, bodyOf, citedIn, headingOf, referenceList, textOf } from './body.ts';
import { fenced } from './fenced.ts';

interface MarkdownCell {
	readonly cell_type: 'markdown';
	readonly id: string;
	readonly metadata: Record<string, never>;
	readonly source: readonly string[];
}

interface CodeCell {
	readonly cell_type: 'code';
	readonly id: string;
	readonly metadata: Record<string, unknown>;
	readonly execution_count: number | null;
	readonly outputs: readonly { output_type: 'stream'; name: 'stdout'; text: readonly string[] }[];
	readonly source: readonly string[];
}

type Cell = MarkdownCell | CodeCell;

export interface Notebook {
	readonly nbformat: 4;
	readonly nbformat_minor: 5;
	readonly metadata: Record<string, unknown>;
	readonly cells: readonly Cell[];
}

/** A text as the format keeps it: its lines, each with the newline that ends it. */
function linesWithEnds(text: string): string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function markdownCell(id: string, ...blocks: string[]): MarkdownCell {
	return { cell_type: 'markdown', id, metadata: {}, source: linesWithEnds(blocks.filter(Boolean).join('\n\n')) };
}

/** Markdown that a reader opens; the empty lines make renderers read it as Markdown still. */
function folded(title: string, ...blocks: string[]): string {
	return ['<details>', `<summary>${title}</summary>`, ...blocks, '</details>'].join('\n\n');
}

/** Splits Markdown before each heading of the second and third level; a number sign in code is none. */
export function sectionsOf(markdown: string): string[] {
	const sections: string[][] = [[]];
	let fence: string | undefined;
	for (const line of markdown.split('\n')) {
		const mark = /^ *(`{3,})/.exec(line)?.[1];
		if (fence === undefined && /^#{2,3} /.test(line)) sections.push([]);
		if (mark) fence = fence === undefined ? mark : mark.length >= fence.length ? undefined : fence;
		sections.at(-1)?.push(line);
	}
	return sections.map((lines) => lines.join('\n').trim()).filter(Boolean);
}

function breakCell(change: ShownBreak, source: string): MarkdownCell {
	const signs = { same: ' ', removed: '-', added: '+' };
	const diff = excerptOf(source, change.source).map((line) => (line ? `${signs[line.kind]}${line.text}` : ' …'));
	return markdownCell(
		`break-${change.id}`,
		`**Break it: ${change.title.trim()}**`,
		'Say what will change in the output. Then change the cell above, run it, and look.',
		fenced('diff', diff.join('\n')),
		folded('What it prints, and why', fenced('text', change.output), withoutBindings(change.expect.trim())),
	);
}

/** What the cells of listings share: which files stand already, and how many cells ran. */
class ListingCells {
	readonly #slug: string;
	readonly #shown = new Set<string>();

	constructor(slug: string) {
		this.#slug = slug;
	}

	/** The whole file where it is first shown, with its breaks; later parts of it are quoted, because they ran already. */
	of(file: string, region: string | undefined): Cell[] {
		const stem = file.replace(/\.py$/, '');
		if (this.#shown.has(file)) {
			const part = readListing(this.#slug, { file, region });
			const text = part.lines.map((line) => line.text).join('\n');
			return [markdownCell(`listing-${stem}-${region}`, `From \`${file}\`, above:`, fenced('python', text))];
		}
		this.#shown.add(file);
		const { source, record, breaks } = readListing(this.#slug, { file });
		const code: CodeCell = {
			cell_type: 'code',
			id: `listing-${stem}`,
			metadata: {},
			execution_count: this.#shown.size,
			outputs: [{ output_type: 'stream', name: 'stdout', text: linesWithEnds(`${record?.output}\n`) }],
			source: linesWithEnds(linesOf(source).join('\n')),
		};
		return [code, ...breaks.map((change) => breakCell(change, source))];
	}
}

const listingMark = /^<!--listing (\S+) ?(\S*)-->$/m;

/** Stages 1 to 4: a cell a section, and the listings between them. */
function bodyCells(page: ConceptPage, addresses: Addresses): Cell[] {
	const body = bodyOf(page, addresses, (attributes) => {
		return `<!--listing ${textOf(attributes, 'file')} ${textOf(attributes, 'region') ?? ''}-->`;
	});
	const listings = new ListingCells(page.summary.slug);
	let texts = 0;
	// What a pattern captures stands between the texts: text, file, region, text, file, region, …
	return body.split(listingMark).flatMap((part, index, parts): Cell[] => {
		if (index % 3 === 1) return listings.of(part, parts[index + 1] || undefined);
		if (index % 3 === 2) return [];
		return sectionsOf(part).map((text) => markdownCell(`text-${++texts}`, text));
	});
}

/** A cell that has not run. */
function freshCell(id: string, source: string, metadata: CodeCell['metadata'] = {}): CodeCell {
	return { cell_type: 'code', id, metadata, execution_count: null, outputs: [], source: linesWithEnds(source) };
}

/** A Python text that keeps its lines as they are. @throws Error where it has both kinds of quotes that could. */
function rawText(text: string): string {
	const quotes = ["'''", '"""'].find((mark) => !text.includes(mark));
	if (quotes === undefined) throw new Error('a text with both kinds of triple quotes cannot stand in a notebook');
	return `r${quotes}\n${text.trimEnd()}\n${quotes}`;
}

/** What the tests of all tasks are written with; long, and nothing to read, so programs that can hide it do. */
function harnessCell(): CodeCell {
	const hidden = { jupyter: { source_hidden: true }, cellView: 'form' };
	return freshCell(
		'tasks',
		`#@title What the tests of the tasks below are written with: run this once
import sys, types
cases = sys.modules["cases"] = types.ModuleType("cases")
exec(${rawText(harness)}, vars(cases))`,
		hidden,
	);
}

/** Where an answer is given: in a cell with what is given of its task and one with its tests, in an empty cell, or in words. */
function placeCells({ summary }: ConceptPage, { id, format }: Question): Cell[] {
	const task = taskOf(summary.slug, id);
	if (task) {
		return [
			freshCell(`q-${id}-try`, task.starter.trimEnd()),
			freshCell(`q-${id}-tests`, `cases.show(${rawText(task.tests)}, globals())`),
		];
	}
	return [
		format === 'coding' || format === 'debugging'
			? freshCell(`q-${id}-try`, '')
			: markdownCell(`q-${id}-try`, '*Your answer:*'),
	];
}

function questionCells(page: ConceptPage, question: Question, number: number): Cell[] {
	const { id, level, format, minutes, ask, hints, answer } = question;
	const cited = (text: string) => citedIn(page, text.trim());
	const solution = taskOf(page.summary.slug, id)?.solution;
	return [
		markdownCell(`q-${id}`, `### Exercise ${number} (${level}, ${format}, ${minutes} min)`, cited(ask)),
		...placeCells(page, question),
		markdownCell(
			`q-${id}-answer`,
			...hints.map((hint, index) => folded(hints.length > 1 ? `Hint ${index + 1}` : 'A hint', cited(hint))),
			folded('Model answer', cited(answer)),
			solution === undefined ? '' : folded('A program that passes', fenced('python', solution.trimEnd())),
		),
	];
}

/** What has to be installed to run all of it. */
function needsOf(page: ConceptPage): string {
	const { slug } = page.summary;
	const files = listingFiles(slug).filter((file) => file.endsWith('.py'));
	const imports = [...new Set(files.flatMap((file) => readListing(slug, { file }).imports))].sort();
	const packages = requirements
		.filter(({ module }) => imports.includes(module))
		.map(({ distribution }) => distribution);
	return packages.length === 0 ? 'They need nothing but Python.' : `If needed: \`%pip install ${packages.join(' ')}\`.`;
}

/** The whole notebook. Its outputs are the recorded ones. */
export function notebookOf(page: ConceptPage, addresses: Addresses): Notebook {
	const { summary, questions } = page;
	/** A notebook is opened anywhere: without the site's address it can only name the page. */
	const pageAt = (anchor: string): string =>
		URL.canParse(addresses.page) ? `<${addresses.page}${anchor}>` : `*${summary.title}*`;
	return {
		nbformat: 4,
		nbformat_minor: 5,
		metadata: {
			kernelspec: { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' },
			language_info: { name: 'python', file_extension: '.py', mimetype: 'text/x-python' },
			title: summary.title,
		},
		cells: [
			markdownCell(
				'title',
				`# ${summary.title}`,
				`> ${summary.description}`,
				`From the page ${pageAt('')}, checked ${summary.checked}. Text under CC BY 4.0, code under MIT.`,
				`The outputs are those recorded for the page. Each listing runs by itself, in any order. ${needsOf(page)}`,
			),
			...bodyCells(page, addresses),
			markdownCell(
				anchorOf(QUESTIONS),
				headingOf(page, QUESTIONS),
				'Answer aloud or in writing before you open the model answer.',
			),
			...(questions.some(({ id }) => taskOf(summary.slug, id)) ? [harnessCell()] : []),
			...questions.flatMap((question, index) => questionCells(page, question, index + 1)),
			markdownCell(
				anchorOf(RETRIEVAL),
				headingOf(page, RETRIEVAL),
				`The prompts, with rubrics and follow-ups of the questions, are on the page: ${pageAt(`#${anchorOf(RETRIEVAL)}`)}`,
			),
			markdownCell('references', '## References', referenceList(page)),
		],
	};
}
