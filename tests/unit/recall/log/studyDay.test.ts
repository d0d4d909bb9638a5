/** Study days against the wall clock, in places where clocks jump. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Clock,
	DAY,
	dateOf,
	dayOf,
	dayOfDate,
	deviceClock,
	HOUR,
	studyTime,
	today,
	weekday,
	weekdays,
} from '../../../../src/recall/log/studyDay.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];
const formats = new Map(
	zones.map((timeZone) => [
		timeZone,
		new Intl.DateTimeFormat('en-CA', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		}),
	]),
);

/** What the clock on the wall says, `2026-03-29 03:30:00`, as if it were UTC. */
function wall(time: number, zone: string): number {
	const parts = Object.fromEntries(
		(formats.get(zone)?.formatToParts(time) ?? []).map(({ type, value }) => [type, value]),
	);
	return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
}

const clockIn = (zone: string): Clock => ({
	now: () => 0,
	offset: (time) => wall(time, zone) - Math.floor(time / 1000) * 1000,
});

/** By the wall-clock hour: before 4, the day before counts. */
function dateByTheWall(time: number, zone: string): string {
	const shown = wall(time, zone);
	const before = new Date(shown).getUTCHours() < 4;
	return new Date(shown - (before ? 5 * HOUR : 0)).toISOString().slice(0, 10);
}

type DayOfMoment = (time: number, clock: Clock) => number;
const studyDay: DayOfMoment = (time, clock) => dayOf(studyTime(time, clock));
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

function checkAgainstTheWall(day: DayOfMoment, zone: string): void {
	fc.assert(
		fc.property(moments, (time) => dateOf(day(time, clockIn(zone))) === dateByTheWall(time, zone)),
		{ seed: 7, numRuns: 500 },
	);
}

test.each(zones)('a study day turns at 4 by the clock on the wall: %s', (zone) => {
	checkAgainstTheWall(studyDay, zone);
});

test.each(zones)('days counted in UTC would be noticed: %s', (zone) => {
	expect(() => checkAgainstTheWall((time) => dayOf(time), zone)).toThrow('Property failed');
});

describe('around the hours that clocks skip or repeat', () => {
	test.each([
		['spring forward', 'Europe/Berlin', '2026-03-29T00:30:00Z'],
		['fall back', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
		['spring forward', 'America/New_York', '2026-03-08T06:30:00Z'],
		['fall back', 'America/New_York', '2026-11-01T05:30:00Z'],
		['half an hour forward', 'Australia/Lord_Howe', '2026-10-03T15:15:00Z'],
		['half an hour back', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
	])('%s in %s', (_, zone, change) => {
		const clock = clockIn(zone);
		const start = Date.parse(change);
		const days = new Set<number>();
		for (let time = start - DAY; time < start + DAY; time += 5 * 60_000) {
			const day = studyDay(time, clock);
			days.add(day);
			expect(dateOf(day)).toBe(dateByTheWall(time, zone));
		}
		expect(days.size).toBe(3);
	});
});

test('dates and days are two names of one thing', () => {
	fc.assert(
		fc.property(fc.integer({ min: -10_000, max: 80_000 }), (day) => {
			expect(dayOfDate(dateOf(day))).toBe(day);
		}),
	);
	for (const text of ['', '2026-02-30', '2026-2-3', 'tomorrow', '2026-05-04T10:00']) {
		expect(dayOfDate(text)).toBeUndefined();
	}
});

test('weekdays follow one another', () => {
	expect(weekdays[weekday(dayOfDate('2026-05-25') ?? 0)]).toBe('Monday');
	expect(weekdays[weekday(dayOfDate('2026-05-31') ?? 0)]).toBe('Sunday');
	fc.assert(
		fc.property(fc.integer({ min: -50_000, max: 50_000 }), (from) => {
			expect(weekday(from + 1)).toBe((weekday(from) + 1) % 7);
		}),
	);
});

test("the device's clock says when and where", () => {
	expect(Math.abs(deviceClock.now() - Date.now())).toBeLessThan(1000);
	const date = new Date(2026, 4, 4, 12);
	const local = new Date(date.getTime() + deviceClock.offset(date.getTime()));
	expect(local.toISOString()).toBe('2026-05-04T12:00:00.000Z');
	expect(today({ ...deviceClock, now: () => date.getTime() })).toBe(dayOfDate('2026-05-04'));
});
