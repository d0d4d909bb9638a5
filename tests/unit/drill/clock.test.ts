import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockText, durationText, leftOf, newClock, start, stop, usedOf } from '../../../src/drill/clock.ts';

const noon = Date.UTC(2026, 4, 4, 12);
const second = 1000;
const minute = 60 * second;

describe('a running clock', () => {
	const running = start(newClock(5), noon);

	test('is right however seldom it is looked at: throttled to once a minute, or asleep for an hour', () => {
		expect(leftOf(running, noon + 61 * second)).toBe(5 * minute - 61 * second);
		expect(leftOf(running, noon + 60 * minute)).toBe(-55 * minute);
		fc.assert(
			fc.property(fc.array(fc.nat(10 * minute)), (looks) => {
				const ends = noon + looks.reduce((sum, wait) => sum + wait, 0);
				let now = noon;
				for (const wait of looks) {
					now += wait;
					leftOf(running, now);
				}
				expect(leftOf(running, ends)).toBe(5 * minute - (ends - noon));
			}),
		);
	});

	test('gives no time back when the system clock is set back', () => {
		expect(usedOf(running, noon - 60 * minute)).toBe(0);
		expect(usedOf(stop(running, noon - minute), noon)).toBe(0);
	});
});

test('pauses cost nothing, and stretches add up', () => {
	const stretches = fc.array(fc.record({ runs: fc.nat(minute), rests: fc.nat(10 * minute) }), { maxLength: 20 });
	fc.assert(
		fc.property(stretches, (all) => {
			let clock = newClock(5);
			let now = noon;
			for (const { runs, rests } of all) {
				clock = start(clock, now);
				now += runs;
				clock = stop(clock, now);
				now += rests;
				expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
			}
			expect(usedOf(clock, now)).toBe(all.reduce((sum, { runs }) => sum + runs, 0));
		}),
	);
});

test('to start a running clock and to stop a standing one changes nothing', () => {
	const clock = start(newClock(5), noon);
	expect(start(clock, noon + minute)).toBe(clock);
	const stood = stop(clock, noon + minute);
	expect(stop(stood, noon + 2 * minute)).toBe(stood);
});

test('says the time as a clock does', () => {
	expect([5 * minute, 167 * second, 9 * second, 1, 0, -1, -72 * second].map(clockText)).toEqual([
		'5:00',
		'2:47',
		'0:09',
		'0:01',
		'0:00',
		'+0:01',
		'+1:12',
	]);
	expect([0, 12 * second, minute, 252 * second].map(durationText)).toEqual(['0 s', '12 s', '1 min', '4 min 12 s']);
});
