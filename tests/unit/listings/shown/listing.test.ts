/** What the page says of a listing, read from the published content. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLong, listingFiles, readListing } from '../../../../src/listings/shown/listing.ts';

const slug = 'attention-mechanism';

describe('a listing', () => {
	it('says what it needs and what it ran on', () => {
		const { needs, imports, record } = readListing(slug, { file: 'multi_head.py' });
		expect(needs).toBe('NumPy');
		expect(imports).toEqual(['numpy']);
		expect(record?.versions).toMatch(/^CPython 3\.\d+\.\d+, NumPy \d/);
		expect(readListing(slug, { file: 'attend.py' }).needs).toBe('standard library');
	});

	it('has its output and its breaks where its end is shown, and nowhere else', () => {
		const whole = readListing(slug, { file: 'multi_head.py' });
		expect(whole.breaks.map(({ id }) => id)).toEqual(['no-transpose', 'mask-rows']);
		const part = readListing(slug, { file: 'cost.py', region: 'count' });
		expect(part.record).toBeUndefined();
		expect(part.breaks).toEqual([]);
		expect(readListing(slug, { file: 'cost.py', region: 'bill' }).record?.output).toBeTruthy();
	});

	it('counts its lines as readers have them, without the marks of regions', () => {
		const { lines, source, fileLines } = readListing(slug, { file: 'cost.py' });
		expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: fileLines }, (_, index) => index + 1));
		expect(source.split('\n').slice(0, fileLines)).toEqual(lines.map(({ text }) => text));
		const part = readListing(slug, { file: 'cost.py', region: 'bill' }).lines;
		expect(part.map(({ number, text }) => [number, text])).toEqual(
			lines.slice(fileLines - part.length).map(({ number, text }) => [number, text]),
		);
	});

	it('names the region that is not there', () => {
		expect(() => readListing(slug, { file: 'cost.py', region: 'bil' })).toThrow('cost.py');
	});
});

it('folds an output of more than twenty lines', () => {
	expect(isLong('line\n'.repeat(20))).toBe(false);
	expect(isLong('line\n'.repeat(21))).toBe(true);
});

it('serves sources and outputs, those of breaks too', () => {
	const files = listingFiles(slug);
	const served = readdirSync(`content/concepts/${slug}/listings`).filter((name) => /\.(py|out)$/.test(name));
	expect(files).toEqual(served.sort());
});
