/** An array that grows when it is full: what its appends cost, and whether a fixed charge for each pays for the moves. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Appends at most. */
export const MOST = 200;

/** How many slots follow a full array, and which charge for each append pays for all moves, if any does. */
const rules = {
	'×2': { next: (full: number) => 2 * full, enough: 3 },
	'×1.5': { next: (full: number) => Math.floor(full * 1.5) + 1, enough: 4 },
	'+16': { next: (full: number) => full + 16, enough: undefined },
	'+4': { next: (full: number) => full + 4, enough: undefined },
} as const;
type Growth = keyof typeof rules;

const settings = {
	appends: number(0, MOST, 1, 17),
	growth: choice(['×2', '×1.5', '+16', '+4'], '×2'),
	charge: number(1, 12, 0.5, 3),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly appends: number;
	readonly growth: Growth;
	readonly charge: number;
	readonly slots: number;
	readonly free: number;
	/** Elements moved by the newest append, and by all. */
	readonly last: number;
	readonly moved: number;
	/** Units spent on writes and moves, units paid, and what is left of them. */
	readonly spent: number;
	readonly paid: number;
	readonly balance: number;
	readonly mean: number;
	/** Units spent after each number of appends. */
	readonly totals: readonly number[];
	/** The first append that is not paid for; 0 if none ever is. */
	readonly overdrawn: number;
	/** The charge that pays for ever; undefined where none does. */
	readonly enough: number | undefined;
}

/** Sizes of the array, from one slot on, until so many elements fit. */
function sizesUpTo(elements: number, growth: Growth): number[] {
	const sizes = [1];
	for (let full = 1; full < elements; ) {
		full = rules[growth].next(full);
		sizes.push(full);
	}
	return sizes;
}

/** Only an append that moves elements can take more than it pays, so only those are looked at. */
function firstOverdrawn(growth: Growth, charge: number): number {
	const { next, enough } = rules[growth];
	if (enough !== undefined && charge >= enough) return 0;
	let [full, moved] = [1, 0];
	for (;;) {
		moved += full;
		if (full + 1 + moved > charge * (full + 1)) return full + 1;
		full = next(full);
	}
}

export const model = figureModel({
	settings,
	compute: ({ appends, growth, charge }): Shown => {
		const sizes = sizesUpTo(MOST, growth);
		const totals = [0];
		for (let size = 0; size < MOST; size++)
			totals.push((totals[size] ?? 0) + 1 + (size > 0 && sizes.includes(size) ? size : 0));
		const spent = totals[appends] ?? 0;
		const slots = sizes.find((size) => size >= appends) ?? 1;
		return {
			...{ appends, growth, charge, spent, totals, slots },
			free: slots - appends,
			last: appends > 1 ? spent - (totals[appends - 1] ?? 0) - 1 : 0,
			moved: spent - appends,
			paid: charge * appends,
			balance: charge * appends - spent,
			mean: appends ? spent / appends : 0,
			overdrawn: firstOverdrawn(growth, charge),
			enough: rules[growth].enough,
		};
	},
	builtIn:
		'A write and a move cost one unit each, finding a larger block costs nothing, and growing moves every element. Real arrays can sometimes grow where they are. It starts with one slot and is only appended to.',
	name: ({ appends, growth }) => `An array that grows by ${growth}, after ${count(appends, 'append')}`,
	finding: ({ appends, last, balance, spent, paid, slots }) => {
		if (!appends) return 'Nothing is appended, so nothing is paid or spent.';
		if (balance < 0)
			return `After ${count(appends, 'append')}, ${spent.toLocaleString('en-US')} units are spent and ${paid.toLocaleString('en-US')} paid: the account is overdrawn.`;
		if (last) return `Append ${appends} met a full array and moved ${count(last, 'element')}.`;
		if (appends === slots) return `All ${slots} slots are taken: the next append moves ${count(slots, 'element')}.`;
		return `Append ${appends} found a free slot: one write, and the rest is saved.`;
	},
	caption: ({ mean, moved, charge, overdrawn, growth, enough, balance }) =>
		`${count(moved, 'move')} so far, ${fixed(mean, 2)} units an append. Invariant, the account never goes below zero: ${
			balance < 0 ? 'broken' : 'it holds here'
		}. ${
			overdrawn
				? `At ${charge} an append it first breaks at append ${overdrawn.toLocaleString('en-US')}`
				: `At ${charge} an append it holds for ever`
		}; ${enough === undefined ? `by ${growth}, no charge is enough for ever` : `by ${growth}, ${enough} always is`}.`,
	description: ({ appends, slots, last, spent, paid, totals, charge, growth }) =>
		`Above, ${count(slots, 'slot')} as squares, ${appends} of them taken${last ? `, ${last} of these moved by the newest append` : ''}. Below, units over appends: what is paid rises evenly to ${(charge * MOST).toLocaleString('en-US')} at ${MOST}; what is spent, with a jump at each growth by ${growth}, to ${(totals[MOST] ?? 0).toLocaleString('en-US')}. At ${count(appends, 'append')}, ${spent.toLocaleString('en-US')} are spent and ${paid.toLocaleString('en-US')} paid.`,
	readings: ({ moved, mean, balance, slots, free, appends, last }) => [
		{ name: 'This append', value: appends ? count(last + 1, 'unit') : 'none' },
		{ name: 'Moved in all', value: moved.toLocaleString('en-US') },
		{ name: 'Mean', value: fixed(mean, 2), note: 'an append' },
		{ name: 'Account', value: fixed(balance, balance % 1 ? 1 : 0), note: balance < 0 ? 'overdrawn' : 'units' },
		{ name: 'Slots', value: slots, note: `${free} free` },
	],
	table: ({ totals, charge, appends, growth }) => {
		const shown = [...new Set([1, 2, 5, 10, 20, 50, 100, MOST, ...(appends ? [appends] : [])])].sort((a, b) => a - b);
		return {
			caption: `Units after so many appends, growing by ${growth} and paying ${charge} each`,
			columns: ['Appends', 'Spent', 'Paid', 'Mean'],
			rows: shown.map((at) => {
				const spent = totals[at] ?? 0;
				return [at, spent.toLocaleString('en-US'), (charge * at).toLocaleString('en-US'), fixed(spent / at, 2)];
			}),
			...(appends ? { current: shown.indexOf(appends) } : {}),
		};
	},
	presets: [
		{
			name: 'Full',
			values: { appends: 128 },
			lesson: ({ slots, balance }) =>
				`All ${slots} slots are taken, so the next append moves ${slots} elements. The account holds ${balance} units: they were saved for it.`,
		},
		{
			name: 'Pay 2, not 3',
			values: { appends: 5, charge: 2 },
			lesson: ({ charge, overdrawn, spent, paid, enough }) =>
				`At ${charge} an append, number ${overdrawn} is the first that is not paid for: ${spent} units against ${paid}. Doubling takes ${enough}.`,
		},
		{
			name: 'Grow by 1.5',
			values: { growth: '×1.5', appends: 140, charge: 4 },
			lesson: ({ mean, slots, free, enough }) =>
				`Only ${free} of ${slots} slots are free after this growth, and ${fixed(mean, 2)} units an append were needed. Less room, more moves: here ${enough} is enough for ever.`,
		},
		{
			name: 'Grow by 16',
			values: { growth: '+16', appends: 194 },
			lesson: ({ mean, overdrawn, charge }) =>
				`The mean is ${fixed(mean, 2)} units and climbs for ever. At ${charge} an append the account was overdrawn from append ${overdrawn} on.`,
		},
		{
			name: 'By 16, but pay 6',
			values: { growth: '+16', appends: 162, charge: 6 },
			lesson: ({ charge, overdrawn }) =>
				`A higher charge only puts it off: at ${charge} an append the account is overdrawn at append ${overdrawn}. No constant covers a fixed increment.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		Full: ({ slots, appends, balance, growth }) => growth === '×2' && slots === appends && balance >= slots,
		'Pay 2, not 3': ({ charge, appends, overdrawn, balance, growth }) =>
			growth === '×2' && charge === 2 && appends === overdrawn && balance < 0,
		'Grow by 1.5': ({ growth, last, mean, overdrawn, slots, free }) =>
			growth === '×1.5' && last > 0 && overdrawn === 0 && mean > 3 && free / slots < 0.5,
		'Grow by 16': ({ growth, mean, overdrawn, balance, charge, totals }) =>
			growth === '+16' &&
			charge === 3 &&
			balance < 0 &&
			overdrawn > 0 &&
			// From there on it never recovers, and the mean at each growth is above that of the one before.
			totals.slice(overdrawn).every((spent, at) => spent > charge * (overdrawn + at)) &&
			mean > (totals[98] ?? 0) / 98,
		'By 16, but pay 6': ({ growth, charge, appends, overdrawn, balance }) =>
			growth === '+16' && charge === 6 && appends === overdrawn && balance < 0,
	},
	comparisons: ({ appends, growth, charge, moved, slots, overdrawn, spent, paid, balance }) => {
		// The array itself, element by element, and the account beside it.
		let block: number[] = new Array(1);
		let [copies, account, broken] = [0, 0, 0];
		let [movedThen, blockThen] = [0, 1];
		for (let size = 0; size < MOST || !(broken || size >= 2000); size++) {
			if (size === block.length) {
				const larger: number[] = new Array(rules[growth].next(size));
				for (let at = 0; at < size; at++) {
					larger[at] = block[at] ?? 0;
					copies += 1;
				}
				account -= size;
				block = larger;
			}
			block[size] = size;
			account += charge - 1;
			if (account < 0 && !broken) broken = size + 1;
			if (size + 1 === appends) [movedThen, blockThen] = [copies, block.length];
		}
		const closed = {
			'×2': appends > 1 ? 2 ** Math.ceil(Math.log2(appends)) - 1 : 0,
			'×1.5': movedThen,
			'+16': sumOfSteps(appends, 16),
			'+4': sumOfSteps(appends, 4),
		}[growth];
		return [
			nearly('moves, one by one', moved, movedThen, 1e-12, 1),
			nearly('moves, by a closed form', moved, closed, 1e-12, 1),
			nearly('slots', slots, blockThen, 1e-12, 1),
			nearly('first append that is not paid for', overdrawn, broken, 1e-12, 1),
			nearly('account', balance, paid - appends - closed, 1e-12, 1),
			nearly('spent', spent, appends + closed, 1e-12, 1),
		];
	},
};

/** 1 + (1 + step) + (1 + 2 step) + …, as many as there were growths. */
function sumOfSteps(appends: number, step: number): number {
	const growths = Math.max(0, Math.ceil((appends - 1) / step));
	return growths + (step * growths * (growths - 1)) / 2;
}
