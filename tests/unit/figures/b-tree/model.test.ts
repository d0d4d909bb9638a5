import { describe, expect, it } from 'vitest';
import { keysOf, levelsOf, MOST, model } from '../../../../src/figures/b-tree/model.ts';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { uniform } from '../../../../src/ground/uniform.ts';

const shown = (values: Parameters<typeof model.compute>[0] | object) =>
	model.compute(completed(model.settings, values));

const next = uniform(3);
const shuffled = () => Array.from({ length: 60 }, () => Math.floor(next() * 100)).join(' ');

it('reads what is typed: whole numbers of two digits, each once, the first sixteen', () => {
	expect(keysOf('7, 7 and 007; 100 -5 x')).toEqual([7, 5]);
	expect(keysOf('no numbers')).toEqual([]);
	expect(keysOf(shuffled())).toHaveLength(MOST);
});

it('keeps its invariants after every step, for any keys', () => {
	for (let time = 0; time < 40; time++) {
		const keys = shuffled();
		for (const room of [3, 4, 5])
			for (let step = 0; step <= 2 * MOST; step++) {
				const { invariants, levels, inserted } = shown({ keys, room, step });
				expect(Object.values(invariants)).toEqual([true, true, true, true]);
				expect(levels.at(-1)?.flatMap((leaf) => leaf.keys)).toEqual(
					keysOf(keys)
						.slice(0, inserted)
						.toSorted((a, b) => a - b),
				);
			}
	}
});

it('breaks one invariant alone where the last leaf is left full', () => {
	const { invariants } = shown({ keys: '1 2 3 4', split: 'full at the end', room: 3 });
	expect(Object.entries(invariants).filter(([, holds]) => !holds)).toEqual([['half full', false]]);
});

describe('step by step', () => {
	const steps = Array.from({ length: 2 * MOST + 1 }, (_, step) => shown({ step }));

	it('looks for a leaf first, changing nothing, and places the key then', () => {
		for (const { step, searching, path, made, inserted, levels } of steps.slice(1)) {
			expect(searching).toBe(step % 2 === 1);
			expect(path).toHaveLength(searching ? levels.length : 0);
			if (searching) expect(made).toEqual([]);
			expect(inserted).toBe(Math.floor(step / 2));
		}
	});
	it('visits as many pages as there are levels, each the child of the one before', () => {
		for (const { path, root } of steps) {
			const levels = levelsOf(root);
			for (const [at, id] of path.entries()) expect(levels[at]?.map((page) => page.id)).toContain(id);
		}
	});
	it('grows a level at the root alone', () => {
		const heights = steps.map(({ height }) => height);
		expect(heights.filter((height, at) => at > 0 && height !== heights[at - 1])).toEqual([2, 3]);
		expect(steps.filter(({ grew }) => grew)).toHaveLength(2);
	});
	it('stays at the end where there are fewer keys than steps', () => {
		expect(shown({ keys: '5 6' })).toMatchObject({ step: 4, last: 4, inserted: 2 });
		expect(shown({ keys: '' })).toMatchObject({ step: 0, last: 0, inserted: 0, height: 1 });
	});
});

it('reads less with more memory', () => {
	for (const keys of [undefined, shuffled(), shuffled()]) {
		const reads = Array.from({ length: 12 }, (_, at) => shown({ ...(keys && { keys }), buffer: at + 1 }).reads);
		expect(reads).toEqual(reads.toSorted((a, b) => b - a));
		expect(reads.at(-1)).toBeLessThanOrEqual(reads[0] ?? 0);
	}
});
