/** What of a change is shown. */
import { expect, it } from 'vitest';
import { breaksOf, excerptOf, outputsOf } from '../../../../src/listings/shown/breaks.ts';

const shown = (before: string, after: string) =>
	excerptOf(before, after).map((line) => line && `${{ same: ' ', removed: '-', added: '+' }[line.kind]}${line.text}`);

it('shows the changed lines with a line on each side', () => {
	expect(shown('a\nb\nc\nd\ne', 'a\nb\nC\nd\ne')).toEqual([' b', '-c', '+C', ' d']);
});

it('leaves out what lies between two changes', () => {
	expect(shown('a\nb\nc\nd\ne\nf', 'A\nb\nc\nd\ne\nF')).toEqual(['-a', '+A', ' b', undefined, ' e', '-f', '+F']);
});

it('shows no empty lines at its ends', () => {
	expect(shown('a\n\nb\n\nc', 'a\n\nB\n\nc')).toEqual(['-b', '+B']);
});

it('marks in each output what the other does not have', () => {
	expect(outputsOf('x 1\ny 2', 'x 1\ny 3\nz')).toEqual({
		before: [
			{ text: 'x 1', differs: false },
			{ text: 'y 2', differs: true },
		],
		after: [
			{ text: 'x 1', differs: false },
			{ text: 'y 3', differs: true },
			{ text: 'z', differs: true },
		],
	});
});

it('reads the breaks of a listing with their outputs', () => {
	const [first] = breaksOf('attention-mechanism', 'multi_head.py');
	expect(first?.source).toContain('return x.reshape(b, n, h * d_k)');
	expect(first?.output).toContain('positions that moved [0, 1, 2, 3, 4]');
	expect(breaksOf('attention-mechanism', 'attend.py')).toEqual([]);
});
