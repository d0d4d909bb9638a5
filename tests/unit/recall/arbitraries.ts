/** Readers' histories by chance, for the laws that hold of every one. */
import fc from 'fast-check';
import type { Draft, Rating, RecallEvent } from '../../../src/recall/log/events.ts';
import { isPromptEvent, subjectOf } from '../../../src/recall/log/events.ts';
import { stamped } from '../../../src/recall/log/record.ts';
import { DAY } from '../../../src/recall/log/studyDay.ts';
import { START, TestClock } from './fixture.ts';

export const ratings: fc.Arbitrary<Rating> = fc.constantFrom(1, 2, 3, 4);
const prompts = ['pca/axis', 'pca/scale', 'attention/why-sqrt'];

const step = fc.record({
	prompt: fc.constantFrom(...prompts),
	rating: ratings,
	revision: fc.constantFrom(1, 1, 1, 2),
	kind: fc.constantFrom<(RecallEvent['kind'] | 'undo')[]>(
		'review',
		'review',
		'review',
		'retry',
		'enrol',
		'undo',
		'suspend',
		'resume',
		'reset',
		'flag',
		'stage-done',
		'stage-undone',
		'mark',
		'unmark',
	),
	/** Milliseconds to the next step; some in the same sitting, some months later. */
	gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: DAY }), fc.integer({ min: DAY, max: 90 * DAY })),
	/** Which of the earlier events an undo takes back. */
	target: fc.nat(),
	stage: fc.integer({ min: 1, max: 6 }),
});

function draftOf({ kind, prompt, rating, revision, target, stage }: Step, log: readonly RecallEvent[]): Draft[] {
	const answer = { prompt, revision, rating, duration: 5000, source: 'queue' as const };
	switch (kind) {
		case 'review':
		case 'retry':
			return [{ kind, ...answer }];
		case 'enrol':
			return [{ kind, prompt, revision }];
		case 'undo': {
			const own = log.filter(isPromptEvent).filter((event) => event.prompt === prompt);
			const undone = own[target % Math.max(1, own.length)];
			return undone ? [{ kind, prompt, target: undone.id }] : [];
		}
		case 'flag':
			return [{ kind, prompt, note: rating > 2 ? 'unclear' : '' }];
		case 'stage-done':
		case 'stage-undone':
			return [{ kind, concept: 'pca', stage }];
		case 'mark':
			return [{ kind, concept: 'pca', anchor: `part-${stage}`, title: 'A part', note: rating > 2 ? 'unclear' : '' }];
		case 'unmark':
			return [{ kind, concept: 'pca', anchor: `part-${stage}` }];
		default:
			return [{ kind, prompt }];
	}
}

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A log as the site writes it. */
export const logs: fc.Arbitrary<RecallEvent[]> = fc
	.tuple(fc.array(step, { maxLength: 30 }), fc.array(fc.uuid({ version: 4 }), { minLength: 30, maxLength: 30 }))
	.filter(([, ids]) => new Set(ids).size === ids.length)
	.map(([steps, ids]) => {
		const clock = new TestClock(START);
		const log: RecallEvent[] = [];
		for (const [index, next] of steps.entries()) {
			clock.time += next.gap;
			const drafts = draftOf(next, log);
			const bySubject = Map.groupBy(log, subjectOf);
			log.push(...stamped(drafts, bySubject, clock, () => ids[index] ?? ''));
		}
		return log;
	});
