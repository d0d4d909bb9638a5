/** The content that is published: no problems, and on every page what a reader is promised. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { today } from '../../src/build/today.ts';
import { problemsOf } from '../../src/concepts/checkContent.ts';
import { listedSlugs, readContent } from '../../src/concepts/reading/content.ts';
import { reportOf } from '../../src/concepts/report.ts';
import { runRecord } from '../../src/concepts/schema/record.ts';

const content = readContent(resolve(import.meta.dirname, '../..'), today());

it('has no problems', () => {
	const problems = problemsOf(content);
	expect(problems, reportOf(problems)).toEqual([]);
});

it('holds concepts of the catalog only', () => {
	const slugs = content.concepts.map(({ slug }) => slug);
	expect(slugs.length).toBeGreaterThan(0);
	expect(listedSlugs(content.categories)).toEqual(expect.arrayContaining(slugs));
});

describe.each(content.concepts.map((concept) => [concept.slug, concept] as const))('%s', (_slug, concept) => {
	it('has four written stages with sections to link to', () => {
		expect(concept.outline.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
		for (const { words, sections } of concept.outline) {
			expect(words).toBeGreaterThan(100);
			expect(sections.length).toBeGreaterThan(0);
		}
	});

	it('explains in 1,600 to 2,600 words', () => {
		const words = concept.outline.reduce((sum, stage) => sum + stage.words, 0);
		expect(words).toBeGreaterThanOrEqual(1600);
		expect(words).toBeLessThanOrEqual(2600);
	});

	it('shows a picture of its idea in stage 2', () => {
		expect(concept.outline[1]?.diagrams.length).toBeGreaterThan(0);
	});

	it('has the output of each listing', () => {
		for (const file of concept.namesIn('listings', '.py')) {
			const stem = `listings/${file.replace(/\.py$/, '')}`;
			expect(concept.text(`${stem}.out`)?.trim()).toBeTruthy();
			expect(runRecord.parse(JSON.parse(concept.text(`${stem}.run.json`) ?? '')).date).toMatch(/^20\d\d-/);
		}
	});

	it('breaks its listings in at least two ways, each with another output than the listing', () => {
		const outputs = [...concept.breaks].flatMap(([file, entries]) =>
			entries.items.map((entry) => {
				const stem = `listings/${file.replace(/\.py$/, '')}`;
				return [concept.text(`${stem}.out`), concept.text(`${stem}.${entry.get('id').text}.out`)];
			}),
		);
		expect(outputs.length).toBeGreaterThanOrEqual(2);
		for (const [original, broken] of outputs) {
			expect(broken?.trim()).toBeTruthy();
			expect(broken).not.toBe(original);
		}
	});

	it('asks from junior to staff, and then for what was read in every stage', () => {
		const levels = concept.questions?.items.map((question) => question.get('level').text);
		expect(levels?.[0]).toBe('junior');
		expect(levels?.at(-1)).toBe('staff');
		const sees = new Set(concept.prompts?.items.map((prompt) => prompt.get('see').text));
		expect(sees.size).toBeGreaterThan(4);
	});
});
