/** What differs between tracks stands in their records: no other file asks which track a concept is on. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { category } from '../../../src/concepts/schema/category.ts';
import { STAGES, THIRD } from '../../../src/concepts/stageNumbers.ts';
import { anchorOf, stageNumbers, stagesOf, stageTitles } from '../../../src/concepts/stages.ts';
import { trackNames, trackRules, tracks } from '../../../src/concepts/tracks.ts';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));

/** Code without its comments, which may speak of any track. */
function code(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$|<!--[\s\S]*?-->/gm, '');
}

const named = new RegExp(`(['"\`])(?:${trackNames.join('|')})\\1|\\{\\{[#^/](?:${trackNames.join('|')})\\}\\}`);

test('no file but the records names a track', async () => {
	const files = (await readdir(src, { recursive: true })).filter((file) => /\.(?:ts|tsx|astro|mjs|mdx|py)$/.test(file));
	expect(named.exec("track === 'swe'")?.[0]).toBe("'swe'");
	expect(named.exec('{{#ml}}')?.[0]).toBe('{{#ml}}');
	const naming = [];
	for (const file of files) if (named.test(code(await readFile(src + file, 'utf8')))) naming.push(file);
	expect(naming).toEqual(['concepts/tracks.ts']);
});

/** Ways to write the number of a stage, each with lines that it has to find. */
const numbered: readonly (readonly [RegExp, ...string[]])[] = [
	// How many there are.
	[
		/\b(?:of|lte\(|=== ) ?6\b(?=[^.\d])[^;]*\bstage|\bstages?\b[^;\n]*(?:\bof |lte\()6\b/,
		...[
			'z.int().check(z.gte(1), z.lte(6)) of stage',
			'`' + 'N of 6 stages done`',
			'stage: z.int().check(z.gte(1), z.lte(6))',
		],
	],
	[
		/\[1, 2, 3, 4\](?: as const\))?\.(?:every|some|filter|flatMap)\(|\b1, 2, 3, 4, 5, 6\b/,
		'[1, 2, 3, 4].every((stage) => done.includes(stage))',
		'([1, 2, 3, 4] as const).flatMap((number) =>',
	],
	// One compared with a stage, or with how far stages are read.
	[
		/\bstages?\b(?!\.length)[^;\n]{0,30}? (?:[<>]=?|[!=]==) [1-7]\b|\bnumber (?:[<>]=?|[!=]==) [2-6]\b/,
		...[
			'Number(stage) > 0 && Number(stage) < 7',
			'else if (index < EARLY && stage > 2) {',
			'const isShort = pace.stages < 4;',
		],
		...[
			'(stage) => stage.number <= 4',
			'stage.number === 5',
			'const asked = number === 5 ? page.questions : page.prompts',
		],
		...['stage === 2 ? FIGURE_MINUTES : stage === 4 ? CODE_MINUTES : 0', '{number === 3 && <Notation />}'],
	],
	[/\bswitch \([^)]*\bnumber\) \{\s*case [1-6]:/, 'switch (outline.number) {\n\t\tcase 1:\n'],
	// One handed over, or looked up by.
	[
		/\b(?:stageBlocks|markStage|has|isRead)\((?:[^()]+, )[1-6]\b|<Stage\b[^>]* number=\{[1-6]\}|<Ring\b[^>]* here=\{[1-6]\}/,
		...['stageBlocks(concept, 3)', 'has(item.concept, 5) || item.questions.every', '!done.isRead(need, 3)'],
		...['<Stage number={6}>', '<Ring size={60} here={1} kind="progress" />'],
	],
	[
		/\b\w*[sS]tages(?:Of\([^)]*\))?\??\.?\[[1-5]\]/,
		'`## $' + '{stages[4]?.title}`',
		'writtenStagesOf(track)[2]',
		'[page.stages[1], page.stages[2]]',
	],
	[
		/\bstages?(?::| =|\?:) [1-6]\b/,
		'first: 0, concepts: 0, stages: 3, questions: 0',
		'isRead(slug: string, stages = 4)',
		'readonly stages: 3 | 4',
	],
	[/'answer' \? 5 : 6\b/, "item.kind === 'read' ? item.stages : [item.kind === 'answer' ? 5 : 6]"],
	// One under a name of its own.
	[
		/\bStageNumber = [1-6]\b|\b(?:CHECK|CODE|INTUITION|QUESTIONS|RETRIEVAL|STAGE|THIRD|WRITTEN) = [1-6];|\bSTAGES = 6;/,
		...['const QUESTIONS: StageNumber = 5;', 'const CHECK = 6;'],
	],
];

test.each(numbered)('%s finds what it is for', (pattern, ...lines) => {
	for (const line of lines) expect(line).toMatch(pattern);
});

test('no file but one says by number which stage is meant, or how many there are', async () => {
	const files = (await readdir(src, { recursive: true })).filter((file) => /\.(?:ts|tsx|astro)$/.test(file));
	const found: string[] = [];
	for (const file of files.filter((name) => name !== 'concepts/stageNumbers.ts')) {
		const text = code(await readFile(src + file, 'utf8'));
		for (const [pattern] of numbered) {
			const [line] = pattern.exec(text) ?? [];
			if (line !== undefined) found.push(`${file}: ${line}`);
		}
	}
	expect(found).toEqual([]);
});

const anchors = stageNumbers.flatMap((number) => (number === THIRD ? [] : [anchorOf(number)]));

test('no file but one spells the anchor of a stage', async () => {
	const files = (await readdir(src, { recursive: true })).filter((file) => /\.(?:ts|tsx|astro)$/.test(file));
	const spelled = new RegExp(
		`(?:[cC]onceptPath\\([^()]*, |[cC]hapter [!=]== |pageAt\\(|see: |\\[(?=['"]))(['"]?)#?(?:${anchors.join('|')})\\1(?=, '[a-z]|, expected|[) ]|,$)`,
	);
	for (const line of [
		"href: conceptPath(slug, 'retrieval'),",
		"section.chapter !== 'code' && section.chapter",
		"(chapter === 'retrieval' ? 1 : 2)",
		"pageAt('#retrieval')",
		"['intuition', 'recall', 'the picture']",
		'{ id: states-it, see: big-picture, expectedFrom',
	])
		expect(line).toMatch(spelled);
	const found: string[] = [];
	for (const file of files.filter((name) => name !== 'concepts/stages.ts')) {
		const [line] = spelled.exec(code(await readFile(src + file, 'utf8'))) ?? [];
		if (line !== undefined) found.push(`${file}: ${line}`);
	}
	expect(found).toEqual([]);
});

describe.each(trackNames)('%s', (track) => {
	test('has six stages, numbered in order, each at an anchor of its own', () => {
		const stages = stagesOf(track);
		expect(stages.map(({ number }) => number)).toEqual(Array.from({ length: STAGES }, (_, index) => index + 1));
		expect(new Set(stages.map(({ anchor }) => anchor)).size).toBe(STAGES);
		expect(stages[2]).toMatchObject(tracks[track].third);
	});

	test('is a track that a category may be of', () => {
		const made = { id: 'x', title: 'X', track, description: 'x', accent: 'moss', concepts: ['x'] };
		expect(category.parse(made).track).toBe(track);
	});

	test('has something to remember of its third stage', () => {
		const { equations, internals } = trackRules[track];
		expect(equations || internals).toBe(true);
	});
});

test('titles speak of all tracks where these differ', () => {
	expect(stageTitles()).toHaveLength(STAGES);
	expect(stageTitles()[1]).toBe('Intuition');
	expect(stageTitles()[2]).toBe('The math or internals & complexity');
});
