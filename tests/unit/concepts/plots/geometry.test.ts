import { expect, it } from 'vitest';
import { cutLine, meet, thinned } from '../../../../src/concepts/plots/geometry.ts';

const box = { left: 0, right: 10, top: 0, bottom: 10 };

it('cuts a line to a box, into as many parts as are seen', () => {
	expect(
		cutLine(
			[
				[-5, 5],
				[5, 5],
				[5, -5],
				[7, -5],
				[7, 20],
			],
			box,
		),
	).toEqual([
		[
			[0, 5],
			[5, 5],
			[5, 0],
		],
		[
			[7, 0],
			[7, 10],
		],
	]);
	expect(
		cutLine(
			[
				[-5, -5],
				[-5, 20],
			],
			box,
		),
	).toEqual([]);
});

it('thins out what a line passes by anyway, and keeps corners', () => {
	const line = Array.from({ length: 101 }, (_, x) => [x, x < 50 ? 0 : x - 50] as const);
	expect(thinned(line, 0.1)).toEqual([
		[0, 0],
		[50, 0],
		[100, 50],
	]);
});

it('boxes meet where they share some surface', () => {
	expect(meet(box, { left: 9, right: 20, top: 9, bottom: 20 })).toBe(true);
	expect(meet(box, { left: 10, right: 20, top: 0, bottom: 10 })).toBe(false);
});
