/** The calendar: never over the minutes, in order, the same tomorrow as it was today, and honest about what it leaves out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionLevels } from '../../../src/concepts/interview.ts';
import {
	type Calendar,
	type CalendarInput,
	calendar,
	type Item,
	isOff,
	type Known,
} from '../../../src/preparation/calendar.ts';
import type { MaterialConcept } from '../../../src/preparation/material.ts';
import { questionsFor, stageMinutes } from '../../../src/preparation/parts.ts';
import type { Preparation } from '../../../src/recall/log/preparation.ts';
import { dayOfDate } from '../../../src/recall/log/studyDay.ts';

/** A Monday. */
const FROM = dayOfDate('2026-05-04') ?? 0;

const concept = (slug: string, changes: Partial<MaterialConcept> = {}): MaterialConcept => ({
	slug,
	name: slug,
	track: 'ml',
	reading: [3, 4, 5, 4],
	questions: [
		{ id: 'easy', level: 'junior', format: 'concept', minutes: 3, task: false },
		{ id: 'usual', level: 'mid', format: 'derivation', minutes: 6, task: false },
		{ id: 'program', level: 'mid', format: 'coding', minutes: 8, task: true },
		{ id: 'hard', level: 'senior', format: 'design', minutes: 20, task: false },
	],
	prompts: 12,
	needs: [],
	...changes,
});

const catalogOf = (...concepts: readonly MaterialConcept[]) => new Map(concepts.map((own) => [own.slug, own]));
const many = Array.from({ length: 24 }, (_, index) => concept(`c${index}`));
const slugs = many.map(({ slug }) => slug);

const preparation = (changes: Partial<Preparation> = {}): Preparation => ({
	path: null,
	concepts: slugs,
	level: 'mid',
	minutes: 60,
	daysOff: [6],
	datesOff: [],
	...changes,
});

const input = (changes: Partial<CalendarInput> = {}): CalendarInput => ({
	from: FROM,
	interview: FROM + 12,
	preparation: preparation(),
	concepts: catalogOf(...many),
	known: { stages: {}, answered: new Set() },
	reviews: [],
	newPrompt: [0, 0.4, 0.1, 0.3, 0.05, 0.1, 0.05, 0.2],
	dailyLimit: 50,
	seconds: 15,
	...changes,
});

const total = (items: readonly Item[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);
const kinds = ({ days }: Calendar, day: number): string[] => days[day]?.items.map(({ kind }) => kind) ?? [];

/** Concepts in the order in which the calendar first reads a stage of them. */
const begun = ({ days }: Calendar): string[] => [
	...new Set(days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'read' ? item.concept : [])))),
];

/** What is known when a day was kept to. */
function after(items: readonly Item[], known: Known): Known {
	const stages = new Map(Object.entries(known.stages).map(([slug, done]) => [slug, new Set(done)]));
	const answered = new Set(known.answered);
	for (const item of items) {
		if (!('concept' in item) || item.goesOn) continue;
		if (item.kind === 'answer') for (const id of item.questions) answered.add(`${item.concept}/${id}`);
		else {
			const done = stages.get(item.concept) ?? new Set<number>();
			for (const stage of item.kind === 'read' ? item.stages : [6]) done.add(stage);
			stages.set(item.concept, done);
		}
	}
	return { stages: Object.fromEntries([...stages].map(([slug, done]) => [slug, [...done].sort()])), answered };
}

describe('the clock rule', () => {
	test('two hours: nothing new, the first eight aloud, one drill', () => {
		const read = Object.fromEntries(slugs.slice(0, 10).map((slug) => [slug, [1, 2, 3, 4]]));
		const { days } = calendar(
			input({
				interview: FROM,
				preparation: preparation({ minutes: 120 }),
				known: { stages: read, answered: new Set() },
			}),
		);
		expect(days).toHaveLength(1);
		expect(days[0]?.items).toEqual([
			{ kind: 'aloud', concepts: slugs.slice(0, 8), minutes: 32 },
			{ kind: 'drill', concepts: slugs.slice(0, 10), minutes: 20 },
		]);
	});

	test('two days: three a day, their first three stages and a question each, and a drill once there is something to drill', () => {
		const made = calendar(input({ interview: FROM + 2, preparation: preparation({ minutes: 180 }) }));
		expect(made.days[0]?.items.filter(({ kind }) => kind === 'read')).toEqual(
			['c0', 'c1', 'c2'].map((slug) => ({ kind: 'read', concept: slug, stages: [1, 2, 3], minutes: 19 })),
		);
		expect(kinds(made, 0).filter((kind) => kind === 'answer')).toHaveLength(3);
		expect(kinds(made, 1).at(-1)).toBe('drill');
		expect(begun(made)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
		expect(made.leftOut).toEqual(slugs.slice(6));
	});

	test('a week: two a day with code, questions and check, drills on the odd days before it, at most fourteen', () => {
		const made = calendar(input({ interview: FROM + 8, preparation: preparation({ minutes: 150, daysOff: [] }) }));
		expect(made.days[0]?.items.filter(({ kind }) => kind === 'read')).toEqual(
			['c0', 'c1'].map((slug) => ({ kind: 'read', concept: slug, stages: [1, 2, 3, 4], minutes: 31 })),
		);
		expect(kinds(made, 0).filter((kind) => kind === 'check')).toHaveLength(2);
		const drills = made.days.filter(({ items }) => items.some(({ kind }) => kind === 'drill')).map(({ left }) => left);
		expect(drills).toEqual([7, 5, 3, 1, 0]);
		const eve = made.days.find(({ left }) => left === 1);
		expect(eve?.items.filter(({ kind }) => kind === 'read')).toEqual([]);
		expect(begun(made).length).toBeLessThanOrEqual(14);
	});

	test('four weeks: one a day, each sixth day a long drill and weak spots, the weekday off stays off', () => {
		const made = calendar(input({ interview: FROM + 28, preparation: preparation({ concepts: slugs.slice(0, 14) }) }));
		const reading = made.days.filter(({ items }) => items.some(({ kind }) => kind === 'read'));
		for (const { items } of reading) {
			expect(new Set(items.flatMap((item) => (item.kind === 'read' ? item.concept : []))).size).toBeLessThanOrEqual(2);
		}
		const long = made.days.filter(({ items, left }) => left > 10 && items.some(({ kind }) => kind === 'drill'));
		expect(long.length).toBeGreaterThanOrEqual(2);
		for (const { day } of made.days.filter(({ isOff }) => isOff)) expect((day + 3) % 7).toBe(6);
		expect(made.leftOut).toEqual([]);
	});
});

test('what is done is not asked again, and a stage that is left is', () => {
	const made = calendar(
		input({
			preparation: preparation({ concepts: ['c0', 'c1'] }),
			known: {
				stages: { c0: [1, 2, 3, 4, 5, 6], c1: [1, 2, 4] },
				answered: new Set(['c1/usual']),
			},
		}),
	);
	expect(made.days[0]?.items.slice(0, 3)).toEqual([
		{ kind: 'read', concept: 'c1', stages: [3], minutes: 5 },
		{ kind: 'answer', concept: 'c1', questions: ['program'], minutes: 8 },
		{ kind: 'check', concept: 'c1', prompts: 12, minutes: 3 },
	]);
});

test('what is larger than a day goes on: it is begun, and the rest comes next', () => {
	const long = concept('long', { reading: [3, 4, 30, 4] });
	const made = calendar(
		input({ preparation: preparation({ concepts: ['long'], minutes: 15 }), concepts: catalogOf(long) }),
	);
	const third = made.days.flatMap(({ items }) =>
		items.filter((item) => item.kind === 'read' && item.stages.includes(3)),
	);
	expect(third.map(({ minutes, goesOn }) => [minutes, goesOn ?? false])).toEqual([
		[15, true],
		[15, false],
	]);
});

test('reviews come first, at most as many as fit; the rest waits for the next day', () => {
	const made = calendar(input({ preparation: preparation({ minutes: 15 }), reviews: [100] }));
	expect(made.days[0]?.items).toEqual([{ kind: 'review', prompts: 50, minutes: 13 }]);
	expect(made.days[1]?.items[0]).toEqual({ kind: 'review', prompts: 50, minutes: 13 });
});

describe('what a list builds on', () => {
	const catalog = catalogOf(concept('base'), concept('needy', { needs: ['base'] }));
	const needy = preparation({ concepts: ['needy'] });

	test('is read before it while there is time', () => {
		const made = calendar(input({ concepts: catalog, preparation: needy }));
		expect(begun(made)).toEqual(['base', 'needy']);
		expect(made.inserted).toEqual(['base']);
		expect(made.missing).toEqual([]);
	});

	test('is named when a week or less is left', () => {
		const made = calendar(input({ concepts: catalog, preparation: needy, interview: FROM + 7 }));
		expect(begun(made)).toEqual(['needy']);
		expect(made.missing).toEqual([{ concept: 'needy', needs: ['base'] }]);
	});

	test('takes no place from what was chosen', () => {
		const more = [concept('base'), ...slugs.map((slug) => concept(slug, { needs: slug === 'c0' ? ['base'] : [] }))];
		const made = calendar(input({ concepts: catalogOf(...more) }));
		expect(made.inserted).toEqual([]);
		expect(made.missing).toEqual([{ concept: 'c0', needs: ['base'] }]);
	});

	test('is not named once it is read', () => {
		const made = calendar(
			input({
				...{ concepts: catalog, preparation: needy, interview: FROM + 7 },
				known: { stages: { base: [1, 2, 3] }, answered: new Set() },
			}),
		);
		expect(made.missing).toEqual([]);
	});
});

test('questions of the own level come first, then those below it, then those above', () => {
	expect(questionsFor('mid', concept('c')).map(({ id }) => id)).toEqual(['usual', 'program', 'easy', 'hard']);
	expect(questionsFor('staff', concept('c')).map(({ id }) => id)).toEqual(['hard', 'usual', 'program', 'easy']);
});

test('a date off is off, the day of the interview is not', () => {
	const off = preparation({ datesOff: ['2026-05-05'], daysOff: [0, 6] });
	expect([0, 1, 2, 6, 7].map((days) => isOff(FROM + days, off, FROM + 7))).toEqual([true, true, false, true, false]);
});

const anyInput = fc
	.record({
		left: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
		minutes: fc.integer({ min: 15, max: 300 }),
		daysOff: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }),
		level: fc.constantFrom(...questionLevels),
		chosen: fc.subarray(slugs),
		read: fc.dictionary(
			fc.constantFrom(...slugs),
			fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
		),
		reviews: fc.array(fc.double({ min: 0, max: 80, noNaN: true }), { maxLength: 40 }),
		seconds: fc.integer({ min: 4, max: 60 }),
	})
	.map(({ left, minutes, daysOff, level, chosen, read, ...rest }) =>
		input({
			...rest,
			interview: left === undefined ? undefined : FROM + left,
			preparation: preparation({ minutes, daysOff, level, concepts: chosen }),
			known: { stages: read, answered: new Set() },
		}),
	);

describe('whatever is wished', () => {
	test('no day takes more than its minutes, and a day off takes none', () => {
		fc.assert(
			fc.property(anyInput, (given) => {
				for (const { items, isOff } of calendar(given).days) {
					expect(total(items)).toBeLessThanOrEqual(isOff ? 0 : given.preparation.minutes);
					for (const { minutes } of items) expect(minutes).toBeGreaterThan(0);
				}
			}),
		);
	});

	test('every day stands there once, until the interview', () => {
		fc.assert(
			fc.property(anyInput, (given) => {
				const days = calendar(given).days.map(({ day }) => day);
				const last = given.interview ?? FROM + 27;
				expect(days).toEqual(Array.from({ length: last - FROM + 1 }, (_, index) => FROM + index));
			}),
		);
	});

	test('concepts are begun in the order of the list', () => {
		fc.assert(
			fc.property(anyInput, (given) => {
				const order = begun(calendar({ ...given, known: { stages: {}, answered: new Set() } }));
				const places = order.map((slug) => given.preparation.concepts.indexOf(slug));
				expect(places).toEqual(places.toSorted((a, b) => a - b));
			}),
		);
	});

	test('nothing is asked twice: no stage, no question, no check', () => {
		fc.assert(
			fc.property(anyInput, (given) => {
				const done = calendar(given).days.flatMap(({ items }) =>
					items.flatMap((item) => {
						if (!('concept' in item) || item.goesOn) return [];
						const parts = item.kind === 'read' ? item.stages : item.kind === 'answer' ? item.questions : ['check'];
						return parts.map((part) => `${item.concept} ${part}`);
					}),
				);
				expect(done).toHaveLength(new Set(done).size);
			}),
		);
	});

	test('what is not read by the end is named, and nothing else', () => {
		fc.assert(
			fc.property(anyInput, (given) => {
				const { days, leftOut } = calendar(given);
				const known = days.reduce((before, { items }) => after(items, before), given.known);
				const unread = given.preparation.concepts.filter((slug) =>
					[1, 2, 3].some((stage) => !known.stages[slug]?.includes(stage)),
				);
				expect(leftOut).toEqual(unread);
			}),
		);
	});

	test('after a day that was kept to, the calendar is what it was without it', () => {
		fc.assert(
			fc.property(anyInput, (given) => {
				fc.pre(given.interview !== undefined && given.interview > FROM);
				// What the review asks is the schedule's, and part of a stage is not in the history.
				const still = { ...given, reviews: [], newPrompt: [] };
				const [today, ...rest] = calendar(still).days;
				fc.pre(today?.items.every(({ goesOn }) => !goesOn) ?? false);
				const known = after(today?.items ?? [], still.known);
				expect(calendar({ ...still, from: FROM + 1, known }).days).toEqual(rest);
			}),
		);
	});

	test('a missed day moves what it held', () => {
		fc.assert(
			fc.property(anyInput, (given) => {
				fc.pre(given.interview !== undefined && given.interview > FROM + 20);
				const still = { ...given, reviews: [], preparation: { ...given.preparation, daysOff: [] } };
				const first = begun(calendar(still))[0];
				expect(begun(calendar({ ...still, from: FROM + 1 }))[0]).toBe(first);
			}),
		);
	});
});

test('a stage takes its reading and what it is played and run with', () => {
	expect([1, 2, 3, 4].map((stage) => stageMinutes(concept('c'), stage))).toEqual([3, 11, 5, 12]);
});

test('who leaves questions and checks out reads on: they take a third of the day at most', () => {
	const given = input({ preparation: preparation({ daysOff: [] }), interview: FROM + 28 });
	let known: Known = { stages: {}, answered: new Set() };
	for (let from = FROM; from < FROM + 6; from++) {
		const [today] = calendar({ ...given, from, known }).days;
		known = after(today?.items.filter(({ kind }) => kind === 'read') ?? [], known);
	}
	expect(Object.keys(known.stages).length).toBeGreaterThanOrEqual(5);
	const asked = calendar({ ...given, from: FROM + 7, known }).days[0]?.items ?? [];
	expect(asked[0]?.kind).toBe('answer');
	expect(asked.some(({ kind }) => kind === 'read')).toBe(true);
});
