/** The places of concept pages that a reader marked, replayed from the log. */
import { type EventOf, liveEvents, type MarkEvent, type RecallEvent } from './events.ts';

/** What was last said of a place: its title then, and the reader's note, which may be empty. */
export type Mark = EventOf<'mark'>;

/** What there is to mark. Anchors say it: those of questions and listings begin with a word of their own. */
export type MarkedKind = 'section' | 'question' | 'listing';

export function isMarkEvent(event: RecallEvent): event is MarkEvent {
	return 'anchor' in event;
}

/** A name for a place of any concept. */
export function placeOf({ concept, anchor }: Pick<Mark, 'concept' | 'anchor'>): string {
	return `${concept}#${anchor}`;
}

/** The marks that hold, in the order in which they were last changed. */
export function marksOf(events: readonly MarkEvent[]): Mark[] {
	const marks = new Map<string, Mark>();
	for (const event of liveEvents(events)) {
		marks.delete(placeOf(event));
		if (event.kind === 'mark') marks.set(placeOf(event), event);
	}
	return [...marks.values()];
}
