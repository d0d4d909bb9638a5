/** A hash table of a few slots, one operation at a time, beside the formulas and large tables of the same load. */

import { uniform } from '../../ground/uniform.ts';
import { exactly, nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { remembered } from '../parts/remembered.ts';
import { choice, number, text } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Slots of the table that is drawn. */
export const SLOTS = 16;
/** Operations that are read of a reader's text. */
export const MOST = 24;
/** Slots of each of the large tables, and how many of those are averaged. */
export const LARGE = 16_384;
const TABLES = 4;

export type Kind = 'insert' | 'delete' | 'look up';

export interface Operation {
	readonly kind: Kind;
	readonly key: number;
}

/** Numbers to insert, `-5` to delete, `?5` to look up; what is none of these is passed over. */
export function readOperations(written: string): readonly Operation[] {
	const kinds: Readonly<Record<string, Kind>> = { '': 'insert', '-': 'delete', '−': 'delete', '?': 'look up' };
	return written
		.split(/[\s,;]+/)
		.flatMap((word): Operation[] => {
			const [, sign = '', digits = ''] = /^([-−?]?)(\d{1,3})$/.exec(word) ?? [];
			return digits ? [{ kind: kinds[sign] ?? 'insert', key: Number(digits) }] : [];
		})
		.slice(0, MOST);
}

export const GONE = 'gone';
/** A slot with open addressing; with chaining, one node of a bucket. */
export type Slot = number | typeof GONE | undefined;
/** What each slot or bucket holds: with open addressing at most one. */
export type Buckets = readonly (readonly Slot[])[];

export type Outcome = 'nothing' | 'placed' | 'there' | 'refused' | 'removed' | 'absent' | 'found' | 'lost';

/** What a search saw, in order. */
interface Search {
	/** Slots that were looked at; with chaining the bucket, once for each node and once for its end. */
	readonly path: readonly number[];
	/** Where the key is. */
	readonly at: number | undefined;
	/** Where it would be put. */
	readonly free: number | undefined;
}

export interface Turn {
	readonly operation: Operation | undefined;
	readonly outcome: Outcome;
	readonly search: Search;
	/** After the operation. */
	readonly buckets: Buckets;
	/** Keys that were inserted and not deleted, whatever the table says. */
	readonly truth: ReadonlySet<number>;
}

type Method = 'Probing' | 'Chaining';

export const homeOf = (key: number): number => key % SLOTS;

function search(method: Method, buckets: Buckets, key: number | undefined, home: number): Search {
	if (method === 'Chaining') {
		const node = buckets[home]?.indexOf(key) ?? -1;
		const looks = node < 0 ? (buckets[home]?.length ?? 0) + 1 : node + 1;
		return { path: Array<number>(looks).fill(home), at: node < 0 ? undefined : home, free: home };
	}
	const path: number[] = [];
	let gap: number | undefined;
	for (let step = 0; step < SLOTS; step++) {
		const at = (home + step) % SLOTS;
		path.push(at);
		const [slot] = buckets[at] ?? [];
		if (slot === undefined) return { path, at: undefined, free: gap ?? at };
		if (slot === key) return { path, at, free: undefined };
		if (slot === GONE) gap ??= at;
	}
	return { path, at: undefined, free: gap };
}

/** How many looks a miss takes that starts at a slot. */
const missFrom = (method: Method, buckets: Buckets, home: number): number =>
	search(method, buckets, undefined, home).path.length;

const usedOf = (buckets: Buckets): number => buckets.flat().length;

/** All turns, the empty table first. */
export function play(method: Method, deleted: 'Marked' | 'Emptied', operations: readonly Operation[]): readonly Turn[] {
	const empty: Buckets = Array.from({ length: SLOTS }, () => []);
	const nowhere = { path: [], at: undefined, free: undefined };
	const turns: Turn[] = [
		{ operation: undefined, outcome: 'nothing', search: nowhere, buckets: empty, truth: new Set() },
	];
	for (const operation of operations) {
		const { buckets, truth } = turns.at(-1) as Turn;
		const { kind, key } = operation;
		const seen = search(method, buckets, key, homeOf(key));
		const put = (at: number, ...held: readonly Slot[]): Buckets => buckets.with(at, held);
		const turn = (outcome: Outcome, after = buckets, known: Iterable<number> = truth): void => {
			turns.push({ operation, outcome, search: seen, buckets: after, truth: new Set(known) });
		};
		if (seen.at !== undefined) {
			const rest = buckets[seen.at]?.filter((held) => held !== key) ?? [];
			const emptied = method === 'Chaining' || deleted === 'Emptied';
			if (kind === 'insert') turn('there');
			else if (kind === 'look up') turn('found');
			else turn('removed', put(seen.at, ...(emptied ? rest : [GONE as Slot])), truth.difference(new Set([key])));
		} else if (kind !== 'insert') turn(truth.has(key) ? 'lost' : 'absent');
		else if (method === 'Chaining')
			turn('placed', put(homeOf(key), ...(buckets[homeOf(key)] ?? []), key), [...truth, key]);
		else {
			const reused = seen.free !== undefined && buckets[seen.free]?.length === 1;
			// The last free slot stays free, or a lookup would have nowhere to end.
			if (seen.free === undefined || (!reused && usedOf(buckets) >= SLOTS - 1)) turn('refused');
			else turn('placed', put(seen.free, key), [...truth, key]);
		}
	}
	return turns;
}

/** Looks of a miss in a large table: half of one plus the square of one over the free share; chained, one more than the load. */
export function formula(method: Method, load: number): number {
	return method === 'Chaining' ? 1 + load : (1 + 1 / (1 - load) ** 2) / 2;
}

/** Knuth's exact expectation of the same for so many keys in so many slots. */
export function expectation(slots: number, keys: number): number {
	let [sum, product] = [1, 1];
	for (let k = 1; k <= keys && product > 1e-12; k++) {
		product *= (keys - k + 1) / slots;
		sum += (k + 1) * product;
	}
	return (1 + sum) / 2;
}

/** Mean looks of a miss in large tables filled with random keys, by sixteenths of load. */
export const measured = remembered((): readonly number[] => {
	const sums = Array<number>(SLOTS).fill(0);
	for (let seed = 1; seed <= TABLES; seed++) {
		const next = uniform(seed);
		const taken = new Uint8Array(LARGE);
		for (let part = 0; part < SLOTS; part++) {
			// From each slot, how far the next free one is: backward, twice around.
			let [away, total] = [1, 0];
			for (let at = 2 * LARGE - 1; at >= 0; at--) {
				away = taken[at % LARGE] ? away + 1 : 1;
				if (at < LARGE) total += away;
			}
			sums[part] = (sums[part] ?? 0) + total / LARGE / TABLES;
			for (let key = 0; key < LARGE / SLOTS; key++) {
				let at = Math.floor(next() * LARGE);
				while (taken[at]) at = (at + 1) % LARGE;
				taken[at] = 1;
			}
		}
	}
	return sums;
});

const FIFTEEN = '67 22 41 86 35 9 70 28 57 3 90 44 14 77 60';

const settings = {
	step: number(0, MOST, 1, 11),
	method: choice(['Probing', 'Chaining'], 'Probing'),
	deleted: choice(['Marked', 'Emptied'], 'Marked'),
	operations: text(80, FIFTEEN),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly method: Method;
	readonly deleted: 'Marked' | 'Emptied';
	readonly operations: readonly Operation[];
	/** Of the operations, how many are done. */
	readonly step: number;
	readonly turn: Turn;
	readonly key: number;
	readonly home: number;
	/** Slots looked at in this step, and how many the other method looks at. */
	readonly looks: number;
	readonly other: number;
	/** Where the search ended, and where the key lies, if it does. */
	readonly ended: number;
	readonly lies: number | undefined;
	readonly live: number;
	readonly marked: number;
	/** Share of slots that are not free; with chaining, keys a bucket. */
	readonly load: number;
	/** Mean looks of a miss over all starting slots, and the most. */
	readonly miss: number;
	readonly worst: number;
	/** The same in a large table, by formula. */
	readonly expected: number;
	readonly longest: number;
	/** Keys that were inserted and that no lookup finds. */
	readonly lost: readonly number[];
	readonly firstLost: number | undefined;
}

/** `insert 44`, `look up 35`. */
export const nameOf = (operation: Operation | undefined): string =>
	operation ? `${operation.kind} ${operation.key}` : 'empty table';

const looked = (looks: number): string => count(looks, 'look');

/** What a slot or a bucket holds, in words. */
const heldIn = (held: readonly Slot[]): string =>
	held.length === 0 ? 'free' : held.map((slot) => (slot === GONE ? 'tombstone' : slot)).join(', ');

export const model = figureModel({
	settings,
	compute: ({ step: asked, method, deleted, operations: written }): Shown => {
		const operations = readOperations(written);
		const step = Math.min(asked, operations.length);
		const turns = play(method, deleted, operations);
		const turn = turns[step] as Turn;
		const { buckets, truth } = turn;
		const key = turn.operation?.key ?? 0;
		const misses = buckets.map((_, home) => missFrom(method, buckets, home));
		const live = buckets.flat().filter((slot) => slot !== GONE).length;
		const load = usedOf(buckets) / SLOTS;
		const lost = [...truth].filter((one) => search(method, buckets, one, homeOf(one)).at === undefined);
		const lies = buckets.findIndex((held) => held.includes(key));
		const rival = play(method === 'Probing' ? 'Chaining' : 'Probing', deleted, operations)[step];
		return {
			...{ method, deleted, operations, step, turn, key, live, load, lost },
			home: homeOf(key),
			looks: turn.search.path.length,
			other: rival?.search.path.length ?? 0,
			ended: turn.search.path.at(-1) ?? 0,
			lies: lies < 0 ? undefined : lies,
			marked: usedOf(buckets) - live,
			miss: misses.reduce((sum, one) => sum + one, 0) / SLOTS,
			worst: Math.max(...misses),
			expected: formula(method, load),
			longest: Math.max(...buckets.map((held) => held.length)),
			firstLost: lost[0],
		};
	},
	builtIn: `Keys are their own hash, and the slot is the remainder by ${SLOTS}. The table never grows. A look is one slot or node; the free slot or the end of a chain that ends a search counts. Dots: probing in ${TABLES} tables of ${LARGE.toLocaleString('en-US')} slots.`,
	name: ({ method, step }) => `A hash table with ${method.toLowerCase()}, after ${count(step, 'operation')}`,
	finding: ({ method, deleted, turn: { operation, outcome }, home, looks, ended, lies }) => {
		if (!operation) return 'An empty table: each lookup ends at its first look.';
		const what = `${nameOf(operation).replace(/./, (first) => first.toUpperCase())}: `;
		const place = method === 'Chaining' ? 'bucket' : 'slot';
		switch (outcome) {
			case 'placed':
				if (method === 'Chaining') return `${what}it joins bucket ${home} after ${looked(looks)}.`;
				return lies === home
					? `${what}slot ${home}, its own, takes it.`
					: `${what}slot ${home} is its own, but not free; ${looked(looks)}, and it lies in slot ${lies}.`;
			case 'there':
				return `${what}it is there already, in ${place} ${lies}.`;
			case 'refused':
				return `${what}refused, because the last free slot is where lookups end.`;
			case 'removed':
				return `${what}found after ${looked(looks)}; its ${method === 'Chaining' ? 'node is unlinked' : `slot is ${deleted.toLowerCase()}`}.`;
			case 'found':
				return `${what}found in ${place} ${lies} after ${looked(looks)}.`;
			case 'lost':
				return `${what}"not there", as slot ${ended} is free, yet it lies in slot ${lies}.`;
			default:
				return `${what}not there, as ${looked(looks)} tell.`;
		}
	},
	caption: ({ method, load, miss, expected, other, looks, step }) =>
		`From all ${SLOTS} starts, a lookup that misses takes ${fixed(miss, 2)} looks on average; in a large table of load ${fixed(load, 2)} the formula says ${fixed(expected, 2)}.${
			step > 0 && other !== looks
				? ` ${method === 'Probing' ? 'Chaining' : 'Probing'} needs ${looked(other)} for this step.`
				: ''
		}`,
	description: ({ method, turn: { buckets, operation, search: seen }, load, miss }) =>
		`${method === 'Chaining' ? 'Buckets' : 'Slots'}: ${buckets.map((held, at) => `${at} ${heldIn(held)}`).join('; ')}. ${
			operation ? `The step, ${nameOf(operation)}, looked at ${seen.path.join(', ')}. ` : ''
		}Beneath, looks of a miss by load: probing stays flat and then shoots up, chaining rises as a straight line. This table stands at load ${fixed(load, 2)} with ${fixed(miss, 2)}.`,
	readings: ({ method, load, live, marked, looks, miss, expected, lost }) => [
		{
			name: 'Load',
			value: fixed(load, 2),
			note: marked > 0 ? `${count(live, 'key')}, ${count(marked, 'tombstone')}` : count(live, 'key'),
		},
		{ name: 'This step', value: looked(looks) },
		{ name: 'A miss, here', value: fixed(miss, 2), note: `large table ${fixed(expected, 2)}` },
		{
			name: method === 'Chaining' ? 'In its own bucket' : 'Unbroken run',
			value: lost.length === 0 ? 'holds' : 'broken',
			note: lost.length === 0 ? 'each key is found' : `${lost.join(', ')} not found`,
		},
	],
	table: ({ method, turn: { buckets, search: seen }, lies }) => ({
		caption: 'What each place holds, and how many looks a miss takes that starts there',
		columns: [method === 'Chaining' ? 'Bucket' : 'Slot', 'Holds', 'Looks of a miss'],
		rows: buckets.map((held, at) => [at, heldIn(held), missFrom(method, buckets, at)]),
		...(seen.path.length > 0 && { current: lies ?? seen.path.at(-1) ?? 0 }),
	}),
	presets: [
		{
			name: 'Nearly full',
			values: { step: 15 },
			lesson: ({ live, miss, worst, expected }) =>
				`With ${live} of ${SLOTS} slots taken, a miss takes ${fixed(miss, 2)} looks on average and ${worst} at worst. In a large table: ${fixed(expected, 1)}.`,
		},
		{
			name: 'Chained',
			values: { step: 15, method: 'Chaining' },
			lesson: ({ miss }) => `The same keys: a miss takes ${fixed(miss, 2)} looks on average, one more than the load.`,
		},
		{
			name: 'Emptied, not marked',
			values: { step: 5, deleted: 'Emptied', operations: '3 19 35 -19 ?35' },
			lesson: ({ firstLost, lies, home, ended }) =>
				`The run is broken: ${firstLost} lies in slot ${lies}, but a search from slot ${home} meets the free slot ${ended} and gives up.`,
		},
		{
			name: 'Only tombstones',
			values: { step: 23, operations: '0 1 2 3 4 5 6 7 8 9 10 -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 -10 ?0' },
			lesson: ({ marked, looks, miss }) =>
				`Nothing is stored, and yet this lookup takes ${looked(looks)}, and a miss ${fixed(miss, 2)} on average: ${count(marked, 'tombstone')} must be walked past.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Nearly full': ({ method, live, miss, worst, expected }) =>
			method === 'Probing' && live === 15 && miss === 8.5 && worst === 16 && expected === 128.5,
		Chained: ({ method, live, load, miss, longest }) =>
			method === 'Chaining' && live === 15 && miss === 1 + load && longest < 5,
		'Emptied, not marked': (shown) =>
			shown.lost.join() === '35' &&
			shown.lies === 5 &&
			shown.home === 3 &&
			shown.ended === 4 &&
			play('Probing', 'Marked', shown.operations).at(-1)?.outcome === 'found',
		'Only tombstones': ({ live, marked, looks, miss }) =>
			live === 0 && marked === 11 && looks === 12 && miss > formula('Probing', 0) * 5,
	},
	comparisons: ({ method, deleted, turn: { buckets, truth }, miss, load, live, marked, lost }) => {
		// A run of so many slots that are not free costs 1, 2, … looks more, by where a search enters it.
		const free = buckets.findIndex((held) => held.length === 0);
		const ring = [...buckets.slice(free), ...buckets.slice(0, free)]
			.map((held) => (held.length === 0 ? ' ' : 'x'))
			.join('');
		const runs = ring.split(' ').map((run) => run.length);
		const walked = runs.reduce((sum, run) => sum + (run * (run + 1)) / 2, 0);
		const used = Math.round(load * SLOTS);
		return [
			nearly(
				'looks of a miss, by the lengths of runs or chains',
				miss,
				method === 'Chaining' ? 1 + live / SLOTS : 1 + walked / SLOTS,
				1e-12,
			),
			// A key that is lost may be stored a second time.
			...(method === 'Chaining' || deleted === 'Marked' ? [exactly('keys stored', live, truth.size)] : []),
			nearly('slots in use', (live + marked) / SLOTS, load, 1e-12, 1),
			exactly('keys that are lost, chained', method === 'Chaining' ? lost.length : 0, 0),
			...(method === 'Probing'
				? [
						// One long run more or less in four tables.
						nearly(
							'looks of a miss in large tables, by Knuth’s sum',
							measured()[used] ?? 0,
							expectation(LARGE, (LARGE / SLOTS) * used),
							0.2,
						),
						nearly(
							'the formula, by the sum for many more slots',
							formula(method, load),
							expectation(2 ** 24, (2 ** 24 / SLOTS) * used),
							1e-3,
						),
					]
				: []),
		];
	},
};
