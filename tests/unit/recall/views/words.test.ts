import { describe, expect, it } from 'vitest';
import { count, percent } from '../../../../src/ground/words.ts';
import { dayOfDate } from '../../../../src/recall/log/studyDay.ts';
import type { QueueItem } from '../../../../src/recall/schedule/queue.ts';
import { agoWords, dayWords, intervalWords, minutesWords, reasonWords } from '../../../../src/recall/views/words.ts';

const today = dayOfDate('2026-05-04') ?? 0;

describe('days', () => {
	it('are said as a reader says them', () => {
		expect([-1, 0, 1, 4, 70].map((ahead) => dayWords(today + ahead, today))).toEqual([
			'today',
			'today',
			'tomorrow',
			'on Friday, May 8',
			'on July 13, 2026',
		]);
	});

	it('become months and years when they are many', () => {
		expect([0, 1, 9, 59, 60, 365, 800].map(intervalWords)).toEqual([
			'today',
			'tomorrow',
			'in 9 days',
			'in 59 days',
			'in 2 months',
			'in 12 months',
			'in 2 years',
		]);
		expect([0, 1, 9].map(agoWords)).toEqual(['today', 'yesterday', '9 days ago']);
	});
});

it('counts in the right number', () => {
	expect([0, 1, 1200].map((number) => count(number, 'prompt'))).toEqual(['0 prompts', '1 prompt', '1,200 prompts']);
	expect(minutesWords(3)).toBe('about 3 min');
	expect(percent(0.844)).toBe('84 %');
});

describe('the reason why a prompt is asked', () => {
	const item = (change: Partial<QueueItem>): QueueItem => ({
		prompt: 'attention/masks',
		concept: 'attention',
		reason: 'due',
		recall: undefined,
		overdue: 0,
		stubborn: false,
		card: {
			prompt: 'attention/masks',
			revision: 1,
			enrolled: true,
			suspended: false,
			from: today - 9,
			answers: 1,
			misses: [],
			events: 2,
			last: { day: today - 9, rating: 3, elapsed: 0, duration: 4000 },
		},
		...change,
	});

	it('names the last answer and the estimate', () => {
		expect(reasonWords(item({ recall: 0.84 }), today)).toBe(
			'Due because you last answered it 9 days ago. Estimated recall 84 %.',
		);
		expect(reasonWords(item({ recall: 0.8, overdue: 2 }), today)).toBe(
			'Due for 2 days; you last answered it 9 days ago. Estimated recall 80 %.',
		);
	});

	it('is another for each kind', () => {
		const reasons = (['due', 'new', 'interview', 'missed', 'rewritten'] as const).map((reason) =>
			reasonWords(item({ reason }), today),
		);
		expect(new Set(reasons).size).toBe(5);
	});
});
