/** Each broken mini-site gives exactly the report that stands beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/concepts/catalogue.ts';
import { checkContent } from '../../src/concepts/checkContent.ts';
import { reportOf } from '../../src/concepts/report.ts';
import { brokenSites, fixtureDay, fixtures, miniSite } from './miniSite.ts';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

function problemsIn(broken?: string) {
	const site = miniSite(broken);
	remove = site.remove;
	return checkContent(site.root, fixtureDay);
}

it('finds no problem in the valid mini-site', async () => {
	expect(await problemsIn()).toEqual([]);
});

it('finds none either where a clone has the line ends of Windows', async () => {
	const site = miniSite();
	remove = site.remove;
	for (const path of readdirSync(site.root, { recursive: true, withFileTypes: true })) {
		if (!path.isFile()) continue;
		const file = join(path.parentPath, path.name);
		writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
	}
	const problems = await checkContent(site.root, fixtureDay);
	expect(problems, reportOf(problems)).toEqual([]);
});

describe('a broken mini-site', () => {
	it.each(brokenSites())('%s', async (broken) => {
		const report = reportOf(await problemsIn(broken));
		await expect(`${report}\n`).toMatchFileSnapshot(join(fixtures, broken, 'problems.txt'));
	});
});

it('there is one for every kind of problem', () => {
	const reports = brokenSites().map((broken) => readFileSync(join(fixtures, broken, 'problems.txt'), 'utf8'));
	const told = new Set(
		reports.flatMap((report) =>
			[...report.matchAll(/^ {2}[\d:]+ {2}(\S+)(?: \(warning\))?$/gm)].map((match) => match[1]),
		),
	);
	expect(Object.keys(catalogue).filter((code) => !told.has(code))).toEqual([]);
});
