/** Keys thrown into slots: how soon two of them share one. */
import { nearly } from '../../../../../src/figures/parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../../../../../src/figures/parts/contract.ts';
import { number } from '../../../../../src/figures/parts/settings.ts';
import { count, fixed } from '../../../../../src/figures/parts/words.ts';

export const MOST = 100;

const settings = {
	keys: number(0, MOST, 1, 23),
	slots: number(10, 1000, 5, 365),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly keys: number;
	readonly slots: number;
	/** That two keys share a slot, by the number of keys. */
	readonly chances: readonly number[];
	readonly chance: number;
	/** The fewest keys of which two share a slot more often than not. */
	readonly even: number;
}

export const model = figureModel({
	settings,
	compute: ({ keys, slots }): Shown => {
		const chances = [0];
		for (let placed = 0; placed < MOST; placed++) {
			const free = Math.max(0, 1 - placed / slots);
			chances.push(1 - (1 - (chances[placed] ?? 0)) * free);
		}
		return { keys, slots, chances, chance: chances[keys] ?? 0, even: chances.findIndex((chance) => chance > 0.5) };
	},
	builtIn: 'Every slot is equally likely for every key, as with a hash function that nobody attacks.',
	name: ({ keys }) => `Chance of a collision, up to ${count(keys, 'key')} and beyond`,
	finding: ({ keys, slots, chance }) =>
		keys > slots
			? `${keys} keys cannot stand apart in ${slots} slots.`
			: `Among ${count(keys, 'key')} in ${slots} slots, two share one with a chance of ${fixed(chance, 2)}.`,
	caption: ({ even, slots }) =>
		even < 0
			? `Even ${MOST} keys collide less often than not.`
			: `From ${even} keys in ${slots} slots on, a collision is likelier than none.`,
	description: ({ chances }) =>
		`A curve that rises from 0 to 1: ${[10, 20, 50, 100].map((keys) => `${fixed(chances[keys] ?? 0, 2)} at ${keys} keys`).join(', ')}.`,
	readings: ({ chance, keys, slots }) => [
		{ name: 'Chance of a collision', value: fixed(chance, 3) },
		{ name: 'Load', value: fixed(keys / slots, 2), note: 'keys a slot' },
	],
	table: ({ chances, keys }) => ({
		caption: 'Chance that two keys share a slot',
		columns: ['Keys', 'Chance'],
		rows: chances.map((chance, at) => [at, fixed(chance, 3)]),
		current: keys,
	}),
	presets: [
		{
			name: 'A nearly empty table',
			values: { keys: 40, slots: 1000 },
			lesson: ({ keys, slots, chance }) =>
				`With ${keys} keys in ${slots} slots the chance of a collision is ${fixed(chance, 2)} already: pairs of keys count, not keys.`,
		},
		{
			name: 'More keys than slots',
			values: { keys: 11, slots: 10 },
			lesson: ({ keys, slots }) => `No hash function keeps ${keys} keys apart in ${slots} slots.`,
		},
		{
			name: 'One key',
			values: { keys: 1 },
			lesson: ({ chance }) => `A chance of ${chance}: there is no second key to meet.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A nearly empty table': ({ chance, keys, slots }) => keys / slots < 0.05 && chance > 0.5,
		'More keys than slots': ({ chance, keys, slots }) => keys > slots && chance === 1,
		'One key': ({ chance, keys }) => keys === 1 && chance === 0,
	},
	// The same chance as one minus a product, by its logarithm.
	comparisons: ({ chance, keys, slots }) => {
		const logarithms = Array.from({ length: keys }, (_, placed) => Math.log1p(-Math.min(1, placed / slots)));
		const apart = Math.exp(logarithms.reduce((sum, one) => sum + one, 0));
		return [nearly('chance of a collision', chance, 1 - apart, 1e-9, 1)];
	},
};
