import { expect, test } from 'vitest';
import { catalogFields, filterRows, filterStatus, type Row } from '../../../src/search/filter.ts';
import { filterIn, withFilter } from '../../../src/search/filterAddress.ts';

const rows: Row[] = [
	{
		...{ slug: 'attention', text: 'Attention Mechanisms Each position asks every other one QKV' },
		...{ areas: ['deep-learning', 'ml'], level: 'core', states: ['begun', 'due'] },
	},
	{
		...{ slug: 'descent', text: 'Gradient Descent (SGD, Momentum, Adam) How far to step' },
		...{ areas: ['optimization', 'ml'], level: 'foundation', states: ['new'] },
	},
	{ ...{ slug: 'locks', text: 'Locks' }, ...{ areas: ['systems', 'swe'], level: 'core', states: ['done'] } },
];
const none = { q: '', area: '', level: '', state: '' };

test.each([
	[{}, ['attention', 'descent', 'locks']],
	[{ q: 'a' }, ['attention', 'descent']],
	[{ q: 'sgd' }, ['descent']],
	[{ q: 'atention' }, ['attention']],
	[{ q: 'step adam' }, ['descent']],
	[{ q: 'zebra' }, []],
	[{ area: 'ml' }, ['attention', 'descent']],
	[{ area: 'systems' }, ['locks']],
	[{ level: 'core' }, ['attention', 'locks']],
	[{ state: 'due' }, ['attention']],
	[{ state: 'begun' }, ['attention']],
	[{ state: 'done', area: 'ml' }, []],
])('%j leaves %j', (filter, slugs) => {
	expect([...filterRows({ ...none, ...filter }, rows)]).toEqual(slugs);
});

test('says how many are left', () => {
	expect(filterStatus(none, 2, 2)).toBe('');
	expect(filterStatus({ ...none, q: 'sgd' }, 1, 2)).toBe('1 of 2 concepts');
	expect(filterStatus({ ...none, level: 'core' }, 0, 2)).toBe('No concept is like that.');
	expect(filterStatus({ ...none, q: ' zebra ' }, 0, 2)).toContain('“zebra”.');
	expect(filterStatus({ ...none, q: 'zebra', level: 'core' }, 0, 2)).toContain('“zebra” and is like that.');
});

test('keeps the filter in the address, and the rest of it', () => {
	const filter = { ...none, q: 'q k v ', area: 'swe' };
	const address = withFilter('https://example.org/sixfold/?x=1&level=core#llms', filter);
	expect(address).toBe('https://example.org/sixfold/?x=1&q=q+k+v&area=swe#llms');
	expect(filterIn(address, catalogFields)).toEqual({ ...filter, q: 'q k v' });
	expect(withFilter('https://example.org/?q=sgd', none)).toBe('https://example.org/');
});
