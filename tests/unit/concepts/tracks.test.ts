/** What differs between tracks stands in their records: no other file asks which track a concept is on. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { category } from '../../../src/concepts/schema/category.ts';
import { STAGES } from '../../../src/concepts/stageNumbers.ts';
import { stagesOf, stageTitles } from '../../../src/concepts/stages.ts';
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

test('no file but the list of stages counts to six', async () => {
	const files = (await readdir(src, { recursive: true })).filter((file) => /\.(?:ts|tsx|astro)$/.test(file));
	const counting =
		/\b(?:of|lte\(|=== ) ?6\b(?=[^.\d])[^;]*\bstage|\bstages?\b[^;\n]*(?:\bof |=== |lte\()6\b|1, 2, 3, 4, 5, 6\b/;
	for (const line of ['z.int().check(z.gte(1), z.lte(6)) of stage', '`' + 'N of 6 stages done`', '[1, 2, 3, 4, 5, 6]'])
		expect(counting.test(line)).toBe(true);
	const found = [];
	for (const file of files) if (counting.test(code(await readFile(src + file, 'utf8')))) found.push(file);
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
