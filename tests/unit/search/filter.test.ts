import { expect, test } from 'vitest';
import { filteredAddress, filterRows, filterStatus } from '../../../src/search/filter.ts';

const rows = [
	{ slug: 'attention', text: 'Attention Mechanisms Each position asks every other one QKV' },
	{ slug: 'descent', text: 'Gradient Descent (SGD, Momentum, Adam) How far to step' },
];

test.each([
	['', ['attention', 'descent']],
	['a', ['attention', 'descent']],
	['sgd', ['descent']],
	['atention', ['attention']],
	['step adam', ['descent']],
	['zebra', []],
])('%s leaves %j', (query, slugs) => {
	expect([...filterRows(query, rows)]).toEqual(slugs);
});

test('says how many are left', () => {
	expect(filterStatus('', 2, 2)).toBe('');
	expect(filterStatus('sgd', 1, 2)).toBe('1 of 2 concepts');
	expect(filterStatus(' zebra ', 0, 2)).toContain('“zebra”');
});

test('keeps the filter in the address, and the rest of it', () => {
	expect(filteredAddress('https://example.org/sixfold/?x=1#llms', 'q k v ')).toBe(
		'https://example.org/sixfold/?x=1&q=q+k+v#llms',
	);
	expect(filteredAddress('https://example.org/?q=sgd', '')).toBe('https://example.org/');
});
