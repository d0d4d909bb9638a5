/**
 * `content/LIMITS.md` has every limit that an author meets, in the words of the problems themselves and of the schemas. `vitest -u`
 * writes it anew.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../src/build/jsonSchemas.ts';
import type { catalogue } from '../../src/concepts/catalogue.ts';
import { brokenSites, fixtures } from './miniSite.ts';

type Code = keyof typeof catalogue;

/** What each limit is about, by the problem that tells of it, in the order of a page. */
const subjects: Readonly<Record<string, Readonly<Partial<Record<Code, string>>>>> = {
	'The page': {
		'words-count': 'words in stages 1 to 4',
		'stage-short': 'words in each of them',
		'reading-time': 'reading time of stages 1 to 4',
		'one-breath-length': 'in one breath',
		'one-breath-lines': 'its form',
		'terms-count': 'terms',
		'term-late': 'where terms are first said',
		'side-note-long': 'words in a side note',
		'side-notes-many': 'side notes',
		'remember-count': 'the equation to remember',
		'formula-count': 'display formulas in a Step or an Equation',
		'references-few': 'references',
	},
	Diagrams: {
		'diagram-size': 'an SVG',
		'graph-wide': 'width of a graph',
	},
	'Listings and breaks': {
		'listings-few': 'listings',
		'listings-need-packages': 'listings on the standard library alone',
		'listings-without-library': 'listings with a library (track ml)',
		'listing-long': 'lines of a listing',
		'listing-wide': 'characters in a line of a listing',
		'output-long': 'lines of an output',
		'output-wide': 'characters in a line of an output',
		'breaks-few': 'breaks',
		'cases-few': 'cases of a task',
		'mistake-misses': 'what a mistake of a task finds',
		'task-wide': 'characters in a line of a task',
		'break-misses': 'what a break finds',
	},
	Questions: {
		'questions-few': 'questions, at least',
		'questions-many': 'questions, at most',
		'level-empty': 'levels',
		'level-crowded': 'questions of one level',
		'format-missing': 'formats',
		'criteria-narrow': 'criteria of a question',
		'essential-missing': 'essential criteria',
		'essential-level': 'their level',
		'answer-numbers': 'numbers in a model answer (a warning)',
	},
	Prompts: {
		'prompts-few': 'prompts',
	},
};

/** Says how many, but of nothing that an author has to keep in mind. */
const others: ReadonlySet<string> = new Set<Code>([
	'dimension-unknown',
	'dollar-lone',
	'dollar-price',
	'field-wrong',
	'frontmatter-missing',
	'highlight-outside',
	'list-short',
	'mark-unread',
	'plot-data',
	'plot-outside',
	'revision-lowered',
	'stage-missing',
	'tab-indentation',
]);

const quantity = /at most|at least|or more|or less|exactly|\d to \d|one to|\bfirst \d|\b(?:two|three|four)\b/;

/** What was expected, by the code of the problem, as the reports of the broken mini-sites have it. */
function expectations(): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const site of brokenSites()) {
		const report = readFileSync(join(fixtures, site, 'problems.txt'), 'utf8');
		for (const [, code = '', expected = ''] of report.matchAll(
			/^ {2}[\d:]+ {2}(\S+)(?: \(warning\))?\n.*\n {6}expected (.*)$/gm,
		)) {
			if (quantity.test(expected)) found.set(code, expected);
		}
	}
	return found;
}

interface Schema {
	readonly type?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minItems?: number;
	readonly minimum?: number;
	readonly maximum?: number;
}

/** The limits of fields, each with its way through the file. */
function* fieldLimits({ properties = {}, items, ...own }: Schema, path: string): Generator<readonly [string, string]> {
	const { type, maxLength, minItems, minimum, maximum } = own;
	if (maxLength !== undefined) yield [path, `at most ${maxLength} characters`];
	if (minItems !== undefined && !Array.isArray(items)) yield [path, `${minItems} or more`];
	if (type === 'integer' && minimum !== undefined && maximum !== undefined && minimum > Number.MIN_SAFE_INTEGER) {
		yield [path, maximum === Number.MAX_SAFE_INTEGER ? `${minimum} or more` : `${minimum} to ${maximum}`];
	}
	for (const [name, field] of Object.entries(properties)) yield* fieldLimits(field, path ? `${path}.${name}` : name);
	if (items) yield* fieldLimits(items, path);
}

const table = (rows: readonly (readonly [string, string])[]) =>
	[
		'| | |',
		'| --- | --- |',
		...rows.map(([what, limit]) => `| ${what} | ${limit.replaceAll('|', '\\|').replace(/<.+?>/g, '`$&`')} |`),
	].join('\n');

it('has them all, as they are', async () => {
	const expected = expectations();
	const told = new Set([...Object.values(subjects).flatMap((one) => Object.keys(one)), ...others]);
	expect(
		[...expected.keys()].filter((code) => !told.has(code)),
		'say what these limit',
	).toEqual([]);
	const sections = Object.entries(subjects).map(([title, codes]) => {
		const rows = Object.entries(codes).map(([code, what]) => [what, expected.get(code) ?? ''] as const);
		expect(rows.filter(([, limit]) => !limit)).toEqual([]);
		return `## ${title}\n\n${table(rows)}`;
	});
	const fields = [...jsonSchemas()].flatMap(([file, schema]) => {
		const rows = [...fieldLimits(JSON.parse(schema), '')].filter(([path]) => path);
		return rows.length > 0
			? [`### ${file.replace('.json', '')}\n\n${table(rows.map(([path, limit]) => [`\`${path}\``, limit]))}`]
			: [];
	});
	const page = `# Limits

Every limit of the content check, in its own words; \`npm run check\` names the place and how to mend it. Written by \`tests/build/limits.test.ts\`.

${sections.join('\n\n')}

## Fields

${fields.join('\n\n')}
`;
	await expect(page).toMatchFileSnapshot(resolve('content/LIMITS.md'));
});
