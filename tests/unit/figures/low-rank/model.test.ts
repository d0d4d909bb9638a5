import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Matrix, model, type Shown, SIDE, STRONG, sizeOf } from '../../../../src/figures/low-rank/model.ts';
import { normal } from '../../../../src/figures/parts/random.ts';
import { initialValues } from '../../../../src/figures/parts/settings.ts';

type Change = Partial<ReturnType<typeof initialValues<typeof model.settings>>>;
const shown = (change: Change = {}): Shown => model.compute({ ...initialValues(model.settings), ...change });

const transposed = (matrix: Matrix): Matrix =>
	Array.from({ length: SIDE }, (_, at) => matrix.map((row) => row[at] ?? 0));
const times = (one: Matrix, other: Matrix): Matrix =>
	one.map((row) =>
		Array.from({ length: other[0]?.length ?? 0 }, (_, at) =>
			row.reduce((sum, value, by) => sum + value * (other[by]?.[at] ?? 0), 0),
		),
	);

/** What is left of a matrix beside the columns of a basis that is no rank's best until it was iterated. */
function leftBeside(change: Matrix, basis: readonly (readonly number[])[]): number {
	const kept = times(transposed(basis), times(basis, change));
	return (
		sizeOf(change.map((row, at) => row.map((value, column) => value - (kept[at]?.[column] ?? 0)))) / sizeOf(change)
	);
}

/** Rows made orthonormal, one after the other. */
function orthonormal(rows: Matrix): Matrix {
	const done: number[][] = [];
	for (const row of rows) {
		const free = done.reduce(
			(rest, one) => {
				const along = rest.reduce((sum, value, at) => sum + value * (one[at] ?? 0), 0);
				return rest.map((value, at) => value - along * (one[at] ?? 0));
			},
			[...row],
		);
		const length = Math.hypot(...free);
		done.push(free.map((value) => value / length));
	}
	return done;
}

describe('the error of a rank', () => {
	const drawn = (rank: number, seed: number): Matrix => {
		const next = normal(seed);
		return orthonormal(Array.from({ length: rank }, () => Array.from({ length: SIDE }, next)));
	};

	it.each([1, 2, 4, 8])('is what iterating a random basis of %d finds, which knows no spectrum', (rank) => {
		const { change, error } = shown({ rank, spectrum: '1/i' });
		const square = times(change, transposed(change));
		let basis = drawn(rank, 7);
		for (let turn = 0; turn < 200; turn++) basis = orthonormal(times(basis, square));
		expect(leftBeside(change, basis)).toBeCloseTo(error, 6);
	});

	it('is less than that of any other basis of as many columns', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: SIDE - 1 }),
				fc.integer({ min: 1, max: 1e6 }),
				fc.constantFrom('four', '1/i'),
				(rank, seed, spectrum) => {
					const { change, error } = shown({ rank, spectrum });
					expect(leftBeside(change, drawn(rank, seed))).toBeGreaterThanOrEqual(error - 1e-9);
				},
			),
		);
	});

	it.each([
		[2, Math.SQRT1_2],
		[3, 0.5],
		[STRONG, 0],
	])('with four equal strengths at rank %d is %d', (rank, expected) => {
		expect(shown({ rank }).error).toBeCloseTo(expected, 12);
	});
});

it('has factors whose area is their count of numbers', () => {
	const { A, B, numbers } = shown({ rank: 5 });
	expect(A.flat().length + B.flat().length).toBe(numbers);
});
