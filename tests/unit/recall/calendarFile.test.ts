import { expect, test } from 'vitest';
import { calendarFile } from '../../../src/recall/calendarFile.ts';
import { START } from './fixture.ts';

const reminder = {
	address: 'https://example.org/sixfold/review/',
	from: '2026-05-04',
	time: '19:30',
	minutes: 10,
	now: START,
};

test('reminds every day at the time on the wall', () => {
	const text = calendarFile(reminder);
	expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
	const lines = text.replaceAll('\r\n ', '').split('\r\n');
	expect(lines).toEqual(
		expect.arrayContaining([
			'BEGIN:VCALENDAR',
			'UID:review@example.org',
			'DTSTAMP:20260504T120000Z',
			'DTSTART:20260504T193000',
			'DURATION:PT10M',
			'RRULE:FREQ=DAILY',
			'DESCRIPTION:What is due today: https://example.org/sixfold/review/',
			'TRIGGER:PT0M',
		]),
	);
	const opened = lines.filter((line) => line.startsWith('BEGIN:')).map((line) => line.slice(6));
	const closed = lines.filter((line) => line.startsWith('END:')).map((line) => line.slice(4));
	expect(closed.toSorted()).toEqual(opened.toSorted());
});

test('ends on the day of the interview, if there is one', () => {
	expect(calendarFile({ ...reminder, until: '2026-06-01' })).toContain('RRULE:FREQ=DAILY;UNTIL=20260601T193000\r\n');
});
