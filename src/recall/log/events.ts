/**
 * The log of everything a reader did, which is the only truth: cards, queue and progress are computed from it and can be thrown
 * away. Events are only ever added. One is taken back by another, `undo`, that names it. What each holds is said in `schema.ts`,
 * which is loaded only to check what comes from elsewhere.
 */
import type * as schema from './schema.ts';

export type RecallEvent = schema.RecallEvent;
export type Rating = schema.Rating;
export type Source = schema.Source;
export type EventOf<Kind extends RecallEvent['kind']> = Extract<RecallEvent, { kind: Kind }>;
export type PromptEvent = Extract<RecallEvent, { prompt: string }>;
/** About a concept: its stages, and places of its page. */
export type ConceptEvent = Extract<RecallEvent, { concept: string }>;
export type StageEvent = Extract<RecallEvent, { stage: number }>;
export type MarkEvent = Extract<RecallEvent, { anchor: string }>;
export type AnswerEvent = EventOf<'review' | 'retry'>;

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'id' | 'time' | 'study'> : never;
/** An event before it is recorded. An answer given earlier, as in a check that is only now added, says when. */
export type Draft = WithoutStamp<RecallEvent> & { readonly at?: number };

/** The events about each subject: a prompt, `<slug>/<id>`, or a concept. */
export type Logs = ReadonlyMap<string, readonly RecallEvent[]>;

/** What an event is about: a prompt, `<slug>/<id>`, or for stages and marks a concept. */
export function subjectOf(event: Pick<PromptEvent, 'prompt'> | Pick<ConceptEvent, 'concept'>): string {
	return 'prompt' in event ? event.prompt : event.concept;
}

/** The concept that a prompt belongs to. */
export function conceptOf(prompt: string): string {
	return prompt.slice(0, prompt.indexOf('/'));
}

export function isPromptEvent(event: RecallEvent): event is PromptEvent {
	return 'prompt' in event;
}

export function isAnswer(event: RecallEvent): event is AnswerEvent {
	return event.kind === 'review' || event.kind === 'retry';
}

/** The order of replay. Ids decide where two devices answered at the same moment. */
export function byStudyTime(a: RecallEvent, b: RecallEvent): number {
	return a.study - b.study || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The events that hold, in the order of replay: without what was taken back, and without the taking back. */
export function liveEvents<Event extends RecallEvent>(events: readonly Event[]): Event[] {
	const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? event.target : [])));
	return events.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id)).sort(byStudyTime);
}

/** Whether a record of our own has the shape that replaying rests on. Records of other origin are checked by the schema. */
export function isShaped(record: unknown): record is RecallEvent {
	const { id, kind, time, study, prompt, concept } = (record ?? {}) as Record<string, unknown>;
	const texts = [id, kind, prompt ?? concept];
	return texts.every((text) => typeof text === 'string') && Number.isFinite(time) && Number.isFinite(study);
}
