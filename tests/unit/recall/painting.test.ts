/** What goes into pages as text is what the tests of its parts run: it stands alone, and paints what the parts say. */
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { dayOf, studyDayAt, studyTime } from '../../../src/recall/log/studyDay.ts';
import { type Painter, paintingBegins, paintingBy } from '../../../src/recall/painting.ts';
import { countDue, type Summary } from '../../../src/recall/summary.ts';

const now = Date.UTC(2026, 4, 4, 12);
const day = dayOf(now - 4 * 3_600_000);
const summary: Summary = {
	due: {
		pca: [
			[day - 2, 3],
			[day + 1, 2],
		],
		bpe: [[day, 4]],
	},
	stages: { pca: [1] },
	limit: 5,
	done: [0, 0, 0],
	seconds: 15,
};

/** Runs the scripts of a page in a browser that has nothing but what they need. */
function run(painter: Painter, stored: string | undefined, time: { now: number }) {
	const painted: unknown[] = [];
	const listeners = new Map<string, (() => void)[]>();
	const timers: (() => void)[] = [];
	const parsers = new Set<() => void>();
	let parts = 0;
	class FakeDate extends Date {
		static override now = () => time.now;
		override getTimezoneOffset = () => 0;
	}
	const scope = {
		painted,
		document: { querySelectorAll: (selector: string) => ({ length: selector === painter.parts ? parts : Number.NaN }) },
		MutationObserver: class {
			parsed: () => void;
			constructor(parsed: () => void) {
				this.parsed = parsed;
			}
			observe() {
				parsers.add(this.parsed);
			}
			disconnect() {
				parsers.delete(this.parsed);
			}
		},
		Date: FakeDate,
		localStorage: { getItem: (key: string) => (key === 'sixfold:/:summary' ? (stored ?? null) : null) },
		addEventListener: (event: string, listener: () => void) =>
			listeners.set(event, [...(listeners.get(event) ?? []), listener]),
		setInterval: (listener: () => void) => timers.push(listener),
	};
	vm.runInNewContext(`${paintingBegins()};${paintingBy(painter)}`, scope);
	/** Another task of the parser is over, after which the page has so many parts. */
	const parse = (all: number): void => {
		parts = all;
		for (const parsed of parsers) parsed();
	};
	const fire = (event: string) => listeners.get(event)?.map((listener) => listener());
	return { painted, parse, fire, tick: () => timers.map((timer) => timer()) };
}

// Its text runs where `painted` is.
declare const painted: unknown[];
const spy: Painter = {
	parts: '[data-"part"]',
	paint: (seen) => {
		painted.push([seen.due(), seen.due('pca'), Object.keys(seen.stages).length]);
	},
};

test('the scripts of a page need nothing else, and count as the review does', () => {
	const page = run(spy, JSON.stringify(summary), { now });
	expect(page.painted).toEqual([[5, 3, 1]]);
	expect(countDue(summary, day)).toBe(5);
});

test.each([undefined, 'not json', '7', '{"due":[1]}'])('from %s they paint that nothing is due', (stored) => {
	expect(run(spy, stored, { now }).painted).toEqual([[0, 0, 0]]);
});

test('a page left open shows another day when the reader comes back, and by itself', () => {
	const time = { now };
	const page = run(spy, JSON.stringify({ ...summary, limit: 50 }), time);
	time.now += 24 * 3_600_000;
	for (const event of ['visibilitychange', 'focus', 'pageshow', 'storage']) page.fire(event);
	page.tick();
	expect(page.painted).toEqual([[7, 3, 1], ...new Array(5).fill([9, 5, 1])]);
});

test('while the page is parsed they paint when more of their parts came, and once more at its end', () => {
	const page = run(spy, JSON.stringify(summary), { now });
	for (const parts of [0, 1, 1, 3]) page.parse(parts);
	expect(page.painted).toHaveLength(3);
	page.fire('DOMContentLoaded');
	page.parse(9);
	expect(page.painted).toHaveLength(4);
});

test('the day of a page is the study day', () => {
	for (const hoursAhead of [-11, 0, 5.75, 14]) {
		const clock = { now: () => now, offset: () => hoursAhead * 3_600_000 };
		for (let hour = 0; hour < 48; hour++) {
			const time = now + hour * 3_600_000;
			expect(studyDayAt(time, clock.offset())).toBe(dayOf(studyTime(time, clock)));
		}
	}
});
