/** What mends a log that was written under a clock that was ahead. Loaded when there is something to mend. */
import { type Draft, liveEvents, type PromptEvent } from './events.ts';
import { checkedNow, MOST_AHEAD } from './record.ts';
import { type Clock, studyTime } from './studyDay.ts';

/** Events of prompts that hold and lie further ahead of now than any journey explains. */
export function eventsAhead(events: readonly PromptEvent[], clock: Clock): PromptEvent[] {
	const limit = studyTime(checkedNow(clock), clock) + MOST_AHEAD;
	return liveEvents(events).filter(({ study }) => study > limit);
}

/**
 * The same events, moved to now in their order: what mends a log written under a clock that was ahead. All are taken back first: of
 * a prompt with several, one that was still there would lie ahead of its own copy.
 */
export function movedToNow(ahead: readonly PromptEvent[]): Draft[] {
	return [
		...ahead.map(({ prompt, id: target }): Draft => ({ kind: 'undo', prompt, target })),
		...ahead.map(({ id: _, time: __, study: ___, ...draft }): Draft => draft),
	];
}
