/** Two transactions of three statements each: every order of them, at five levels of isolation, run statement by statement. */
import { exactly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';

export type Who = 'A' | 'B';
export type Key = 'x' | 'y' | 'z';
const KEYS = ['x', 'y', 'z'] as const;

interface Statement {
	/** One row, or all that match the condition of a count. */
	readonly read?: Key | 'all';
	readonly write?: Key;
	/** What to write, by what was read before; nothing where a condition does not hold. */
	readonly value?: (seen: readonly number[]) => number | undefined;
	readonly end?: 'commit' | 'rollback';
}

interface Work {
	readonly start: Readonly<Record<Key, number | undefined>>;
	/** What a row is called: of accounts a letter, of doctors a name. */
	readonly names: Readonly<Record<Key, string>>;
	readonly A: readonly Statement[];
	readonly B: readonly Statement[];
}

const commit: Statement = { end: 'commit' };
const accounts = (A: readonly Statement[], B: readonly Statement[]): Work => ({
	...{ start: { x: 100, y: 100, z: undefined }, names: { x: 'x', y: 'y', z: 'z' }, A, B },
});
const doctors = (A: readonly Statement[], B: readonly Statement[]): Work => ({
	...{ start: { x: 1, y: 1, z: undefined }, names: { x: 'Ann', y: 'Bob', z: 'Cy' }, A, B },
});
const add = (write: Key, by: number): Statement => ({ write, value: ([seen = 0]) => seen + by });
const set = (write: Key, to: number): Statement => ({ write, value: () => to });
const leave = (write: Key): Statement => ({ write, value: ([onCall = 0]) => (onCall > 1 ? 0 : undefined) });
const [x, y, all]: readonly [Statement, Statement, Statement] = [{ read: 'x' }, { read: 'y' }, { read: 'all' }];

/** By the name of what can go wrong. */
export const works = {
	'dirty read': accounts([x, add('x', 10), { end: 'rollback' }], [x, add('y', 0), commit]),
	'non-repeatable read': accounts([x, x, commit], [x, add('x', -10), commit]),
	phantom: doctors([all, all, commit], [all, set('z', 1), commit]),
	'read skew': accounts([x, y, commit], [set('x', 90), set('y', 110), commit]),
	'lost update': accounts([x, add('x', 10), commit], [x, add('x', 20), commit]),
	'write skew': doctors([all, leave('x'), commit], [all, leave('y'), commit]),
};
export type Anomaly = keyof typeof works;

export const LEVELS = ['read uncommitted', 'read committed', 'snapshot', 'serializable', 'locking'] as const;
export type Level = (typeof LEVELS)[number];

/** All orders of three steps each, from A before B to B before A. */
export const orders: readonly string[] = (function all(a: number, b: number): string[] {
	if (a + b === 0) return [''];
	return [...(a ? all(a - 1, b).map((rest) => `A${rest}`) : []), ...(b ? all(a, b - 1).map((rest) => `B${rest}`) : [])];
})(3, 3);
export const ORDERS = orders.length;

/** A row as it stands: committed versions, oldest first, and one that waits for its commit. */
export interface Stored {
	readonly name: string;
	readonly committed: readonly number[];
	readonly pending: { readonly by: Who; readonly value: number } | undefined;
}

export interface Event {
	readonly who: Who;
	readonly kind: 'read' | 'write' | 'end' | 'wait' | 'abort';
	readonly text: string;
	/** What is stored after it. */
	readonly rows: readonly Stored[];
}

interface Version {
	readonly by: Who | 'start';
	readonly value: number | undefined;
	/** When it was committed. */
	readonly at: number;
}

/** Which version was read of which row: what a check of the outcome goes by. */
interface Read {
	readonly who: Who;
	readonly key: Key;
	readonly from: Version;
}

export interface Run {
	readonly start: readonly Stored[];
	readonly events: readonly Event[];
	readonly committed: readonly Who[];
	/** By the database: a rollback that the program asks for is none. */
	readonly aborted: readonly Who[];
	readonly waited: boolean;
	readonly seen: Readonly<Record<Who, readonly number[]>>;
	readonly final: Readonly<Record<Key, number | undefined>>;
	readonly reads: readonly Read[];
	readonly versions: Readonly<Record<Key, readonly Version[]>>;
}

const other = (who: Who): Who => (who === 'A' ? 'B' : 'A');
const last = <Item>(items: readonly Item[]): Item => items.at(-1) as Item;

/** Runs both programs; a turn of one that waits passes, and is made up for at the end. */
export function run(work: Work, level: Level, turns: string): Run {
	const versions = Object.fromEntries(
		KEYS.map((key) => [key, [{ by: 'start', value: work.start[key], at: 0 }]]),
	) as Record<Key, Version[]>;
	const pending: Partial<Record<Key, { by: Who; value: number }>> = {};
	const fresh = () => ({ next: 0, seen: [] as number[], snapshot: -1, waits: false, over: '', locks: new Set<Key>() });
	const state = { A: fresh(), B: fresh() };
	const [events, reads] = [[] as Event[], [] as Read[]];
	let clock = 0;

	const snapshots = level === 'snapshot' || level === 'serializable';
	const stored = (): Stored[] =>
		KEYS.map((key) => ({
			name: work.names[key],
			committed: versions[key].flatMap(({ value }) => value ?? []),
			pending: pending[key],
		})).filter((row) => row.committed.length > 0 || row.pending);
	const start = stored();
	const say = (who: Who, kind: Event['kind'], text: string): void => {
		events.push({ who, kind, text, rows: stored() });
	};
	const finish = (who: Who, how: 'commit' | 'rollback' | 'abort', text: string): void => {
		if (how === 'commit') clock++;
		for (const key of KEYS) {
			const mine = pending[key];
			if (mine?.by !== who) continue;
			if (how === 'commit') versions[key].push({ by: who, value: mine.value, at: clock });
			delete pending[key];
		}
		state[who].over = how;
		state[who].locks.clear();
		say(who, how === 'abort' ? 'abort' : 'end', text);
		const rest = state[other(who)];
		if (!rest.waits) return;
		rest.waits = false;
		step(other(who));
	};
	/** Whether the other one is in the way; the one that closes a cycle of waits is aborted. */
	const waits = (who: Who): void => {
		if (state[other(who)].waits) finish(who, 'abort', 'deadlock: aborted');
		else {
			state[who].waits = true;
			say(who, 'wait', `waits for ${other(who)}`);
		}
	};
	const visible = (who: Who, key: Key): Version => {
		const written = pending[key];
		if (written && (written.by === who || level === 'read uncommitted'))
			return { by: written.by, value: written.value, at: Number.POSITIVE_INFINITY };
		return last(versions[key].filter(({ at }) => !snapshots || at <= state[who].snapshot));
	};
	/** Each of two that ran side by side read what the other one overwrote. */
	const crossed = (who: Who): boolean => {
		const [mine, theirs] = [reads.filter((one) => one.who === who), reads.filter((one) => one.who !== who)];
		return (
			state[other(who)].over === 'commit' &&
			mine.some(({ key, from }) => last(versions[key]).by === other(who) && last(versions[key]).at > from.at) &&
			theirs.some(({ key }) => pending[key]?.by === who)
		);
	};
	const found = (who: Who, row: Key | 'all'): void => {
		const keys = row === 'all' ? KEYS : [row];
		if (level === 'locking') for (const key of keys) state[who].locks.add(key);
		let amount = 0;
		for (const key of keys) {
			const from = visible(who, key);
			if (from.by !== who) reads.push({ who, key, from });
			amount += from.value ?? 0;
		}
		state[who].seen.push(amount);
		state[who].next++;
		say(who, 'read', row === 'all' ? `count: ${amount}` : `read ${work.names[row]}: ${amount}`);
	};
	const written = (who: Who, row: Key, value: number | undefined): void => {
		if (value !== undefined) pending[row] = { by: who, value };
		state[who].next++;
		say(who, 'write', value === undefined ? 'stays' : `${work.names[row]} = ${value}`);
	};
	function step(who: Who): void {
		const [own, them] = [state[who], state[other(who)]];
		const { read, write, value, end = 'commit' } = work[who][own.next] as Statement;
		if (own.snapshot < 0) own.snapshot = clock;
		const held = (key: Key): boolean => pending[key]?.by === other(who);
		const to = value?.(own.seen);
		if (read) {
			if (level === 'locking' && (read === 'all' ? KEYS : [read]).some(held)) waits(who);
			else found(who, read);
		} else if (write) {
			if (to !== undefined && (held(write) || them.locks.has(write))) waits(who);
			else if (to !== undefined && snapshots && last(versions[write]).at > own.snapshot)
				finish(who, 'abort', 'stale: aborted');
			else written(who, write, to);
		} else if (level === 'serializable' && end === 'commit' && crossed(who)) finish(who, 'abort', 'crossed: aborted');
		else finish(who, end, end);
	}

	const ready = (who: Who): boolean => !state[who].over && !state[who].waits;
	for (const who of [...turns, ...'AAABBBAAA'] as Who[]) if (ready(who)) step(who);
	const who = ['A', 'B'] as const;
	return {
		...{ start, events, reads, versions, waited: events.some(({ kind }) => kind === 'wait') },
		committed: who.filter((one) => state[one].over === 'commit'),
		aborted: who.filter((one) => state[one].over === 'abort'),
		seen: { A: state.A.seen, B: state.B.seen },
		final: Object.fromEntries(KEYS.map((key) => [key, last(versions[key]).value])) as Run['final'],
	};
}

/** The order, one after the other, that explains what was read and what is stored; none where an anomaly shows. */
export function serialOrder(work: Work, { committed, seen, final }: Run): string | undefined {
	const nothing: readonly Statement[] = [{ end: 'rollback' }];
	return [committed, committed.toReversed()]
		.map((order) => order.join(''))
		.find((order) => {
			const programs = { A: order.includes('A') ? work.A : nothing, B: order.includes('B') ? work.B : nothing };
			const turns = order.replaceAll('A', 'AAA').replaceAll('B', 'BBB');
			const serial = run({ ...work, ...programs }, 'read committed', turns);
			const same = committed.every((who) => String(serial.seen[who]) === String(seen[who]));
			return same && KEYS.every((key) => serial.final[key] === final[key]);
		});
}

export type Verdict = 'wrong' | 'aborted' | 'serial';

/** What one order ends in. */
function judge(work: Work, result: Run): Verdict {
	if (serialOrder(work, result) === undefined) return 'wrong';
	return result.aborted.length > 0 ? 'aborted' : 'serial';
}

/** How all orders end at one level. */
export interface Tally {
	readonly level: Level;
	readonly verdicts: readonly Verdict[];
	readonly wrong: number;
	readonly aborted: number;
	readonly serial: number;
	readonly waiting: number;
}

function tally(work: Work, level: Level): Tally {
	const runs = orders.map((turns) => run(work, level, turns));
	const verdicts = runs.map((one) => judge(work, one));
	const amount = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
	return {
		...{ level, verdicts, wrong: amount('wrong'), aborted: amount('aborted'), serial: amount('serial') },
		waiting: runs.filter(({ waited }) => waited).length,
	};
}

/** Of the six statements one may wait, and is then tried twice. */
export const STEPS = 7;

const settings = {
	order: number(1, ORDERS, 1, 6),
	anomaly: choice(Object.keys(works) as Anomaly[], 'lost update'),
	level: choice(LEVELS, 'read committed'),
	step: number(0, STEPS, 1, STEPS),
};

export interface Shown {
	readonly order: number;
	readonly anomaly: Anomaly;
	readonly level: Level;
	readonly turns: string;
	readonly result: Run;
	readonly verdict: Verdict;
	/** The serial order that explains it. */
	readonly as: string | undefined;
	/** Events shown by now, of so many. */
	readonly step: number;
	readonly steps: number;
	readonly now: Event | undefined;
	readonly rows: readonly Stored[];
	readonly tally: Tally;
	readonly tallies: readonly Tally[];
}

const serially = (as = ''): string =>
	as.length > 1 ? `as if ${as[0]} had come first` : `as if ${as || 'neither'} had run alone`;

export const model = figureModel({
	settings,
	compute: ({ order, anomaly, level, step }): Shown => {
		const work = works[anomaly];
		const turns = orders[order - 1] ?? '';
		const result = run(work, level, turns);
		const steps = result.events.length;
		const at = Math.min(step, steps);
		const now = result.events[at - 1];
		const tallies = LEVELS.map((one) => tally(work, one));
		return {
			...{ order, anomaly, level, turns, result, steps, now, tallies, step: at },
			verdict: judge(work, result),
			as: serialOrder(work, result),
			rows: now?.rows ?? result.start,
			tally: tallies.find((one) => one.level === level) as Tally,
		};
	},
	builtIn:
		'Writes lock a row to the end at every level. Snapshot is PostgreSQL’s repeatable read; serializable also checks at commit whether each read what the other overwrote. Locking locks what is read, too, and aborts the one that closes a cycle.',
	name: ({ anomaly, level, turns }) => `Two transactions in the order ${turns}, ${anomaly}, ${level}`,
	finding: ({ step, steps, now, verdict, anomaly, as, result }) => {
		if (!now) return 'Nothing has run yet.';
		if (step < steps) return `Step ${step} of ${steps}: ${now.who}, ${now.text}.`;
		if (verdict === 'wrong') return `No order of one after the other ends like this: ${anomaly}.`;
		if (verdict === 'aborted')
			return `${result.aborted.join('')} is aborted and has to start again; it ends ${serially(as)}.`;
		return `It ends ${serially(as)}.`;
	},
	caption: ({ level, tally: { wrong, aborted, waiting } }) =>
		`Of ${ORDERS} orders of these statements at ${level}, ${wrong} end as no serial order would, ${aborted} in an abort; in ${waiting} someone waits.`,
	description: ({ result, step, rows, tally: { wrong, aborted, serial } }) =>
		`Statements from top to bottom, those of A at the left, of B at the right: ${result.events
			.slice(0, step)
			.map(({ who, text }) => `${who} ${text}`)
			.join('; ')}. Stored: ${rows
			.map(({ name, committed, pending }) =>
				[name, ...committed, pending ? `(${pending.value} by ${pending.by})` : ''].join(' '),
			)
			.join(
				'; ',
			)}. A strip of ${ORDERS} boxes, one for each order: ${wrong} wrong, ${aborted} with an abort, ${serial} as one by one.`,
	readings: ({ verdict, anomaly, tally: { wrong, aborted } }) => [
		{ name: 'This order', value: verdict === 'wrong' ? anomaly : verdict === 'aborted' ? 'one aborted' : 'serial' },
		{ name: 'Orders that go wrong', value: wrong, note: `of ${ORDERS}` },
		{ name: 'Orders with an abort', value: aborted, note: `of ${ORDERS}` },
	],
	table: ({ anomaly, tallies, level }) => ({
		caption: `How the orders end, ${anomaly}`,
		columns: ['Level', 'Wrong', 'Aborted', 'Serial', 'With a wait'],
		rows: tallies.map((one) => [one.level, ...[one.wrong, one.aborted, one.serial, one.waiting].map(String)]),
		current: LEVELS.indexOf(level),
	}),
	presets: [
		{
			name: 'Run one by one',
			values: { order: 1 },
			lesson: ({ tally: { wrong } }) => `A test of the two in turn passes, while ${wrong} of ${ORDERS} orders fail.`,
		},
		{
			name: 'Take a snapshot',
			values: { level: 'snapshot' },
			lesson: ({ result: { aborted }, tally }) =>
				`${aborted.join('')} waits for the row, finds a version newer than its snapshot, and is aborted: ${tally.aborted} of ${ORDERS} orders cost a retry.`,
		},
		{
			name: 'Write skew',
			values: { anomaly: 'write skew', level: 'snapshot' },
			lesson: ({ tally: { wrong } }) =>
				`Each counts two on call and leaves. They write different rows, so nothing is refused: ${wrong} of ${ORDERS} orders leave nobody.`,
		},
		{
			name: 'Check the reads',
			values: { anomaly: 'write skew', level: 'serializable' },
			lesson: ({ result: { aborted }, tally }) =>
				`Each read what the other overwrote, so the commit of ${aborted.join('')} is refused. Nothing waits; ${tally.aborted} of ${ORDERS} orders cost a retry.`,
		},
		{
			name: 'Lock the reads',
			values: { anomaly: 'write skew', level: 'locking' },
			lesson: ({ result: { aborted }, tally }) =>
				`Both hold what they counted: a deadlock, and ${aborted.join('')} is the victim. ${tally.aborted} of ${ORDERS} orders end so.`,
		},
		{
			name: 'Read what is not committed',
			values: { anomaly: 'dirty read', level: 'read uncommitted', order: 4 },
			lesson: ({ rows, tally: { wrong } }) =>
				`A rolls back, but its ${rows[1]?.committed.at(-1)} lives on in y, in ${wrong} of ${ORDERS} orders.`,
		},
	],
});

/** Whether the committed transactions' dependencies have a cycle, or one read what was never committed. */
export function hasCycle({ reads, versions, committed, aborted }: Run, rolledBack: readonly Who[]): boolean {
	const edges = new Set<string>();
	const real = (who: Who | 'start'): who is Who => who !== 'start' && committed.includes(who);
	const edge = (from: Who | 'start', to: Who | 'start'): void => {
		if (real(from) && real(to) && from !== to) edges.add(from + to);
	};
	for (const key of KEYS) {
		for (const [at, { by }] of versions[key].entries()) edge(versions[key][at - 1]?.by ?? 'start', by);
		for (const { who, key: of, from } of reads) {
			if (of !== key) continue;
			edge(from.by, who);
			const next =
				from.at === Number.POSITIVE_INFINITY
					? versions[key][versions[key].findIndex(({ by }) => by === from.by) + 1]
					: versions[key].find(({ at }) => at > from.at);
			if (next) edge(who, next.by);
		}
	}
	const undone = [...aborted, ...rolledBack];
	const dirty = reads.some(({ who, from }) => real(who) && undone.includes(from.by as Who));
	return dirty || (edges.has('AB') && edges.has('BA'));
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Run one by one': ({ order, verdict, tally: { wrong } }) => order === 1 && verdict === 'serial' && wrong === 18,
		'Take a snapshot': ({ level, anomaly, result: { aborted, waited }, tally }) =>
			level === 'snapshot' &&
			anomaly === 'lost update' &&
			waited &&
			aborted.length === 1 &&
			tally.wrong === 0 &&
			tally.aborted === 18,
		'Write skew': ({ level, anomaly, verdict, rows, result: { aborted }, tally: { wrong } }) =>
			level === 'snapshot' &&
			anomaly === 'write skew' &&
			verdict === 'wrong' &&
			aborted.length === 0 &&
			rows.every(({ committed }) => committed.at(-1) === 0) &&
			wrong === 18,
		'Check the reads': ({ level, anomaly, result: { aborted }, tally: { wrong, waiting } }) =>
			level === 'serializable' && anomaly === 'write skew' && aborted.length === 1 && wrong === 0 && waiting === 0,
		'Lock the reads': ({ level, anomaly, result: { aborted, events }, tally }) =>
			level === 'locking' &&
			anomaly === 'write skew' &&
			aborted.length === 1 &&
			tally.wrong === 0 &&
			tally.aborted > 0 &&
			events.some(({ kind }) => kind === 'abort'),
		'Read what is not committed': ({ level, anomaly, verdict, rows }) =>
			level === 'read uncommitted' &&
			anomaly === 'dirty read' &&
			verdict === 'wrong' &&
			rows[1]?.committed.at(-1) === 110,
	},
	// All orders of three and three; and what goes wrong, by the cycles of a graph of dependencies instead of by trying serial orders.
	comparisons: ({ anomaly, level, tally: { wrong, aborted, serial } }) => {
		const rolledBack: readonly Who[] = anomaly === 'dirty read' ? ['A'] : [];
		const cyclic = orders.filter((turns) => hasCycle(run(works[anomaly], level, turns), rolledBack));
		return [
			exactly('orders, by 6! / (3! 3!)', wrong + aborted + serial, 720 / 36),
			exactly('orders that go wrong, by cycles', wrong, cyclic.length),
		];
	},
};
