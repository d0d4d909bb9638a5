/** The content that is published has no problems; what a page must have is the content check's to say. */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { today } from '../../src/build/today.ts';
import { problemsOf } from '../../src/concepts/checkContent.ts';
import { startGraphviz } from '../../src/concepts/graphviz.ts';
import { isWarning } from '../../src/concepts/problems.ts';
import { readContent } from '../../src/concepts/reading/content.ts';
import { reportOf } from '../../src/concepts/report.ts';

const content = readContent(resolve(import.meta.dirname, '../..'), today());

it('has no problems', async () => {
	await startGraphviz();
	const problems = problemsOf(content);
	expect(
		problems.filter((one) => !isWarning(one)),
		reportOf(problems),
	).toEqual([]);
});

it('holds concepts of the catalog only', () => {
	const slugs = content.concepts.map(({ slug }) => slug);
	expect(slugs.length).toBeGreaterThan(0);
	expect([...content.listed.slugs]).toEqual(expect.arrayContaining(slugs));
});
