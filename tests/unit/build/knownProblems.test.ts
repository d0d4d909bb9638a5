/** What the content check found before is told again as long as nothing has changed, and no longer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { knowProblems } from '../../../src/build/knownProblems.ts';
import { problemsOf } from '../../../src/concepts/checkContent.ts';
import { startGraphviz } from '../../../src/concepts/graphviz.ts';
import type { Problem } from '../../../src/concepts/problems.ts';
import { readContent } from '../../../src/concepts/reading/content.ts';
import type { Parts } from '../../../src/resultCache.ts';
import { fixtureDay, miniSite } from '../../build/miniSite.ts';

let site: ReturnType<typeof miniSite>;
let made: number;
const entries = new Map<string, string>();
const kept = {
	async getText(parts: Parts, make: () => Promise<string>): Promise<string> {
		const key = JSON.stringify(parts.map(String));
		if (!entries.has(key)) made++;
		const text = entries.get(key) ?? (await make());
		entries.set(key, text);
		return text;
	},
};

/** Read anew, as another process would. */
const read = (day = fixtureDay) => readContent(site.root, day);
/** What the check finds, which knows what was found before. */
async function found(content = read()): Promise<readonly Problem[]> {
	await knowProblems(content, undefined, kept);
	return problemsOf(content);
}
/** What it finds that knows nothing. */
const foundAnew = () => problemsOf(read());
/** How many results were made while something was done. */
async function making(task: () => Promise<unknown>): Promise<number> {
	const before = made;
	await task();
	return made - before;
}
function edit(file: string, change: (text: string) => string): void {
	const path = join(site.root, 'content/concepts', file);
	writeFileSync(path, change(readFileSync(path, 'utf8')));
}

beforeAll(startGraphviz);
beforeEach(() => {
	site = miniSite('prompts-few');
	entries.clear();
	made = 0;
});
afterEach(() => site.remove());

it('is found once, and told the same by another process', async () => {
	const problems = foundAnew();
	expect(problems).not.toEqual([]);
	const results = 2 * read().concepts.length;
	expect(await making(found)).toBe(results);
	expect(await making(found)).toBe(0);
	expect(await found()).toEqual(problems);
});

it('is looked for again after a change of any file, for that concept alone, and by itself on another day', async () => {
	await found();
	edit('running-mean/index.mdx', (text) => `${text}\nTODO: more.\n`);
	expect(await making(found)).toBe(2);
	expect(await found()).toEqual(foundAnew());
	expect((await found()).map(({ code }) => code)).toContain('to-do');
	expect(await making(() => found(read('2030-01-01')))).toBe(read().concepts.length);
});

it('is looked for again in the concepts that link to an anchor, when it goes, and in no other', async () => {
	edit('running-mean/index.mdx', (text) => `${text}\nSee [there](/concepts/ring-buffer/#linked).\n`);
	edit('ring-buffer/index.mdx', (text) => `${text}\n### Linked [#linked]\n`);
	await found();
	edit('ring-buffer/index.mdx', (text) => text.replace('\n### Linked [#linked]\n', ''));
	// The page that changed, by itself and among the others, and the one that links to it.
	expect(await making(found)).toBe(3);
	expect(await found()).toEqual(foundAnew());
	expect((await found()).filter(({ code }) => code === 'anchor-broken')).toHaveLength(1);
});
