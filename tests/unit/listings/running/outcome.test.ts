import { expect, it } from 'vitest';
import { errorIn } from '../../../../src/listings/running/outcome.ts';

const error = { type: 'ValueError', message: 'no', line: 3, hint: null };

it('takes over an error as Python reports it', () => {
	expect(errorIn(JSON.stringify(error))).toEqual(error);
	expect(errorIn('null')).toBeUndefined();
});

it.each([
	['no JSON', 'all is well'],
	['cut short', '{"type": "Val'],
])('tells a report that makes no sense as an error of its own: %s', (_what, report) => {
	expect(errorIn(report)).toMatchObject({ message: expect.stringContaining('reports its errors'), line: null });
});

it('keeps what a program made up within bounds', () => {
	const made = errorIn(JSON.stringify({ type: {}, message: 'x'.repeat(9000), line: 'last', hint: 'all is well' }));
	expect(made).toMatchObject({ type: '[object Object]', line: null, hint: null });
	expect(made?.message).toHaveLength(2000);
});
