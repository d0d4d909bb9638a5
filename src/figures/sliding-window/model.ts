/** A window over one's own text: each move of its two ends, beside all the runs that it need not try. */
import { exactly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number, text as textSetting } from '../parts/settings.ts';
import { count } from '../parts/words.ts';

/** The most items that the picture has room for. */
export const MOST = 16;

const settings = {
	step: number(0, 2 * MOST, 1, 7),
	rule: choice(['no repeat', 'k kinds', 'sum ≤ S'], 'no repeat'),
	limit: number(1, 12, 1, 3),
	letters: textSetting(MOST, 'abracadabra'),
	numbers: textSetting(48, '2 1 3 1 1 4 1 2'),
};

type Rule = (typeof settings.rule.options)[number];

/** A move of one end: the right one takes an item in, the left one gives one out. */
interface Move {
	readonly end: 'right' | 'left';
	readonly item: string;
	/** The window after it, both ends included; empty where `left` is one more than `right`. */
	readonly left: number;
	readonly right: number;
	readonly broken: boolean;
}

/** All that one state of the figure shows. */
export interface Shown {
	readonly rule: Rule;
	readonly items: readonly string[];
	/** Moves that are made, and all that there are. */
	readonly made: number;
	readonly moves: readonly Move[];
	readonly move: Move | undefined;
	readonly item: string;
	readonly left: number;
	readonly right: number;
	readonly broken: boolean;
	/** The window as it is read, and how many items it has. */
	readonly inside: string;
	readonly width: number;
	/** Whether a run keeps the rule, by first and last item, each looked at by itself. */
	readonly keeps: readonly (readonly boolean[])[];
	/** Whether every part of a run that keeps the rule keeps it, too. */
	readonly hereditary: boolean;
	/** The longest window so far that kept the rule, and the longest at the end. */
	readonly best: Run;
	readonly found: Run;
	/** The longest run that keeps the rule, by trying all. */
	readonly longest: Run;
	/** The longest run that keeps the rule and ends with the window, where it begins before it. */
	readonly passed: Run | undefined;
	readonly runs: number;
	readonly bound: number;
}

interface Run {
	readonly from: number;
	readonly length: number;
	readonly text: string;
}

/** What is looked at: characters as they are read, or numbers. */
function itemsOf(rule: Rule, letters: string, numbers: string): string[] {
	if (rule !== 'sum ≤ S') return [...letters].map((one) => (/\s/.test(one) ? '␣' : one));
	const found = numbers.replaceAll('−', '-').match(/-?\d+/g) ?? [];
	return found.slice(0, MOST).map((one) => String(Math.max(-99, Math.min(99, Number(one))) + 0).replace('-', '−'));
}

const amountOf = (item: string): number => Number(item.replace('−', '-'));

/** The moves of the window, by what it keeps of its items: how often each is inside, and their sum. */
export function slide(items: readonly string[], rule: Rule, limit: number): Move[] {
	const counts = new Map<string, number>();
	const moves: Move[] = [];
	let [left, sum, repeats] = [0, 0, 0];
	const change = (item: string, by: 1 | -1): void => {
		const now = (counts.get(item) ?? 0) + by;
		// A second copy that comes or goes changes how many are too many.
		if (now + (by < 0 ? 1 : 0) > 1) repeats += by;
		if (now === 0) counts.delete(item);
		else counts.set(item, now);
		if (rule === 'sum ≤ S') sum += by * amountOf(item);
	};
	const isBroken = (): boolean =>
		rule === 'no repeat' ? repeats > 0 : rule === 'k kinds' ? counts.size > limit : sum > limit;
	for (const [right, item] of items.entries()) {
		change(item, 1);
		moves.push({ end: 'right', item, left, right, broken: isBroken() });
		while (isBroken()) {
			const given = items[left] ?? '';
			change(given, -1);
			left += 1;
			moves.push({ end: 'left', item: given, left, right, broken: isBroken() });
		}
	}
	return moves;
}

/** The rule for one run, from its items alone. */
function holds(run: readonly string[], rule: Rule, limit: number): boolean {
	if (rule === 'sum ≤ S') return run.reduce((sum, item) => sum + amountOf(item), 0) <= limit;
	return (
		new Set(run).size >= (rule === 'no repeat' ? run.length : 0) && (rule !== 'k kinds' || new Set(run).size <= limit)
	);
}

export const model = figureModel({
	settings,
	compute: ({ step, rule, limit, letters, numbers }): Shown => {
		const items = itemsOf(rule, letters, numbers);
		const moves = slide(items, rule, limit);
		const made = Math.min(step, moves.length);
		const move = moves[made - 1];
		const [left, right] = [move?.left ?? 0, move?.right ?? -1];
		const runOf = (from: number, to: number): Run => ({
			from,
			length: Math.max(0, to - from + 1),
			text: items.slice(from, to + 1).join(rule === 'sum ≤ S' ? ' ' : ''),
		});
		const longer = (one: Run, other: Run): Run => (other.length > one.length ? other : one);
		const bestOf = (some: readonly Move[]): Run =>
			some
				.filter(({ broken }) => !broken)
				.map((one) => runOf(one.left, one.right))
				.reduce(longer, runOf(0, -1));
		const keeps = items.map((_, from) =>
			items.map((_, to) => to >= from && holds(items.slice(from, to + 1), rule, limit)),
		);
		const kept = keeps.flatMap((row, from) => row.flatMap((one, to) => (one ? [[from, to] as const] : [])));
		const before = keeps.findIndex((row) => row[right]);
		const broken = move?.broken ?? false;
		return {
			...{ rule, items, made, moves, move, left, right, broken, keeps },
			item: move?.item ?? '',
			inside: runOf(left, right).text,
			width: right - left + 1,
			hereditary: kept.every(([from, to]) => from === to || (keeps[from + 1]?.[to] && keeps[from]?.[to - 1])),
			best: bestOf(moves.slice(0, made)),
			found: bestOf(moves),
			longest: kept.map(([from, to]) => runOf(from, to)).reduce(longer, runOf(0, -1)),
			passed: !broken && before >= 0 && before < left ? runOf(before, right) : undefined,
			runs: (items.length * (items.length + 1)) / 2,
			bound: 2 * items.length,
		};
	},
	builtIn: `At most ${MOST} items. Each end moves by one item at a time, and brute force is counted as one try for each run, though it could give up some starts early.`,
	name: ({ made, moves }) => `A window after ${made} of ${count(moves.length, 'move')}, and all runs of the text`,
	finding: ({ items, made, moves, move, item, broken, inside, width, found, longest, rule }) => {
		if (items.length === 0) return `Nothing to slide over: type ${rule === 'sum ≤ S' ? 'numbers' : 'letters'}.`;
		if (!move) return `Both ends stand before the first of ${count(items.length, 'item')}.`;
		if (made === moves.length)
			return `After ${count(made, 'move')} the longest window found has ${count(found.length, 'item')}${found.length < longest.length ? `, but a run of ${longest.length} keeps the rule` : ''}.`;
		if (move.end === 'right')
			return `The right end takes in ${item}${broken ? ', which breaks the rule' : `: ${inside}, ${count(width, 'item')}`}.`;
		return `The left end gives out ${item}; the rule ${broken ? 'is still broken' : 'holds again'}.`;
	},
	caption: ({ items, broken, right, passed, hereditary }) => {
		if (items.length === 0 || right < 0) return 'Step on: the right end takes an item in, the left end gives some out.';
		const part = hereditary
			? 'Every part of a run that keeps the rule keeps it, too.'
			: 'Here a longer run can keep a rule that a part of it breaks.';
		if (broken) return `${part} The left end has to move on.`;
		return passed
			? `${part} The run ${passed.text} ends here, keeps the rule and is longer, but its start has been passed.`
			: `${part} No longer run that ends here keeps it.`;
	},
	description: ({ items, inside, broken, best, keeps, moves, made }) => {
		const rows = keeps.map((row) => row.filter(Boolean).length).join(', ');
		return `Items: ${items.join(' ') || 'none'}. The window holds ${inside || 'nothing'} and ${broken ? 'breaks' : 'keeps'} the rule; the best so far is ${best.text || 'none'}. Beneath, a triangle with a cell for each run, in the row of its first and the column of its last item. From each first item in turn, so many runs keep the rule: ${rows || 'none'}. The way of the window leads right and down through it, ${made} of ${moves.length} moves.`;
	},
	readings: ({ made, moves, bound, runs, best, passed, inside, broken }) => [
		{ name: 'Moves', value: made, note: `of ${moves.length}; bound ${bound}` },
		{ name: 'Runs to try', value: runs, note: 'by brute force' },
		{ name: 'Window', value: inside || 'empty', note: broken ? 'breaks the rule' : 'keeps the rule' },
		{ name: 'Best so far', value: best.length, note: best.text },
		{ name: 'Missed at this end', value: broken ? 'not yet known' : (passed?.text ?? 'nothing') },
	],
	table: ({ moves, made, items, rule }) => ({
		caption: 'The moves of the two ends',
		columns: ['Move', 'End', 'Item', 'Window after it', 'Rule'],
		rows: moves.map(({ end, item, left, right, broken }, at) => [
			at + 1,
			end,
			item,
			items.slice(left, right + 1).join(rule === 'sum ≤ S' ? ' ' : '') || 'empty',
			broken ? 'broken' : 'kept',
		]),
		current: made - 1,
	}),
	presets: [
		{
			name: 'All distinct',
			values: { letters: 'abcdefghijklmnop', step: 2 * MOST },
			lesson: ({ made, runs }) =>
				`Every run is free of repeats, and the left end never moves: ${made} moves, where there are ${runs} runs to try.`,
		},
		{
			name: 'All the same',
			values: { letters: 'aaaaaaaaaaaaaaaa', step: 2 * MOST },
			lesson: ({ made, bound }) =>
				`Each item but the last is taken in and given out: ${made} moves, one less than the bound of ${bound}.`,
		},
		{
			name: 'Two kinds',
			values: { rule: 'k kinds', limit: 2, letters: 'mississippi', step: 2 * MOST },
			lesson: ({ found, made }) =>
				`Another rule, the same loop: ${found.text} is the longest run with two kinds, found in ${made} moves.`,
		},
		{
			name: 'One negative number',
			values: { rule: 'sum ≤ S', limit: 5, numbers: '4 3 -5 2 6 9 1', step: 2 * MOST },
			lesson: ({ found, longest }) =>
				`The left end passed the start of ${longest.text} before the negative number came. That run has ${longest.length} items; the window found ${found.length}.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'All distinct': ({ made, moves, items, left, runs }) =>
			made === moves.length && made === items.length && left === 0 && runs > 8 * made,
		'All the same': ({ made, bound, items }) => items.length > 1 && made === bound - 1,
		'Two kinds': ({ found, longest, rule, made, moves }) =>
			rule === 'k kinds' && new Set(found.text).size === 2 && found.length === longest.length && made === moves.length,
		'One negative number': ({ found, longest, left, hereditary }) =>
			found.length < longest.length && longest.from < left && !hereditary,
	},
	comparisons: ({ made, moves, left, right, items, keeps, runs, found, longest, hereditary, bound }) => {
		const kept = keeps.flat().filter(Boolean).length;
		const settled = moves.filter(({ broken }) => !broken);
		// Where the rule is hereditary, the last item's first valid start is where the left end stops.
		const last = keeps.findIndex((row) => row.at(-1));
		return [
			exactly('moves made, by the places of the ends', made, left + right + 1),
			exactly('runs', runs, keeps.flatMap((row, from) => row.slice(from)).length),
			exactly('moves within the bound', Math.max(moves.length, bound), bound),
			...(hereditary
				? [
						exactly('longest, by trying all runs', found.length, longest.length),
						exactly(
							'moves in all, by the first valid start of the last item',
							moves.length,
							items.length + (last < 0 ? items.length : last),
						),
						exactly(
							'runs that keep the rule, counted by their last items',
							settled.reduce((sum, one) => sum + one.right - one.left + 1, 0),
							kept,
						),
					]
				: []),
		];
	},
};
