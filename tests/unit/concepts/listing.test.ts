import { describe, expect, it } from 'vitest';
import {
	changed,
	linesOf,
	readHighlight,
	regionsOf,
	shownLineCount,
	shownSpan,
	showsEnd,
	withoutMarks,
} from '../../../src/concepts/listing.ts';

const source = `import math

# region: outer
def f(x):
    # region: inner
    return x
    # endregion
# endregion
print(f(1))
`;

describe('regions of a listing', () => {
	it('run between their marks and may nest', () => {
		expect(regionsOf(source)).toEqual([
			{ name: 'outer', first: 4, last: 7, closed: true },
			{ name: 'inner', first: 6, last: 6, closed: true },
		]);
	});

	it('have marks that readers never meet', () => {
		expect(withoutMarks(source)).toBe('import math\n\ndef f(x):\n    return x\nprint(f(1))\n');
	});

	it('run to the end of the file when they are never closed', () => {
		expect(regionsOf('a\n# region: open\nb\nc\n')).toEqual([{ name: 'open', first: 3, last: 4, closed: false }]);
	});

	it('decide which lines are shown, without the marks', () => {
		expect(shownSpan(source)).toEqual({ first: 1, last: 9 });
		expect(shownLineCount(source)).toBe(5);
		expect(shownLineCount(source, 'outer')).toBe(2);
		expect(shownSpan(source, 'missing')).toBeUndefined();
		expect(shownLineCount(source, 'missing')).toBe(0);
	});
});

describe('readHighlight', () => {
	it.each([
		[
			'10-11,14',
			[
				{ first: 10, last: 11 },
				{ first: 14, last: 14 },
			],
		],
		['3', [{ first: 3, last: 3 }]],
		['11-10', undefined],
		['0', undefined],
		['a', undefined],
		['', undefined],
	])('reads %j', (written, spans) => {
		expect(readHighlight(written)).toEqual(spans);
	});
});

describe('linesOf', () => {
	it('does not count what follows the last newline', () => {
		expect(linesOf('a\nb\n')).toEqual(['a', 'b']);
		expect(linesOf('a\r\nb')).toEqual(['a', 'b']);
		expect(linesOf('')).toEqual([]);
	});
});

describe('showsEnd', () => {
	it('tells whether the output may stand beneath', () => {
		expect(showsEnd(source)).toBe(true);
		expect(showsEnd(source, 'outer')).toBe(false);
		expect(showsEnd('a\n# region: last\nb\n# endregion\n\n', 'last')).toBe(true);
		expect(showsEnd(source, 'missing')).toBe(false);
	});
});

describe('a change', () => {
	it('takes the place of what it names', () => {
		expect(changed('a = 1\nb = 2\n', { find: '2', replace: '$& 3' })).toBe('a = 1\nb = $& 3\n');
	});

	it.each([
		['nowhere', 'c'],
		['twice', ' = '],
	])('does not apply where its place stands %s', (_, find) => {
		expect(changed('a = 1\nb = 2\n', { find, replace: '' })).toBeUndefined();
	});
});
