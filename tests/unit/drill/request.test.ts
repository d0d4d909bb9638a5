import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRequest, usual, writeRequest } from '../../../src/drill/request.ts';
import { anyRequest } from './planFixture.ts';

test('a request comes back from its address as it was', () => {
	fc.assert(
		fc.property(anyRequest, (asked) => {
			expect(readRequest(writeRequest(asked))).toEqual(asked);
		}),
	);
	const named = { ...usual, seed: 'x', asked: ['attention/mid-0', 'trees/staff-1'] };
	expect(readRequest(writeRequest(named))).toEqual(named);
});

test('what an address says wrong is as usual', () => {
	fc.assert(
		fc.property(fc.string(), (search) => {
			const { seed, ...rest } = readRequest(search);
			expect(seed === undefined || /^[a-z0-9]{1,16}$/.test(seed)).toBe(true);
			expect(Object.keys(rest).sort()).toEqual(Object.keys(usual).sort());
		}),
	);
	expect(readRequest('?level=ceo&minutes=NaN&formats=riddle,design&concepts=../x&asked=<b>&seed=__proto__')).toEqual({
		...usual,
		seed: undefined,
		formats: ['design'],
	});
	expect(readRequest('?minutes=1e9').minutes).toBe(120);
	expect(readRequest('?minutes=1').minutes).toBe(5);
});
