import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ASKED, cut, model, QUESTIONS, SENTENCES } from '../../../../src/figures/chunks/model.ts';
import { completed, type Values } from '../../../../src/figures/parts/settings.ts';
import { recordedLines } from '../recordedOutput.ts';

const at = (values: Partial<Values<typeof model.settings>>) => model.compute(completed(model.settings, values));
const rows = recordedLines('rag', 'chunks').slice(1);

it('has the settings of the listing', () => expect(rows.length).toBeGreaterThanOrEqual(8));

it.each(rows)('prints what chunks.py printed: %s', (row) => {
	const [size, overlap, k, recall, words, percent] = (row.match(/[\d.]+/g) ?? []).map(Number);
	const shown = at({ size: size ?? 0, overlap: overlap ?? 0, k: k ?? 0 });
	expect(shown.recall).toBe(recall);
	expect(Math.abs(shown.words - (words ?? Number.NaN))).toBeLessThan(0.0501);
	expect(Math.abs(shown.percent - (percent ?? Number.NaN))).toBeLessThan(0.0501);
});

it('has the text and the questions of the listing', () => {
	const listing = readFileSync(new URL('../../../../content/concepts/rag/listings/chunks.py', import.meta.url), 'utf8');
	const words = listing.replaceAll(/\s+/g, ' ');
	expect(words).toContain(`TEXT = """${SENTENCES.join(' ')}"""`);
	expect(words).toContain(`ASKED = """${QUESTIONS.map(([question, place]) => `${question}? ${place}`).join(' ')}"""`);
});

it('covers every sentence, whatever size and overlap', () => {
	for (let size = 1; size <= SENTENCES.length; size++) {
		for (let overlap = 0; overlap < Math.min(4, size); overlap++) {
			const covered = new Set(
				cut(size, overlap).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, place) => from + place)),
			);
			expect(covered.size).toBe(SENTENCES.length);
		}
	}
});

it('finds no fewer when more chunks are retrieved', () => {
	for (const { k, size } of [1, 2, 3, 4, 5].flatMap((k) => [1, 2, 3, 5, 7].map((size) => ({ k, size })))) {
		expect(at({ size, k: k + 1 }).found).toBeGreaterThanOrEqual(at({ size, k }).found);
	}
	expect(at({ size: 4, k: 6 }).found).toBe(ASKED);
});
