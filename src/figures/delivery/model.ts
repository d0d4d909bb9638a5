/** Six payments through a log of two partitions, a group of two consumers, and one crash: what is booked, action by action. */
import { exactly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { count } from '../parts/words.ts';

/** The payments, each key in a partition of its own. */
export const SENT = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'] as const;
/** The one whose confirmation may be lost. */
export const UNCONFIRMED = 'a2';
/** More actions than any run takes, and more than consumer A does. */
const MOST = 32;
const CRASHES = 11;

export const COMMITS = ['before', 'after'] as const;
export const WORKS = ['plain', 'ids apart', 'ids with it'] as const;
export type Commit = (typeof COMMITS)[number];
export type Work = (typeof WORKS)[number];

export interface Scenario {
	readonly commit: Commit;
	readonly work: Work;
	readonly batch: number;
	/** Whether a confirmation is lost, so that the producer sends that message again. */
	readonly lost: boolean;
	/** After how many of its actions consumer A crashes; never at 0. */
	readonly crash: number;
}

export interface Partition {
	readonly log: readonly string[];
	/** Where reading begins after a crash. */
	readonly committed: number;
	/** Who reads it. */
	readonly owner: string;
}

/** What one action leaves behind. */
export interface Event {
	readonly text: string;
	readonly partitions: readonly Partition[];
	/** Each effect, in the order in which they happened. */
	readonly booked: readonly string[];
	/** Ids that a consumer looks up before it books. */
	readonly noted: readonly string[];
	/** Where this action read: a partition and a place in its log. */
	readonly at?: readonly [partition: number, offset: number] | undefined;
}

/** Runs it all, an action of each at a time. */
export function run({ commit, work, batch, lost, crash }: Scenario): {
	readonly events: Event[];
	readonly actions: number;
} {
	const partitions = ['A', 'B'].map((owner) => ({ log: [] as string[], committed: 0, owner }));
	const [events, booked, seen] = [[] as Event[], [] as string[], new Set<string>()];
	const say = (text: string, at?: Event['at']): void => {
		events.push({
			text,
			at,
			booked: [...booked],
			noted: [...seen],
			partitions: partitions.map((one) => ({ ...one, log: [...one.log] })),
		});
	};
	for (const id of SENT) {
		const to = id[0] === 'a' ? 0 : 1;
		for (let again = 0; again < (lost && id === UNCONFIRMED ? 2 : 1); again++) {
			partitions[to]?.log.push(id);
			say(`producer sends ${id}${again ? ' again' : ''}`, [to, (partitions[to]?.log.length ?? 0) - 1]);
		}
	}

	/** Each turn is one action; nothing is left to do once it ends. */
	function* consumer(name: string): Generator<void> {
		for (;;) {
			const own = partitions.find(({ owner, log, committed }) => owner === name && committed < log.length);
			if (!own) return;
			const [from, which] = [own.committed, partitions.indexOf(own)];
			const to = Math.min(from + batch, own.log.length);
			const save = (): void => {
				own.committed = to;
				say(`${name} commits ${to}`);
			};
			if (commit === 'before') yield save();
			for (let at = from; at < to; at++) {
				const id = own.log[at] as string;
				if (work !== 'plain' && seen.has(id)) {
					yield say(`${name} skips ${id}`, [which, at]);
					continue;
				}
				booked.push(id);
				if (work === 'ids with it') seen.add(id);
				yield say(`${name} books ${id}`, [which, at]);
				if (work !== 'ids apart') continue;
				seen.add(id);
				yield say(`${name} notes ${id}`, [which, at]);
			}
			if (commit === 'after') yield save();
		}
	}

	const [a, b] = [consumer('A'), consumer('B')];
	let [actions, left] = [0, ['A', 'B']];
	while (left.length > 0) {
		if (left.includes('A')) {
			if (a.next().done) left = left.filter((one) => one !== 'A');
			else if (++actions === crash) {
				left = ['B'];
				say('A crashes');
				for (const one of partitions) one.owner = 'B';
				say(`B takes over at ${partitions[0]?.committed}`);
			}
		}
		if (left.includes('B') && b.next().done) left = left.filter((one) => one !== 'B');
	}
	return { events, actions };
}

/** How the payments end: by how often each was booked. */
export function outcome(booked: readonly string[]): { readonly lost: string[]; readonly doubled: string[] } {
	const times = (id: string): number => booked.filter((one) => one === id).length;
	return { lost: SENT.filter((id) => times(id) === 0), doubled: SENT.filter((id) => times(id) > 1) };
}

/** Of all moments for a crash, and of no crash at all: in how many a payment is lost, or booked twice. */
export interface Tally {
	readonly commit: Commit;
	readonly work: Work;
	readonly lost: number;
	readonly doubled: number;
	readonly moments: number;
}

function tally(scenario: Scenario): Tally {
	const { actions } = run({ ...scenario, crash: 0 });
	const ends = Array.from({ length: actions }, (_, at) =>
		outcome(run({ ...scenario, crash: at + 1 }).events.at(-1)?.booked ?? []),
	);
	return {
		...{ commit: scenario.commit, work: scenario.work, moments: actions },
		lost: ends.filter(({ lost }) => lost.length > 0).length,
		doubled: ends.filter(({ doubled }) => doubled.length > 0).length,
	};
}

const settings = {
	step: number(0, MOST, 1, MOST),
	crash: number(0, CRASHES, 1, 3),
	commit: choice(COMMITS, 'after'),
	work: choice(WORKS, 'plain'),
	batch: number(1, 3, 1, 1),
	confirmed: choice(['all', 'one lost'], 'all'),
};

/** All that one state of the figure shows. */
export interface Shown extends Scenario {
	readonly events: readonly Event[];
	readonly step: number;
	readonly steps: number;
	readonly now: Event | undefined;
	readonly partitions: readonly Partition[];
	readonly booked: readonly string[];
	/** At the end of the run. */
	readonly end: ReturnType<typeof outcome>;
	/** Actions that A does if it does not crash. */
	readonly actions: number;
	readonly tallies: readonly Tally[];
	readonly tally: Tally;
}

const ids = (list: readonly string[]): string => list.join(', ') || 'none';

export const model = figureModel({
	settings,
	compute: ({ step: wanted, crash: asked, commit, work, batch, confirmed }): Shown => {
		const scenario: Scenario = { commit, work, batch, lost: confirmed !== 'all', crash: 0 };
		const { actions } = run(scenario);
		const crash = Math.min(asked, actions);
		const { events } = run({ ...scenario, crash });
		const step = Math.min(wanted, events.length);
		const now = events[step - 1];
		const tallies = COMMITS.flatMap((one) => WORKS.map((way) => tally({ ...scenario, commit: one, work: way })));
		return {
			...{ ...scenario, crash, events, step, now, actions, tallies, steps: events.length },
			partitions: now?.partitions ?? ['A', 'B'].map((owner) => ({ log: [], committed: 0, owner })),
			booked: now?.booked ?? [],
			end: outcome(events.at(-1)?.booked ?? []),
			tally: tallies.find((one) => one.commit === commit && one.work === work) as Tally,
		};
	},
	builtIn:
		'Payments with one key share a partition; all are sent before the first is read. A reads one partition, B the other, an action each in turn. Only A crashes, and B takes over at once. Log, offsets and ids survive.',
	name: ({ commit, work }) => `Offsets committed ${commit} the work, ${work}`,
	finding: ({ step, steps, now, end: { lost, doubled } }) =>
		step < steps
			? `Step ${step} of ${steps}: ${now?.text ?? 'nothing sent'}.`
			: lost.length + doubled.length === 0
				? 'Each payment is booked once.'
				: `Lost: ${ids(lost)}. Booked twice: ${ids(doubled)}.`,
	caption: ({ tally: { lost, doubled, moments } }) =>
		`A crash can come after each of A’s ${count(moments, 'action')}: ${lost} of these moments lose a payment, ${doubled} book one twice.`,
	description: ({ partitions, booked, now, work }) =>
		`${partitions.map(({ log, committed, owner }, at) => `Partition ${at}, read by ${owner}: ${ids(log)}; committed ${committed}.`).join(' ')} Booked: ${ids(booked)}.${work === 'plain' ? '' : ` Ids noted: ${ids(now?.noted ?? [])}.`}`,
	readings: ({ end: { lost, doubled }, tally: { lost: losing, doubled: doubling, moments } }) => [
		{ name: 'Lost', value: ids(lost) },
		{ name: 'Booked twice', value: ids(doubled) },
		{ name: 'Crashes that lose', value: losing, note: `of ${moments}` },
		{ name: 'Crashes that double', value: doubling, note: `of ${moments}` },
	],
	table: ({ tallies, tally }) => ({
		caption: 'Of all moments for a crash of A',
		columns: ['Commit, work', 'Lose', 'Double', 'Moments'],
		rows: tallies.map((one) => [`${one.commit}, ${one.work}`, ...[one.lost, one.doubled, one.moments].map(String)]),
		current: tallies.indexOf(tally),
	}),
	presets: [
		{
			name: 'Commit first',
			values: { commit: 'before' },
			lesson: ({ end: { lost } }) => `The offset moved past ${ids(lost)} before it was booked: nobody reads it again.`,
		},
		{
			name: 'Commit in batches',
			values: { batch: 3 },
			lesson: ({ end: { doubled } }) => `All since the last commit comes again: ${ids(doubled)}.`,
		},
		{
			name: 'Note ids apart',
			values: { work: 'ids apart', crash: 4 },
			lesson: ({ end: { doubled } }) => `Booked, but not noted when the crash came: ${ids(doubled)}.`,
		},
		{
			name: 'Note ids with it',
			values: { work: 'ids with it' },
			lesson: ({ tally: { moments } }) => `Delivered twice, booked once: B finds the id. So at all ${moments} moments.`,
		},
		{
			name: 'Lose a confirmation',
			values: { confirmed: 'one lost', crash: 0 },
			lesson: ({ end: { doubled } }) => `Nobody crashed, yet ${ids(doubled)} is in the log twice, at two offsets.`,
		},
	],
});

/** Lost or repeated by a crash of A after so many actions, where ids are not looked at and nothing is sent twice: by arithmetic. */
function atRisk({ commit, batch, crash }: Scenario): number {
	const each = SENT.length / 2;
	let [left, cycle] = [crash, 0];
	for (let at = 0; at < each && left > 0; at += cycle) {
		cycle = Math.min(batch, each - at);
		if (left <= cycle) return commit === 'before' ? cycle - (left - 1) : left;
		left -= cycle + 1;
	}
	return 0;
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Commit first': ({ commit, end: { lost, doubled } }) =>
			commit === 'before' && lost.length === 1 && doubled.length === 0,
		'Commit in batches': ({ commit, batch, work, end: { doubled } }) =>
			commit === 'after' && work === 'plain' && batch === 3 && doubled.length > 1,
		'Note ids apart': ({ work, events, end: { doubled } }) => {
			const crashed = events.findIndex(({ text }) => text === 'A crashes');
			return (
				work === 'ids apart' && doubled.length === 1 && events[crashed - 1]?.text === `A books ${doubled.join('')}`
			);
		},
		'Note ids with it': ({ commit, work, events, booked, tally: { lost, doubled } }) =>
			commit === 'after' &&
			work === 'ids with it' &&
			booked.length === SENT.length &&
			lost + doubled === 0 &&
			events.some(({ text }) => text.startsWith('B skips')),
		'Lose a confirmation': ({ lost, crash, events, partitions, end: { doubled } }) =>
			lost &&
			crash === 0 &&
			partitions[0]?.log.filter((id) => id === UNCONFIRMED).length === 2 &&
			doubled.join('') === UNCONFIRMED &&
			!events.some(({ text }) => text.includes('crashes')),
	},
	comparisons: (state) => {
		const { events, work, commit, lost, end, tally: sums } = state;
		const effects = events.at(-1)?.booked ?? [];
		const every = [
			exactly('payments booked, by those lost and the effects', SENT.length - end.lost.length, new Set(effects).size),
			exactly(
				'moments that lose after, or double before, of a log without copies',
				commit === 'after' ? sums.lost : lost ? 0 : sums.doubled,
				0,
			),
		];
		if (work !== 'plain' || lost) return every;
		const risk = atRisk(state);
		return [
			...every,
			exactly('lost, by arithmetic', end.lost.length, commit === 'before' ? risk : 0),
			exactly('doubled, by arithmetic', end.doubled.length, commit === 'after' ? risk : 0),
		];
	},
};
