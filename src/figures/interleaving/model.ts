/** Two threads of a few steps each, run in any order: what they leave behind, who waits for whom, and how all orders end. */
import { exactly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number, text } from '../parts/settings.ts';
import { count } from '../parts/words.ts';

/** Turns that are read of a reader's order. */
export const MOST = 24;
/** Increments, or moves, that there are: one of each thread. */
export const WANTED = 2;

export const threads = ['A', 'B'] as const;
export type Thread = 0 | 1;
type LockName = 'L' | 'P' | 'Q';

/** One step of a thread: nothing comes between its beginning and its end. */
type Line = { readonly words: string } & (
	| { readonly kind: 'take' | 'release'; readonly lock: LockName }
	| { readonly kind: 'read' | 'add' | 'write' | 'swap' | 'work' }
);

const take = (lock: LockName): Line => ({ kind: 'take', lock, words: `take ${lock}` });
const release = (lock: LockName): Line => ({ kind: 'release', lock, words: `release ${lock}` });
const read: Line = { kind: 'read', words: 'r = n' };
const add: Line = { kind: 'add', words: 'r = r + 1' };
const write: Line = { kind: 'write', words: 'n = r' };
const swap: Line = { kind: 'swap', words: 'CAS n, r, r+1' };
const both = (first: LockName, second: LockName): readonly Line[] => [
	take(first),
	take(second),
	{ kind: 'work', words: 'use both' },
	release(second),
	release(first),
];

export const names = [
	'No lock',
	'A lock for each access',
	'A lock for the update',
	'Compare and swap',
	'Two locks, one order',
	'Two locks, opposite orders',
] as const;
export type Name = (typeof names)[number];

const twice = (lines: readonly Line[]) => [lines, lines] as const;

/** What A and B run. */
export const programs: Readonly<Record<Name, readonly [readonly Line[], readonly Line[]]>> = {
	'No lock': twice([read, add, write]),
	'A lock for each access': twice([take('L'), read, release('L'), add, take('L'), write, release('L')]),
	'A lock for the update': twice([take('L'), read, add, write, release('L')]),
	'Compare and swap': twice([read, swap]),
	'Two locks, one order': twice(both('P', 'Q')),
	'Two locks, opposite orders': [both('P', 'Q'), both('Q', 'P')],
};

/** Where both threads are, and what they share. */
export interface Machine {
	/** The next line of each; past the last when it has finished. */
	readonly at: readonly [number, number];
	/** What each has read, and added to. */
	readonly r: readonly [number, number];
	/** The shared number: increments that count, or uses of both locks. */
	readonly n: number;
	/** Writes that were made. */
	readonly writes: number;
	readonly holders: Readonly<Partial<Record<LockName, Thread>>>;
}

const start: Machine = { at: [0, 0], r: [0, 0], n: 0, writes: 0, holders: {} };

const put = (pair: readonly [number, number], who: Thread, value: number): readonly [number, number] =>
	pair.with(who, value) as [number, number];

/** The lock that a thread cannot go on without, where another holds it. */
function waitsFor(name: Name, { at, holders }: Machine, who: Thread): LockName | undefined {
	const line = programs[name][who][at[who]];
	return line?.kind === 'take' && holders[line.lock] !== undefined ? line.lock : undefined;
}

const canRun = (name: Name, machine: Machine, who: Thread): boolean =>
	machine.at[who] < programs[name][who].length && waitsFor(name, machine, who) === undefined;

/** One line of one thread, which must be able to run. */
function run(name: Name, machine: Machine, who: Thread): Machine {
	const { at, r, n, writes, holders } = machine;
	const line = programs[name][who][at[who]];
	const next = { ...machine, at: put(at, who, at[who] + 1) };
	switch (line?.kind) {
		case 'take':
			return { ...next, holders: { ...holders, [line.lock]: who } };
		case 'release': {
			const { [line.lock]: _, ...others } = holders;
			return { ...next, holders: others };
		}
		case 'read':
			return { ...next, r: put(r, who, n) };
		case 'add':
			return { ...next, r: put(r, who, r[who] + 1) };
		case 'write':
			return { ...next, n: r[who], writes: writes + 1 };
		case 'swap':
			return n === r[who]
				? { ...next, r: put(r, who, n + 1), n: n + 1, writes: writes + 1 }
				: { ...machine, at: put(at, who, 0) };
		case 'work':
			return { ...next, n: n + 1, writes: writes + 1 };
		default:
			return machine;
	}
}

/** How the orders end that there are from some state on. */
export interface Ends {
	readonly right: number;
	/** All done, and fewer increments than threads. */
	readonly lost: number;
	readonly stuck: number;
}

const known = new Map<string, Ends>();

/** Counts the orders of steps; a thread that waits is not in any order until it can run. */
function endsFrom(name: Name, machine: Machine): Ends {
	const key = JSON.stringify([name, machine]);
	const before = known.get(key);
	if (before) return before;
	const runnable = ([0, 1] as const).filter((who) => canRun(name, machine, who));
	const done = machine.at.every((at, who) => at >= programs[name][who as Thread].length);
	const ends = runnable
		.map((who) => endsFrom(name, run(name, machine, who)))
		.reduce((sum, one) => ({ right: sum.right + one.right, lost: sum.lost + one.lost, stuck: sum.stuck + one.stuck }), {
			right: done && machine.n === WANTED ? 1 : 0,
			lost: done && machine.n < WANTED ? 1 : 0,
			stuck: !done && runnable.length === 0 ? 1 : 0,
		});
	known.set(key, ends);
	return ends;
}

const totalOf = ({ right, lost, stuck }: Ends): number => right + lost + stuck;

/** Turns as letters; whatever is none is passed over. */
export const readOrder = (written: string): readonly Thread[] =>
	[...written.toUpperCase()]
		.flatMap((letter): Thread[] => (letter === 'A' ? [0] : letter === 'B' ? [1] : []))
		.slice(0, MOST);

interface Turn {
	readonly who: Thread;
	/** What it did, or would have done. */
	readonly words: string;
	readonly did: 'ran' | 'retried' | 'waited' | 'had finished';
}

const settings = {
	step: number(0, MOST, 1, 6),
	program: choice(names, 'No lock'),
	order: text(MOST, 'ABABAB'),
};

/** All that one state of the figure shows. */
export interface Shown extends Machine {
	readonly program: Name;
	readonly order: readonly Thread[];
	readonly step: number;
	readonly turn: Turn | undefined;
	/** Turns of this order in which a thread could only wait. */
	readonly waited: number;
	readonly waits: readonly [LockName | undefined, LockName | undefined];
	readonly done: boolean;
	readonly deadlock: boolean;
	/** Whether the program has locks that can be waited for in a circle, or an update that can be lost. */
	readonly two: boolean;
	/** From the beginning, and from here on. */
	readonly ends: Ends;
	readonly orders: number;
	readonly here: Ends;
	readonly left: number;
}

/** Who holds a lock, in words. */
export const holds = ({ holders }: Pick<Machine, 'holders'>, lock: LockName): string => {
	const who = holders[lock];
	return who === undefined ? 'free' : `held by ${threads[who]}`;
};

/** Locks of a program, in their order. */
export const locksOf = (name: Name): readonly LockName[] =>
	(['L', 'P', 'Q'] as const).filter((lock) =>
		programs[name][0].some((line) => line.kind === 'take' && line.lock === lock),
	);

const verdict = ({ two }: Shown, { lost, stuck }: Ends, of: number): string =>
	two ? `${stuck} of ${of} deadlock` : `${lost} of ${of} lose an update`;

export const model = figureModel({
	settings,
	compute: ({ step: asked, program, order: written }): Shown => {
		const order = readOrder(written);
		const step = Math.min(asked, order.length);
		let machine = start;
		let turn: Turn | undefined;
		let waited = 0;
		for (const who of order.slice(0, step)) {
			const words = programs[program][who][machine.at[who]]?.words ?? 'nothing';
			const after = canRun(program, machine, who) ? run(program, machine, who) : machine;
			const finished = machine.at[who] >= programs[program][who].length;
			const retried = after.at[who] < machine.at[who];
			turn = {
				who,
				words,
				did: finished ? 'had finished' : retried ? 'retried' : after === machine ? 'waited' : 'ran',
			};
			if (turn.did === 'waited') waited += 1;
			machine = after;
		}
		const waits = [waitsFor(program, machine, 0), waitsFor(program, machine, 1)] as const;
		const [ends, here] = [endsFrom(program, start), endsFrom(program, machine)];
		return {
			...machine,
			...{ program, order, step, turn, waited, waits, ends, here },
			done: machine.at.every((at, who) => at >= programs[program][who as Thread].length),
			deadlock: waits.every((lock) => lock !== undefined),
			two: locksOf(program).length > 1,
			orders: totalOf(ends),
			left: totalOf(here),
		};
	},
	builtIn:
		'Each line is one step, memory is the same for both threads at once, and every order counts alike: real processors reorder, and real schedulers switch rarely, so bad orders come seldom.',
	name: ({ program, step }) => `Two threads, ${program.toLowerCase()}, after ${count(step, 'turn')}`,
	finding: ({ turn, n, done, deadlock, two, waits, waited }) => {
		if (!turn) return 'Nothing has run yet: the next turn may go to either thread.';
		const [a, b] = waits;
		if (deadlock) return `Deadlock: A waits for ${a}, which B holds, and B waits for ${b}, which A holds.`;
		const who = threads[turn.who];
		if (done && !two)
			return n === WANTED
				? `Both are done, and n is ${n}: no update is lost.`
				: `Both are done, and n is ${n}: both read the same value, and an update is lost.`;
		if (done) return `Both are done: each had both locks once, after ${count(waited, 'turn')} of waiting.`;
		if (turn.did === 'had finished') return `${who} had finished, so this turn does nothing.`;
		if (turn.did === 'waited')
			return `${who} cannot go on: “${turn.words}” has to wait until the other thread releases it.`;
		if (turn.did === 'retried') return `${who} found n changed since it read it, so it does not swap, and reads again.`;
		return `${who} ran “${turn.words}”.`;
	},
	caption: (shown) =>
		`Of all orders from the beginning, ${verdict(shown, shown.ends, shown.orders)}; from here on, ${verdict(shown, shown.here, shown.left)}.`,
	description: (shown) =>
		`${threads
			.map((thread, who) => {
				const lines = programs[shown.program][who as Thread];
				const at = shown.at[who as Thread];
				const wait = shown.waits[who as Thread];
				return `Thread ${thread} has run ${at} of ${lines.length} lines${wait ? ` and waits for ${wait}` : ''}, its next is ${lines[at]?.words ?? 'none'}`;
			})
			.join('. ')}. The shared n is ${shown.n}. ${locksOf(shown.program)
			.map((lock) => `Lock ${lock} is ${holds(shown, lock)}. `)
			.join('')}The order so far: ${
			shown.order
				.slice(0, shown.step)
				.map((who) => threads[who])
				.join(' ') || 'nothing'
		}. Bars beneath count how all ${shown.orders} orders end: ${shown.ends.right} right, ${shown.ends.lost} with an update lost, ${shown.ends.stuck} deadlocked.`,
	readings: (shown) => [
		{
			name: shown.two ? 'Uses of both locks' : 'Shared n',
			value: shown.n,
			note: `${count(shown.writes, 'write')} so far`,
		},
		{ name: 'From here', value: verdict(shown, shown.here, shown.left) },
		{
			name: 'No update lost',
			value: shown.n === shown.writes ? 'holds' : 'broken',
			note: 'n counts each write',
		},
		{
			name: 'No circle of waits',
			value: shown.deadlock ? 'broken' : 'holds',
			note: shown.waits.every((lock) => lock === undefined)
				? 'nobody waits'
				: shown.deadlock
					? 'A for B, B for A'
					: shown.waits[0]
						? 'A for B'
						: 'B for A',
		},
	],
	table: ({ program, at, waits }) => ({
		caption: 'The lines of both threads, and where they are',
		columns: ['Line', 'A', 'A is', 'B', 'B is'],
		rows: programs[program][0].map((_, index) => [
			index + 1,
			...([0, 1] as const).flatMap((who) => [
				programs[program][who][index]?.words ?? '',
				index < at[who] ? 'past it' : index > at[who] ? 'before it' : waits[who] ? 'waiting' : 'here',
			]),
		]),
	}),
	presets: [
		{
			name: 'One after the other',
			values: { order: 'AAABBB' },
			lesson: ({ n, ends, orders }) =>
				`B read after A had written, so n is ${n}. Only ${ends.right} of ${orders} orders do that.`,
		},
		{
			name: 'A lock for each access',
			values: { program: 'A lock for each access', order: 'AAABBBAAAABBBB', step: 14 },
			lesson: ({ n, writes, ends, orders }) =>
				`No two accesses overlapped, yet ${writes} writes left n at ${n}. ${ends.lost} of ${orders} orders lose an update.`,
		},
		{
			name: 'A lock for the update',
			values: { program: 'A lock for the update', order: 'ABABABABABBBBB', step: 14 },
			lesson: ({ waited, orders, ends }) =>
				`B waited ${count(waited, 'turn')}. ${ends.lost} of the ${orders} orders that are left lose an update.`,
		},
		{
			name: 'Compare and swap',
			values: { program: 'Compare and swap', order: 'ABABBB' },
			lesson: ({ n, ends, orders }) =>
				`Nobody waited. B read again what had changed, and n is ${n}: in ${ends.right} of ${orders} orders no update is lost.`,
		},
		{
			name: 'Two locks, opposite orders',
			values: { program: 'Two locks, opposite orders', order: 'ABAB', step: 4 },
			lesson: ({ ends, orders, left, here }) =>
				`Each holds what the other wants: ${ends.stuck} of ${orders} orders end so, and from here ${here.stuck} of ${left}.`,
		},
		{
			name: 'Two locks, one order',
			values: { program: 'Two locks, one order', order: 'ABABABABABBBBB', step: 14 },
			lesson: ({ waited, ends, orders }) =>
				`B waited ${count(waited, 'turn')} with empty hands: ${ends.stuck} of ${orders} orders deadlock.`,
		},
	],
});

/** How orders end, counted from positions: every merge of both threads in which no lock is held twice at a time. */
function endsByPositions(name: Name): Ends {
	if (name === 'Compare and swap') return { right: 2 + 2 * 2, lost: 0, stuck: 0 };
	const [a, b] = programs[name];
	const total = a.length + b.length;
	const ends = { right: 0, lost: 0, stuck: name === 'Two locks, opposite orders' ? 2 : 0 };
	for (let mask = 0; mask < 2 ** total; mask++) {
		const places = ([0, 1] as const).map((who) =>
			Array.from({ length: total }, (_, at) => at).filter((at) => ((mask >> at) & 1) === who),
		);
		if (places[0]?.length !== a.length) continue;
		const spans = ([0, 1] as const).map((who) => {
			const open = new Map<string, number>();
			return programs[name][who].flatMap((line, index) => {
				const at = places[who]?.[index] ?? 0;
				if (line.kind === 'take') open.set(line.lock, at);
				return line.kind === 'release' ? [{ lock: line.lock, from: open.get(line.lock) ?? 0, to: at }] : [];
			});
		});
		const overlap = spans[0]?.some((one) =>
			spans[1]?.some((other) => one.lock === other.lock && one.from < other.to && other.from < one.to),
		);
		if (overlap) continue;
		const placeOf = (who: Thread, kind: Line['kind']): number =>
			places[who]?.[programs[name][who].findIndex((line) => line.kind === kind)] ?? 0;
		const apart = placeOf(0, 'write') < placeOf(1, 'read') || placeOf(1, 'write') < placeOf(0, 'read');
		if (apart || locksOf(name).length > 1) ends.right += 1;
		else ends.lost += 1;
	}
	return ends;
}

const counted = new Map<Name, Ends>();

export const checks: FigureChecks<Shown> = {
	lessons: {
		'One after the other': ({ program, n, ends, orders, done }) =>
			program === 'No lock' && done && n === 2 && ends.right === 2 && orders === 20,
		'A lock for each access': ({ program, n, writes, done, ends }) =>
			program === 'A lock for each access' && done && n === 1 && writes === 2 && ends.lost > ends.right,
		'A lock for the update': ({ program, done, n, waited, orders, ends }) =>
			program === 'A lock for the update' && done && n === 2 && waited > 0 && orders === 2 && ends.lost === 0,
		'Compare and swap': ({ program, done, n, ends, orders, waited }) =>
			program === 'Compare and swap' && done && n === 2 && waited === 0 && ends.right === orders,
		'Two locks, opposite orders': ({ deadlock, ends, orders, here, left }) =>
			deadlock && ends.stuck > 0 && ends.stuck < orders && here.stuck === left,
		'Two locks, one order': ({ program, done, waited, ends }) =>
			program === 'Two locks, one order' && done && waited > 0 && ends.stuck === 0,
	},
	comparisons: ({ program, ends, at, step, order, waited, turn, n, writes, done, deadlock, two }) => {
		const expected = counted.get(program) ?? endsByPositions(program);
		counted.set(program, expected);
		const plain = program !== 'Compare and swap';
		return [
			...(['right', 'lost', 'stuck'] as const).map((end) =>
				exactly(`orders that end ${end}, by positions`, ends[end], expected[end]),
			),
			// A turn runs a line, waits, or finds its thread done.
			...(plain && turn?.did === 'ran' && order.slice(0, step).length === at[0] + at[1] + waited
				? [exactly('lines that ran', at[0] + at[1], step - waited)]
				: []),
			...(two || program === 'Compare and swap' || program === 'A lock for the update'
				? [exactly('n, where each write counts', n, writes)]
				: []),
			...(done ? [exactly('writes of two threads that are done', writes, WANTED)] : []),
			...(deadlock ? [exactly('locks held in a deadlock', at[0] + at[1], 2)] : []),
		];
	},
};
