import { expect, it } from 'vitest';
import { readSeries } from '../../../../src/concepts/plots/series.ts';
import type { Data } from '../../../../src/concepts/schema/plot.ts';

const output = `two tables
   n   train    test
  30    1.66    2.48
1,000   2.00    2.05
25 of 25 features, floor 1.0
   n   train    test
  30   -0.16    6.5e-1
step x1  n=3  loss 0.5
Newton, step 1  loss 0.25
Newton, step 2  loss 0.125
`;

const outputs = { outputOf: (printer: string) => (printer === 'fit.py' ? output : undefined), printers: ['fit.py'] };

function read(data: Data, names: { x?: string[]; y?: string[] } = {}) {
	const complaints: string[] = [];
	const series = readSeries(data, { ...outputs, names: { x: names.x, y: names.y } }, ({ found }, ...path) =>
		complaints.push([...path, found].join(' ')),
	);
	return complaints.length > 0 ? complaints : series;
}

it('takes the table that begins first, or after some words, while its lines are alike', () => {
	expect(read({ listing: 'fit.py', x: 1, y: 3 })).toEqual([
		[30, 2.48],
		[1000, 2.05],
	]);
	expect(read({ listing: 'fit.py', after: '25 of 25', x: 1, y: 2 })).toEqual([[30, -0.16]]);
	expect(read({ listing: 'fit.py', after: '25 of 25', x: 1, y: 3 })).toEqual([[30, 0.65]]);
});

it('takes the lines that hold some words, and counts them where x is left out', () => {
	expect(read({ listing: 'fit.py', with: 'Newton', y: 2 })).toEqual([
		[1, 0.25],
		[2, 0.125],
	]);
	expect(read({ listing: 'fit.py', with: 'Newton', y: 2 }, { x: ['one', 'two'] })).toEqual([
		[0, 0.25],
		[1, 0.125],
	]);
	expect(read({ listing: 'fit.py', with: 'Newton', y: 2 }, { y: ['one', 'two'] })).toEqual([
		[0.25, 0],
		[0.125, 1],
	]);
});

it('tells what cannot be taken, and where', () => {
	expect(read({ listing: 'fat.py', y: 1 })).toEqual(['listing listing: fat.py']);
	expect(read({ listing: 'fit.py', after: 'words', y: 1 })).toEqual(['after after: words']);
	expect(read({ listing: 'fit.py', y: 9 })).toEqual(['y no line to take numbers from']);
	expect(read({ listing: 'fit.py', with: 'Adam', y: 1 })).toEqual(['with no line to take numbers from']);
	expect(read([[1, 2], [3], ['4', 5]])).toEqual(['1 the pair [3]', '2 the pair ["4",5]']);
});
