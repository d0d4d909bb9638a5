/** The form in which drills are kept. What does not have it is not a drill of ours, and is never shown as one. */
import * as z from 'zod/mini';
import { dimensions, formats, questionLevels } from '../concepts/interview.ts';
import { bands, grades } from '../concepts/judging.ts';
import { doubts } from './interviewer/marks.ts';
import { LONGEST_ANSWER, type Session } from './session.ts';

// zod would try whether it may compile code, which the pages' policy reports as a violation.
z.config({ jitless: true });

const time = z.number().check(z.gte(0), z.lte(8.64e15));
const name = z.string().check(z.regex(/^[a-z0-9-]+$/), z.maxLength(120));
const position = z.int().check(z.gte(0), z.lt(1000));
const few = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.maxLength(200));

const interview = z.strictObject({
	model: z.string().check(z.maxLength(200)),
	marks: z.record(
		name,
		z.strictObject({
			grade: z.enum(grades),
			quote: z.string().check(z.maxLength(LONGEST_ANSWER)),
			doubt: z.exactOptional(z.enum(doubts)),
		}),
	),
	remark: z.string().check(z.maxLength(2000)),
	followUp: z.nullable(name),
});

const cases = z.int().check(z.gte(0), z.lte(1000));
const trial = z.strictObject({
	code: z.string().check(z.maxLength(LONGEST_ANSWER)),
	cases: z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,119}$/)), z.boolean()),
	of: cases,
	runs: z.int().check(z.gte(0)),
	helped: z.boolean(),
	judged: z.record(name, z.strictObject({ passed: cases, of: cases })),
});

const turn = z.strictObject({
	id: name,
	clock: z.strictObject({ allowed: time, used: time, since: z.nullable(time) }),
	answer: z.string().check(z.maxLength(LONGEST_ANSWER)),
	clarified: few(position),
	hints: position,
	committed: z.nullable(z.enum([...bands, ...grades])),
	rubric: few(
		z.strictObject({
			id: name,
			expectedFrom: z.enum(questionLevels),
			dimension: z.enum(dimensions),
			essential: z.boolean(),
		}),
	),
	grades: z.record(name, z.enum(grades)),
	redFlags: few(position),
	task: z.exactOptional(trial),
	interview: z.exactOptional(interview),
});

const item = z.strictObject({
	concept: name,
	question: name,
	revision: z.int().check(z.gte(1)),
	level: z.enum(questionLevels),
	format: z.enum(formats),
	minutes: z.number().check(z.gt(0), z.lte(60)),
	skipped: z.boolean(),
	turns: few(turn),
});

const request = z.strictObject({
	seed: z.string().check(z.regex(/^[a-z0-9]{1,16}$/)),
	concepts: few(name),
	level: z.enum(questionLevels),
	formats: few(z.enum(formats)),
	minutes: z.number().check(z.gt(0), z.lte(1000)),
	hideLevels: z.boolean(),
	asked: few(z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))),
});

const session = z.strictObject({
	formatVersion: z.literal(1),
	id: z.string().check(z.minLength(1), z.maxLength(64)),
	kind: z.enum(['drill', 'attempt']),
	request,
	startedAt: time,
	finishedAt: z.nullable(time),
	at: position,
	items: few(item).check(z.minLength(1)),
});

/** A kept drill; undefined when the value is none. */
export function readSession(value: unknown): Session | undefined {
	const read = session.safeParse(value);
	return read.success && read.data.at < read.data.items.length ? read.data : undefined;
}

/** The drills among what was kept, the latest first. */
export function readSessions(values: readonly unknown[]): Session[] {
	return values.flatMap((value) => readSession(value) ?? []).sort((a, b) => b.startedAt - a.startedAt);
}
