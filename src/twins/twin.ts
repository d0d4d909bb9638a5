/** A concept as one Markdown file that can be read without the site: the twin of its page. */
import { type CalloutKind, calloutKinds } from '../concepts/calloutKinds.ts';
import type { ConceptPage } from '../concepts/page.ts';
import type { Symbol as NotationSymbol } from '../concepts/schema/concept.ts';
import { readListing } from '../listings/listing.ts';
import { readDiagram } from '../stages/diagram.ts';
import { type ComponentText, markdownOf } from './mdxText.ts';
import { promptsText, questionText } from './questionText.ts';

/** Where the twin's links lead. */
export interface Addresses {
	/** The page itself. */
	readonly page: string;
	/** A path from the site's root, as authors write it: `/concepts/tokenization-bpe/`. */
	readonly of: (path: string) => string;
}

function fenced(language: string, text: string): string {
	const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length + 1)));
	return `${ticks}${language}\n${text}\n${ticks}`;
}

function quoted(text: string): string {
	return text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

function componentsOf(page: ConceptPage): Record<string, ComponentText> {
	const { slug } = page.summary;
	const text = (value: string | true | undefined) => (typeof value === 'string' ? value : undefined);
	return {
		Cite: (attributes) => ` [${page.referenceNumber(text(attributes.get('id')) ?? '')}]`,
		Shape: (_, content) => content,
		Step: (_, content, position) => `**Step ${position}.**\n\n${content}`,
		Equation: (attributes, content) =>
			attributes.has('remember') ? `**The equation to remember**\n\n${content}` : content,
		Callout: (attributes, content) => {
			const { title } = calloutKinds[text(attributes.get('kind')) as CalloutKind];
			return quoted(title ? `*${title}*\n\n${content}` : content);
		},
		Diagram: (attributes, content) => {
			const { title, description } = readDiagram(slug, text(attributes.get('name')) ?? '');
			return `*Diagram: ${title}.* ${description}\n\n${content}`;
		},
		Listing: (attributes) => {
			const file = text(attributes.get('file')) ?? '';
			const { lines, record } = readListing(slug, { file, region: text(attributes.get('region')) });
			const code = fenced('python', lines.map((line) => line.text).join('\n'));
			const output = record ? `\n\nIt prints:\n\n${fenced('text', record.output)}` : '';
			return `\`${file}\`:\n\n${code}${output}`;
		},
	};
}

function notationTable(notation: readonly NotationSymbol[]): string {
	const cell = (text: string) => text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ');
	const rows = notation.map(({ latex, meaning, shape, domain, code, aloud }) =>
		[`$${latex}$`, meaning, shape ?? domain ?? '', code ? `\`${code}\`` : '', aloud].map(cell).join(' | '),
	);
	const head = ['Symbol | Meaning | Shape or domain | In code | Said aloud', '--- | --- | --- | --- | ---'];
	return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

/** Puts text at the end of the first stage and at the start of the third, where the page has it. */
function withInserts(body: string, page: ConceptPage): string {
	const { oneBreath, notation } = page.entry.data;
	const [second, third] = [page.stages[1], page.stages[2]].map((stage) => `## ${stage?.title}\n`);
	return body
		.replace(`${second}`, () => `### In one breath\n\n${oneBreath.trim()}\n\n${second}`)
		.replace(`${third}`, () => (notation.length > 0 ? `${third}\n${notationTable(notation)}\n` : `${third}`));
}

/** The whole file. */
export function twinOf(page: ConceptPage, addresses: Addresses): string {
	const { summary, entry, questions, prompts, references, stages } = page;
	const cited = (text: string) =>
		text.replaceAll(/\[@([a-z0-9-]+)\]/g, (written, id: string) => `[${page.referenceNumber(id) ?? written}]`);
	const body = markdownOf(entry.body ?? '', componentsOf(page), addresses.of);
	const facts = [
		`Category: ${summary.category.title}`,
		`Level: ${summary.level}; reading time: ${summary.minutes} min`,
		`Checked: ${summary.checked}`,
		`Page: <${addresses.page}>`,
		'License: CC BY 4.0 (text), MIT (code)',
	];
	const blocks = [
		`# ${summary.title}`,
		`> ${summary.description}`,
		facts.map((fact) => `- ${fact}`).join('\n'),
		cited(withInserts(body, page)),
		`## ${stages[4]?.title}`,
		...questions.map((question, index) => cited(questionText(question, index + 1))),
		`## ${stages[5]?.title}`,
		cited(promptsText(prompts)),
		'## References',
		references
			.map(({ authors, title, year, url }, index) => `${index + 1}. ${authors}, ${title}, ${year}. <${url}>`)
			.join('\n'),
	];
	return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
