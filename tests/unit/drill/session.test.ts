import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands, grades } from '../../../src/concepts/judging.ts';
import { leftOf } from '../../../src/drill/clock.ts';
import { MOST_FOLLOW_UPS } from '../../../src/drill/plan.ts';
import { readSession, readSessions } from '../../../src/drill/record.ts';
import {
	begin,
	currentItem,
	currentTurn,
	isMarked,
	LONGEST_ANSWER,
	markedOf,
	reduce,
	type Session,
	type SessionEvent,
} from '../../../src/drill/session.ts';
import { request, someQuestions } from './planFixture.ts';

const noon = Date.UTC(2026, 4, 4, 12);
const minute = 60_000;
const rubric = [
	{ id: 'formula', expectedFrom: 'junior', dimension: 'correctness', essential: true },
	{ id: 'why', expectedFrom: 'mid', dimension: 'depth', essential: false },
] as const;

const start = (): Session => begin({ id: 'd1', kind: 'drill', request: request() }, someQuestions.slice(0, 3), noon);
const after = (session: Session, ...events: SessionEvent[]): Session => events.reduce(reduce, session);

const commit: Extract<SessionEvent, { type: 'commit' }> = { type: 'commit', at: noon + minute, score: 'hire', rubric };
const marks: SessionEvent[] = [
	{ type: 'grade', criterion: 'formula', grade: 'met' },
	{ type: 'grade', criterion: 'why', grade: 'partly' },
];
const next: SessionEvent = { type: 'next', at: noon + 2 * minute };

const anyEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
	fc.record({ type: fc.constant('write' as const), text: fc.string() }),
	fc.record({
		type: fc.constant('dictate' as const),
		turn: fc.constantFrom(...someQuestions.map(({ id }) => id)),
		passage: fc.string(),
	}),
	fc.record({ type: fc.constant('clarify' as const), index: fc.nat(3) }),
	fc.constant({ type: 'hint' as const }),
	...(['pause', 'resume', 'next', 'skip'] as const).map((type) =>
		fc.record({ type: fc.constant(type), at: fc.integer({ min: noon, max: noon + 90 * minute }) }),
	),
	fc.constantFrom<SessionEvent>(commit, { ...commit, score: 'partly' }),
	fc.record({
		type: fc.constant('grade' as const),
		criterion: fc.constantFrom('formula', 'why', 'other'),
		grade: fc.constantFrom(...grades),
	}),
	fc.record({ type: fc.constant('redFlag' as const), index: fc.nat(3), said: fc.boolean() }),
	fc.record({
		type: fc.constant('followUp' as const),
		at: fc.constant(noon + 3 * minute),
		id: fc.constantFrom('one', 'two', 'three'),
	}),
	fc.constant({ type: 'finish' as const, at: noon + 95 * minute }),
);

describe('whatever happens', () => {
	test('a drill that is kept and read back at any moment goes on exactly', () => {
		fc.assert(
			fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.array(anyEvent, { maxLength: 30 }), (before, later) => {
				const session = after(start(), ...before);
				const resumed = readSession(JSON.parse(JSON.stringify(session)));
				expect(resumed).toEqual(session);
				expect(after(resumed as Session, ...later)).toEqual(after(session, ...later));
			}),
		);
	});

	test('nothing is marked before a score is committed, no score changes afterwards, and follow-ups keep to their number', () => {
		fc.assert(
			fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
				let session = start();
				for (const event of events) {
					const turn = currentTurn(session);
					const at = session.at;
					session = reduce(session, event);
					const now = session.items[at]?.turns.find(({ id }) => id === turn?.id);
					if (turn?.committed && now) {
						expect([now.committed, now.hints]).toEqual([turn.committed, turn.hints]);
						// What was heard late is added; what stood there stands.
						expect(now.answer.startsWith(turn.answer)).toBe(true);
						expect(now.clock.since).toBeNull();
					}
					for (const item of session.items) {
						expect(item.turns.length).toBeLessThanOrEqual(1 + MOST_FOLLOW_UPS);
						for (const { committed, rubric: entries, grades: given } of item.turns) {
							if (committed === null) expect([entries, given]).toEqual([[], {}]);
						}
					}
					expect(currentItem(session)).toBeDefined();
				}
			}),
		);
	});

	test('a finished drill changes no more', () => {
		fc.assert(
			fc.property(fc.array(anyEvent), (events) => {
				const done = reduce(start(), { type: 'finish', at: noon + minute });
				expect(after(done, ...events)).toBe(done);
			}),
		);
	});
});

test('goes from question to question, and ends after the last', () => {
	let session = start();
	for (let n = 0; n < 3; n++) session = after(session, commit, ...marks, next);
	expect(session.finishedAt).toBe(noon + 2 * minute);
	expect(session.items.map(({ turns }) => turns.map(({ committed }) => committed))).toEqual([
		['hire'],
		['hire'],
		['hire'],
	]);
	expect(markedOf(session.items[0]?.turns[0] as never)).toHaveLength(2);
});

test('waits for every mark before it goes on', () => {
	const half = after(start(), commit, marks[0] as SessionEvent);
	expect(isMarked(currentTurn(half) as never)).toBe(false);
	expect(reduce(half, next)).toBe(half);
	expect(reduce(half, { type: 'followUp', at: noon, id: 'one' })).toBe(half);
});

test('a follow-up has a clock of its own, and skipping it keeps the answer above', () => {
	const asked = after(start(), commit, ...marks, { type: 'followUp', at: noon + 2 * minute, id: 'one' });
	const turn = currentTurn(asked);
	expect(turn?.id).toBe('one');
	expect(leftOf(turn?.clock as never, noon + 2 * minute)).toBe(minute);
	const skipped = reduce(asked, { type: 'skip', at: noon + 3 * minute });
	expect(skipped.at).toBe(1);
	expect(skipped.items[0]?.turns).toHaveLength(1);
	expect(skipped.items[0]?.skipped).toBe(false);
	expect(reduce(start(), { type: 'skip', at: noon }).items[0]?.skipped).toBe(true);
});

test('a question takes a band as its score, and a follow-up, whose rubric is short, a grade', () => {
	const graded = { ...commit, score: 'met' } as const;
	expect(reduce(start(), graded)).toEqual(start());
	const asked = after(start(), commit, ...marks, { type: 'followUp', at: noon, id: 'one' });
	expect(reduce(asked, commit)).toBe(asked);
	expect(currentTurn(reduce(asked, graded))?.committed).toBe('met');
});

test('leaving stops the clock where it was, and coming back goes on from there', () => {
	const left = reduce(start(), { type: 'pause', at: noon + minute });
	const back = reduce(JSON.parse(JSON.stringify(left)), { type: 'resume', at: noon + 600 * minute });
	const clock = currentTurn(back)?.clock;
	expect(leftOf(clock as never, noon + 601 * minute)).toBe((currentItem(back)?.minutes ?? 0) * minute - 2 * minute);
});

test('what was dictated is added, whatever was typed meanwhile, and also when it is understood late', () => {
	const begun = start();
	const turn = currentTurn(begun)?.id ?? '';
	const heard = (passage: string): SessionEvent => ({ type: 'dictate', turn, passage });
	const answered = after(begun, heard('first'), heard('second'), { type: 'write', text: 'First\n' }, heard('third'));
	expect(currentTurn(answered)?.answer).toBe('First\nthird');
	const committed = after(answered, commit, heard('fourth'));
	expect(currentTurn(committed)?.answer).toBe('First\nthird fourth');
	const gone = after(committed, ...marks, next, heard('fifth'));
	expect(currentTurn(gone)?.answer).toBe('');
});

test('an answer that is longer than a kept drill may hold is cut, so that the drill can be read back', () => {
	const turn = currentTurn(start())?.id ?? '';
	const long = after(start(), { type: 'write', text: 'x'.repeat(LONGEST_ANSWER + 1) });
	const longer = after(long, { type: 'dictate', turn, passage: 'and more' });
	for (const session of [long, longer]) {
		expect(currentTurn(session)?.answer).toHaveLength(LONGEST_ANSWER);
		expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
	}
});

test('what is not a drill is not read as one', () => {
	const session = JSON.parse(JSON.stringify(start()));
	const broken: unknown[] = [
		null,
		'drill',
		[],
		{},
		{ ...session, formatVersion: 2 },
		{ ...session, at: 99 },
		{ ...session, items: [] },
		{ ...session, startedAt: Number.NaN },
		{ ...session, extra: 1 },
		{ ...session, items: [{ ...session.items[0], concept: '<b>' }] },
	];
	for (const value of broken) expect(readSession(value)).toBeUndefined();
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(readSession(value)).toBeUndefined();
		}),
	);
	const later = { ...session, startedAt: noon + minute };
	expect(readSessions([session, ...broken, later]).map(({ startedAt }) => startedAt)).toEqual([noon + minute, noon]);
	expect(bands).toHaveLength(4);
});
