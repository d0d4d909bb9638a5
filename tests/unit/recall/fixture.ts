/** Clocks, ids and logs for the tests of recall. */
import { kept } from '../../../src/keeping/kept.ts';
import type { RecallEvent } from '../../../src/recall/log/events.ts';
import { type Clock, DAY, HOUR } from '../../../src/recall/log/studyDay.ts';
import { fsrsScheduler } from '../../../src/recall/schedule/scheduler.ts';
import { type Summary, summaryFrom, usual } from '../../../src/recall/summary.ts';

export const scheduler = fsrsScheduler();

/** Noon UTC on a Monday. */
export const START = Date.UTC(2026, 4, 4, 12);

/** A clock that tests set; a place without daylight saving time. */
export class TestClock implements Clock {
	time: number;
	hoursAhead: number;

	constructor(time = START, hoursAhead = 0) {
		this.time = time;
		this.hoursAhead = hoursAhead;
	}

	now(): number {
		return this.time;
	}

	offset(): number {
		return this.hoursAhead * HOUR;
	}

	passDays(days: number): void {
		this.time += days * DAY;
	}
}

/** Ids in the order in which they are made: `00000000-0000-4000-8000-000000000001`, … */
export function idMaker(): () => string {
	let count = 0;
	return () => idOf(++count);
}

export function idOf(count: number): string {
	return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
}

type Loose<Event> = Event extends unknown ? Omit<Event, 'id' | 'time' | 'study'> : never;

/** An event as if it was recorded at a moment in UTC. */
export function eventAt(time: number, id: string, event: Loose<RecallEvent>): RecallEvent {
	return { ...event, id, time, study: time - 4 * HOUR };
}

export const answerOf = (prompt: string, rating: 1 | 2 | 3 | 4, revision = 1) => ({
	prompt,
	rating,
	revision,
	duration: 8000,
	source: 'queue' as const,
});

/** The summary as a page reads it; undefined when there is none. */
export function readSummary(): Summary | undefined {
	return kept('summary', (value) =>
		typeof value === 'object' && value ? summaryFrom(value, usual) : undefined,
	).read();
}
