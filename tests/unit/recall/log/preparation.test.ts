import { expect, test } from 'vitest';
import { isPreparation, type Preparation } from '../../../../src/recall/log/preparation.ts';

const good: Preparation = {
	...{ path: 'ml-engineer', concepts: ['pca'], level: 'mid', minutes: 60 },
	...{ daysOff: [6], datesOff: ['2026-05-05'] },
};

test.each([good, { ...good, path: null }, { ...good, concepts: [], daysOff: [] }])('%j is one', (value) => {
	expect(isPreparation(value)).toBe(true);
});

test.each([
	null,
	[],
	{},
	{ ...good, more: 1 },
	{ ...good, path: 3 },
	{ ...good, path: '../x' },
	{ ...good, concepts: 'pca' },
	{ ...good, concepts: [['pca']] },
	{ ...good, concepts: [5] },
	{ ...good, concepts: Array.from({ length: 1001 }, () => 'pca') },
	{ ...good, level: 2 },
	{ ...good, minutes: 14 },
	{ ...good, minutes: 61.5 },
	{ ...good, minutes: Number.NaN },
	{ ...good, daysOff: ['6'] },
	{ ...good, daysOff: [7] },
	{ ...good, daysOff: [0, 1, 2, 3, 4, 5, 6] },
	{ ...good, datesOff: ['May 5'] },
])('%j is none', (value) => {
	expect(isPreparation(value)).toBe(false);
});
