/** What the content check found before is told again as long as nothing has changed, and no longer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { knowProblems } from '../../../src/build/knownProblems.ts';
import type { Parts } from '../../../src/build/resultCache.ts';
import { ownProblems } from '../../../src/concepts/checkContent.ts';
import { readContent } from '../../../src/concepts/reading/content.ts';
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
const read = () => readContent(site.root, fixtureDay).concepts;
const found = (concepts: ReturnType<typeof read>, day = fixtureDay) =>
	concepts.flatMap((concept) => ownProblems(concept, day));

beforeEach(() => {
	site = miniSite('prompts-few');
	entries.clear();
	made = 0;
});
afterEach(() => site.remove());

it('is found once, and told the same by another process', async () => {
	const problems = found(read());
	expect(problems).not.toEqual([]);
	await knowProblems(read(), fixtureDay, kept);
	expect(made).toBe(read().length);
	const again = read();
	await knowProblems(again, fixtureDay, kept);
	expect(made).toBe(again.length);
	expect(found(again)).toEqual(problems);
});

it('is looked for again after a change of any file, for that concept alone, and on another day', async () => {
	await knowProblems(read(), fixtureDay, kept);
	const before = made;
	const path = join(site.root, 'content/concepts/running-mean/index.mdx');
	writeFileSync(path, `${readFileSync(path, 'utf8')}\nTODO: more.\n`);
	const changed = read();
	await knowProblems(changed, fixtureDay, kept);
	expect(made).toBe(before + 1);
	expect(found(changed)).toEqual(found(read()));
	expect(found(changed).map(({ code }) => code)).toContain('to-do');
	await knowProblems(read(), '2030-01-01', kept);
	expect(made).toBe(before + 1 + changed.length);
});
