/** A map of prices that a reader paints, searched by one loop with four frontiers. */
import { exactly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number, text } from '../parts/settings.ts';
import { count } from '../parts/words.ts';

export const COLUMNS = 14;
export const CELLS = 8 * COLUMNS;
export const START = 3 * COLUMNS + 2;
export const GOAL = 4 * COLUMNS + 11;
/** What it costs to enter mud, as it is painted. */
export const MUD = 5;

/** A line for each row, a digit for each cell: the price of entering it, 0 for a wall. */
const lines = (...rows: readonly string[]): string => rows.join('\n');
const OPEN = '1'.repeat(COLUMNS);

const settings = {
	step: number(0, CELLS, 1, 30),
	frontier: choice(['queue', 'stack', 'heap', 'heap + guess'], 'queue'),
	guess: number(0, 5, 1, 1),
	map: text(
		CELLS + 7,
		lines(OPEN, OPEN, '11111155511111', '11111155510111', '11111155510111', '11111155510111', '11111110000111', OPEN),
	),
};

export type Frontier = (typeof settings.frontier.options)[number];
const frontiers = settings.frontier.options;

/** A cell that waits in the frontier, or came out of it. */
export interface Entry {
	readonly cell: number;
	/** The cell that it was reached from. */
	readonly from: number;
	readonly price: number;
	readonly steps: number;
	/** What the frontier goes by: the least comes out first, of equals the newest. */
	readonly key: number;
}

export interface Search {
	/** In the order in which they came out. */
	readonly out: readonly Entry[];
	readonly waiting: readonly Entry[];
}

/** Steps between two cells if nothing stood between them. */
export const apart = (one: number, other: number): number =>
	Math.abs((one % COLUMNS) - (other % COLUMNS)) + Math.abs(Math.floor(one / COLUMNS) - Math.floor(other / COLUMNS));

/** To the right, down, to the left, up. */
const MOVES = [1, COLUMNS, -1, -COLUMNS];

/** The loop, until the goal is out, nothing waits, or so many cells are out. */
export function search(prices: readonly number[], frontier: Frontier, guess: number, most = CELLS): Search {
	const out: Entry[] = [];
	let waiting: Entry[] = [{ cell: START, from: START, price: 0, steps: 0, key: 0 }];
	let pushed = 0;
	while (out.length < most && waiting.length && out.at(-1)?.cell !== GOAL) {
		const next = waiting.reduce((least, one) => (one.key <= least.key ? one : least));
		out.push(next);
		// Dearer entries of the same cell would be skipped later; they go at once.
		waiting = waiting.filter(({ cell }) => cell !== next.cell);
		for (const move of MOVES) {
			const cell = next.cell + move;
			const toll = prices[cell];
			// A row has ends.
			if (!toll || apart(cell, next.cell) > 1 || out.some((one) => one.cell === cell)) continue;
			const price = next.price + toll;
			pushed++;
			const key =
				frontier === 'queue'
					? pushed
					: frontier === 'stack'
						? -pushed
						: price + (frontier === 'heap' ? 0 : guess * apart(cell, GOAL));
			waiting.push({ cell, from: next.cell, price, steps: next.steps + 1, key });
		}
	}
	return { out, waiting };
}

/** How a search ends. */
interface End {
	readonly out: number;
	readonly found: boolean;
	readonly steps: number;
	readonly price: number;
}

function endOf({ out }: Search): End {
	const { cell, steps, price } = out.at(-1) as Entry;
	return { out: out.length, found: cell === GOAL, steps, price };
}

/** All that one state of the figure shows. */
export interface Shown extends Search {
	readonly frontier: Frontier;
	readonly guess: number;
	readonly prices: readonly number[];
	/** The cell that came out last, and the way to it. */
	readonly now: Entry | undefined;
	readonly way: readonly number[];
	/** Cells that wait; some in several entries. */
	readonly cells: readonly number[];
	/** The least that the frontier goes by. */
	readonly least: number;
	/** Of all four, in their order, and of the one that is chosen. */
	readonly ends: readonly End[];
	readonly end: End;
}

export const pricesOf = (map: string): number[] => {
	const digits = map.replace(/\D/g, '');
	return Array.from({ length: CELLS }, (_, cell) => (cell === START || cell === GOAL ? 1 : Number(digits[cell] ?? 1)));
};

/** The map with one cell painted anew: free, wall, mud, free. */
export const painted = (prices: readonly number[], cell: number): string => {
	const price = prices[cell];
	const digits = prices.with(cell, price === 1 ? 0 : price ? 1 : MUD).join('');
	return digits.replace(/.{14}(?=.)/g, '$&\n');
};

const ended = ({ out, end }: Shown): boolean => out.length === end.out;

export const model = figureModel({
	settings,
	compute: ({ step, frontier, guess, map }): Shown => {
		const prices = pricesOf(map);
		const ends = frontiers.map((one) => endOf(search(prices, one, guess)));
		const { out, waiting } = search(prices, frontier, guess, step);
		const now = out.at(-1);
		const way: number[] = [];
		for (let one = now; one; one = out.find(({ cell }) => cell === one?.from && cell !== one.cell)) way.push(one.cell);
		return {
			...{ frontier, guess, prices, out, waiting, now, way, ends },
			cells: [...new Set(waiting.map(({ cell }) => cell))],
			least: Math.min(...waiting.map(({ key }) => key), CELLS * 9),
			end: ends[frontiers.indexOf(frontier)] as End,
		};
	},
	builtIn:
		'A cell is done when it comes out. Of equal keys the newest goes first, and neighbors are pushed right, down, left, up. The guess is the steps to the goal as if nothing stood between, times the factor. Start and goal cost 1.',
	name: ({ frontier, out }) => `A map searched with a ${frontier}, ${count(out.length, 'cell')} out`,
	finding: (shown) => {
		const { frontier, out, now, end } = shown;
		if (!now) return 'The start waits in the frontier, alone.';
		if (!ended(shown))
			return `Cell ${out.length} comes out of the ${frontier}, ${count(now.steps, 'step')} and a price of ${now.price} from the start.`;
		return end.found
			? `The ${frontier} found the goal as cell ${end.out}: ${count(end.steps, 'step')}, a price of ${end.price}.`
			: `Nothing waits any more after ${count(end.out, 'cell')}: there is no way.`;
	},
	caption: ({ frontier, waiting, least, now }) => {
		if (!waiting.length || !now) return 'Each step takes one cell out and pushes its neighbors.';
		if (frontier === 'stack') return 'The newest comes out first, so one way is followed to its end.';
		if (frontier === 'queue') {
			const steps = waiting.map((one) => one.steps);
			return `What waits is ${Math.min(...steps)} to ${Math.max(...steps)} steps away: never more than one apart.`;
		}
		return frontier === 'heap'
			? `The least price that waits is ${least}, and no cell came out at more.`
			: `The least price plus guess that waits is ${least}; the last to come out had ${now.key}.`;
	},
	description: ({ prices, out, cells, way }) =>
		`A grid of ${CELLS} cells, ${prices.filter((price) => !price).length} of them walls. ${out.length} are out, ${cells.length} wait. The way to the last one has ${way.length} cells.`,
	readings: ({ out, cells, now, end, ends }) => [
		{ name: 'Out', value: out.length, note: `of ${end.out}` },
		{ name: 'Waiting', value: cells.length, note: 'cells' },
		{ name: 'Steps', value: now?.steps ?? 0 },
		{ name: 'Price', value: now?.price ?? 0, note: ends[2]?.found ? `goal from ${ends[2].price}` : '' },
	],
	table: ({ ends, frontier }) => ({
		caption: 'How each frontier ends',
		columns: ['Frontier', 'Cells out', 'Steps', 'Price'],
		rows: ends.map(({ out, found, steps, price }, at) => [
			frontiers[at] ?? '',
			out,
			...(found ? [steps, price] : ['no way', 'no way']),
		]),
		current: frontiers.indexOf(frontier),
	}),
	presets: [
		{
			name: 'A stack',
			values: { frontier: 'stack', step: CELLS },
			lesson: ({ end, ends: [queue] }) => `A way of ${count(end.steps, 'step')}, where ${queue?.steps} are enough.`,
		},
		{
			name: 'Prices, and a queue',
			values: { step: CELLS },
			lesson: ({ end, ends: [, , heap] }) =>
				`A queue counts steps: ${end.steps}, as few as can be, for ${end.price}. The heap found a way for ${heap?.price}, of ${heap?.steps} steps.`,
		},
		{
			name: 'A fair guess',
			values: { frontier: 'heap + guess', step: CELLS },
			lesson: ({ end, ends: [, , heap] }) =>
				`The same price as without a guess, ${end.price}, with ${end.out} cells instead of ${heap?.out}.`,
		},
		{
			name: 'A guess too high',
			values: { frontier: 'heap + guess', guess: 5, step: CELLS },
			lesson: ({ end, ends: [, , heap] }) =>
				`Only ${end.out} cells come out, but the way costs ${end.price} instead of ${heap?.price}.`,
		},
		{
			name: 'No way',
			values: {
				frontier: 'heap + guess',
				step: CELLS,
				map: lines(OPEN, OPEN, '11111111100000', ...Array(3).fill('11111111101110'), '11111111100000', OPEN),
			},
			lesson: ({ end }) =>
				`To know that there is none, each frontier takes out all ${end.out} cells that can be reached.`,
		},
	],
});

/** Pairs of cells that touch. */
const touching = Array.from({ length: CELLS ** 2 }, (_, at) => [Math.floor(at / CELLS), at % CELLS] as const).filter(
	([one, other]) => apart(one, other) === 1,
);

/** The least cost of each cell that can be reached, by relaxing all moves until nothing changes. */
function relaxed(prices: readonly number[], costOf: (price: number) => number): Map<number, number> {
	const best = new Map([[START, 0]]);
	for (let changed = true; changed; ) {
		changed = false;
		for (const [from, to] of touching) {
			const [known, price] = [best.get(from), prices[to]];
			if (known === undefined || !price || known + costOf(price) >= (best.get(to) ?? Number.POSITIVE_INFINITY))
				continue;
			best.set(to, known + costOf(price));
			changed = true;
		}
	}
	return best;
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A stack': ({ frontier, end, ends: [queue] }) =>
			frontier === 'stack' && end.found && end.steps > 3 * (queue?.steps ?? 0),
		'Prices, and a queue': ({ frontier, end, ends: [, , heap] }) =>
			frontier === 'queue' && end.price > (heap?.price ?? 0) && end.steps < (heap?.steps ?? 0),
		'A fair guess': ({ frontier, guess, end, ends: [, , heap] }) =>
			frontier === 'heap + guess' && guess === 1 && end.price === heap?.price && end.out < 0.75 * heap.out,
		'A guess too high': ({ frontier, guess, end, ends: [, , heap] }) =>
			frontier === 'heap + guess' && guess > 1 && end.price > (heap?.price ?? 0) && end.out < (heap?.out ?? 0) / 2,
		'No way': ({ ends, prices }) => ends.every(({ found, out }) => !found && out === relaxed(prices, () => 1).size),
	},
	comparisons: ({ ends: [queue, stack, heap, guessed], guess, prices, out, way, now, frontier, waiting, least }) => {
		const [cheapest, fewest] = [relaxed(prices, (price) => price), relaxed(prices, () => 1)];
		const none = cheapest.has(GOAL) ? -1 : fewest.size;
		const entered = way.filter((cell) => cell !== START).reduce((sum, cell) => sum + (prices[cell] ?? 0), 0);
		const keys = out.map(({ key }) => key);
		const steps = waiting.map((one) => one.steps);
		const spread = Math.max(...steps) - Math.min(...steps);
		return [
			exactly('price of the way, by its cells', now?.price ?? 0, entered),
			exactly('steps of the way, by its cells', now?.steps ?? 0, Math.max(0, way.length - 1)),
			...(none < 0
				? [
						exactly('heap, by relaxing', heap?.price ?? 0, cheapest.get(GOAL) ?? 0),
						exactly('queue, by relaxing', queue?.steps ?? 0, fewest.get(GOAL) ?? 0),
						...(guess <= 1 ? [exactly('fair guess, by relaxing', guessed?.price ?? 0, cheapest.get(GOAL) ?? 0)] : []),
					]
				: [queue, stack, heap, guessed].map((end) => exactly('all that can be reached', end?.out ?? 0, none))),
			// What the captions say of the frontier.
			...(frontier === 'queue' && waiting.length > 0
				? [exactly('steps that wait differ by one at most', Math.max(1, spread), 1)]
				: []),
			...(frontier === 'heap' || (frontier === 'heap + guess' && guess <= 1)
				? [exactly('keys never fall', Math.min(least, keys.at(-1) ?? 0), Math.max(0, ...keys))]
				: []),
		];
	},
};
