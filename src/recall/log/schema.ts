/** What the log, a drill and a backup hold, exactly. Loaded when there is something to check: an import, a damaged database. */
import * as z from 'zod/mini';
import { STAGES } from '../../concepts/stageNumbers.ts';
import { EARLIEST, LATEST, LONGEST_ANSWER, LONGEST_NOTE, LONGEST_TITLE } from './limits.ts';
import { isSettings, type Settings } from './settings.ts';
import { DAY } from './studyDay.ts';

// Zod would compile its checks with `new Function`, which the site's policy forbids and reports.
z.config({ jitless: true });

const words = '[a-z0-9]+(?:-[a-z0-9]+)*';
const time = z.int().check(z.gte(EARLIEST), z.lte(LATEST));
const study = z.int().check(z.gte(EARLIEST - 2 * DAY), z.lte(LATEST + 2 * DAY));
const slug = z.string().check(z.maxLength(200), z.regex(new RegExp(`^${words}$`)));
const promptKey = z.string().check(z.maxLength(400), z.regex(new RegExp(`^${words}/${words}$`)));
/** Where on a concept's page, without `#`: the id of a section, a question or a listing. */
const anchor = z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9][\w.-]*$/));
const note = z.string().check(z.maxLength(LONGEST_NOTE));
const revision = z.int().check(z.gte(1), z.lte(1_000_000));

/** Where an answer was given: the concept's page, the review across concepts, or a drill. */
export const source = z.enum(['page', 'queue', 'drill']);
export type Source = z.infer<typeof source>;

/** 1 forgotten, 2 hard, 3 remembered, 4 easy. */
const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Rating = z.infer<typeof rating>;

const stamp = { id: z.uuid(), time, study };
const ofPrompt = { ...stamp, prompt: promptKey };
const answer = { ...ofPrompt, revision, rating, duration: z.int().check(z.gte(0), z.lte(LONGEST_ANSWER)), source };
const ofMark = { ...stamp, concept: slug, anchor };
const ofStage = { ...stamp, concept: slug, stage: z.int().check(z.gte(1), z.lte(STAGES)) };

export const event = z.discriminatedUnion('kind', [
	/** An answer from memory. The scheduler learns from it. */
	z.strictObject({ kind: z.literal('review'), ...answer }),
	/** An answer to a prompt missed shortly before: practice. The scheduler must not learn from it. */
	z.strictObject({ kind: z.literal('retry'), ...answer }),
	/** The reader adds a prompt to the review. */
	z.strictObject({ kind: z.literal('enrol'), ...ofPrompt, revision }),
	/** Takes another event of the same prompt back. Its study time is that event's. */
	z.strictObject({ kind: z.literal('undo'), ...ofPrompt, target: z.uuid() }),
	/** The prompt starts anew. */
	z.strictObject({ kind: z.literal('reset'), ...ofPrompt }),
	/** The prompt is not asked until it is resumed. */
	z.strictObject({ kind: z.literal('suspend'), ...ofPrompt }),
	z.strictObject({ kind: z.literal('resume'), ...ofPrompt }),
	/** The reader's note on a prompt; an empty one takes the flag away. */
	z.strictObject({ kind: z.literal('flag'), ...ofPrompt, note }),
	/** A stage of a concept is marked done, or not done after all. */
	z.strictObject({ kind: z.literal('stage-done'), ...ofStage }),
	z.strictObject({ kind: z.literal('stage-undone'), ...ofStage }),
	/** A place of a concept's page is marked, or gets another note. Its title is the one that the reader saw. */
	z.strictObject({
		kind: z.literal('mark'),
		...ofMark,
		title: z.string().check(z.minLength(1), z.maxLength(LONGEST_TITLE)),
		note,
	}),
	z.strictObject({ kind: z.literal('unmark'), ...ofMark }),
]);

export type RecallEvent = z.infer<typeof event>;

/** A drill as it is kept: recall keeps it beside the log, and only the drill knows what is in it. */
export const session = z.strictObject({
	id: z.uuid(),
	/** When it was last saved, in milliseconds since 1970. Of two versions the later one holds. */
	saved: time,
	/** Anything that JSON can say. The drill checks it when it reads it back. */
	data: z.json(),
});
export type SessionRecord = z.infer<typeof session>;

export const settings = z.custom<Settings>(isSettings);

export interface Sifted<Value> {
	readonly sound: Value[];
	readonly broken: unknown[];
}

function sifted<Value>(
	records: readonly unknown[],
	parse: (record: unknown) => { readonly success: boolean; readonly data?: Value | undefined },
): Sifted<Value> {
	const [sound, broken]: [Value[], unknown[]] = [[], []];
	for (const record of records) {
		const { success, data } = parse(record);
		if (success) sound.push(data as Value);
		else broken.push(record);
	}
	return { sound, broken };
}

/** Parts records of unknown origin into events and what is none. */
export function siftEvents(records: readonly unknown[]): Sifted<RecallEvent> {
	return sifted(records, (record) => event.safeParse(record));
}

/** An event as text is longer than this in no case; what is longer is not even read. */
const LONGEST_EVENT = 20_000;

/**
 * The event in a record that was set aside, if there is one: a page that knew fewer kinds of events took it for damage, and kept it as text.
 */
export function eventIn(aside: string): RecallEvent | undefined {
	if (!aside.startsWith('{') || aside.length > LONGEST_EVENT) return undefined;
	try {
		return event.safeParse(JSON.parse(aside)).data;
	} catch {
		return undefined;
	}
}

/** Parts records of unknown origin into drills as they are kept and what is none. */
export function siftSessions(records: readonly unknown[]): Sifted<SessionRecord> {
	return sifted(records, (record) => session.safeParse(record));
}
