/** What a path says of the time that is left, and that its numbers are those by which days are planned. */
import { expect, test } from 'vitest';
import { paceOn } from '../../../src/preparation/pace.ts';
import { timesLeft } from '../../../src/preparation/timeLeft.ts';

test('says how many concepts fit, and how they are worked through', () => {
	expect(timesLeft.map(({ left, concepts }) => [left, concepts])).toEqual([
		['Two hours', 8],
		['Two days', 6],
		['A week', 14],
		['Four weeks', undefined],
	]);
	expect(timesLeft.map(({ work }) => work)).toEqual([
		expect.stringMatching(/^Read nothing new\..* Do one drill of 20 minutes,/),
		expect.stringMatching(/^Three a day: the first three stages, and one question of your level each\./),
		expect.stringMatching(/^Two a day with their code and questions\./),
		expect.stringMatching(/^One a day on five days; on the sixth a drill/),
	]);
});

/** A day's pace, for whoever has everything to read. */
const on = (left: number) => paceOn({ left, ahead: left, unread: 0, lacksFirst: true });

test('what is said in words of a few days is what is planned on each of them', () => {
	// On both evenings of two days a drill.
	expect([2, 1].map((left) => on(left).drill)).toEqual(['short', 'short']);
	const week = [7, 6, 5, 4].map(on);
	expect(week.map(({ concepts }) => concepts)).toEqual([2, 2, 2, 2]);
	expect(week.map(({ lastStage }) => lastStage)).toEqual([4, 4, 4, 4]);
	// One day of six is for a drill and weak spots, and has nothing new.
	const six = [28, 27, 26, 25, 24, 23].map(on);
	expect(six.filter(({ concepts, drill }) => concepts === 0 && drill === 'long')).toHaveLength(1);
	expect(six.filter(({ concepts }) => concepts === 1)).toHaveLength(5);
});
