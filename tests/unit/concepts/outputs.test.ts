import { describe, expect, it, test } from 'vitest';
import {
	isPrinted,
	nearestPrinted,
	outputAnchor,
	outputPath,
	printedPassage,
	readPrinter,
	rounds,
	withoutBindings,
} from '../../../src/concepts/outputs.ts';

const output = `      n proj TFLOP scores GB
   8192       1.10      4.29
  32768       4.40     68.72
loss=-0.25, share 32.8%, rate 1e-05
4,294,967,296 bytes in layer_12; k-3 means
`;

describe('words are printed as they stand, and not as a part of something longer', () => {
	test.each([
		['4.29', true],
		['4.2', false],
		['29', false],
		['8192 1.10', true],
		['8192', true],
		['192', false],
		['-0.25', true],
		['−0.25', true],
		['0.25', false],
		['32.8%', true],
		['32.8 %', false],
		['1', false],
		['1e-05', true],
		['4,294,967,296', true],
		['967', false],
		['3', true],
		['12', false],
		['share 32.8%', true],
		['hare', false],
		['loss', true],
		['', false],
	])('%s: %s', (words, expected) => {
		expect(isPrinted(output, words)).toBe(expected);
	});
});

describe('a rounded number is one by arithmetic', () => {
	test.each([
		['4.29', '4.2949', true],
		['4.30', '4.2949', false],
		['4.3', '4.25', true],
		['4.2', '4.25', true],
		['−0.3', '-0.25', true],
		['0.3', '-0.25', false],
		['33%', '32.8%', true],
		['33%', '0.328', true],
		['33%', '0.322', false],
		['4.3 billion', '4,294,967,296', true],
		['4.29 GB', '4,294,967,296 bytes', true],
		['4 GiB', '4,294,967,296 bytes', true],
		['4.1 GiB', '4,294,967,296 bytes', false],
		['4.3', '4.2949 GB', true],
		['3.5 ms', '0.0035 s', true],
		['0.00001', '1e-05', true],
		['1e-05', '1.2e-05', true],
		['2 to 3', '1.9 to 3.1', true],
		['2 to 3', '1.9', false],
		['a third', '0.333', false],
	])('%s of %s: %s', (shown, exact, expected) => {
		expect(rounds(shown, exact)).toBe(expected);
	});
});

it('names what was printed that the words may mean', () => {
	expect(nearestPrinted(output, '68.7')).toBe('68.72');
	expect(nearestPrinted(output, '4,294,967,295')).toBe('4,294,967,296');
	expect(nearestPrinted('', '1')).toBeUndefined();
});

it('shows the line, and above bare numbers what their columns are called', () => {
	expect(printedPassage(output, '4.29')).toBe('   n proj TFLOP scores GB\n8192       1.10      4.29');
	expect(printedPassage(output, '32.8%')).toBe('loss=-0.25, share 32.8%, rate 1e-05');
	expect(printedPassage('1.0\n2.0\n', '2.0')).toBe('2.0');
	expect(printedPassage(output, '5')).toBeUndefined();
});

it('knows whose output is meant, and where it stands', () => {
	expect(readPrinter('cost.py')).toEqual({ file: 'cost.py', change: undefined });
	expect(outputPath(readPrinter('cost.py#no-cache'))).toBe('listings/cost.no-cache.out');
	expect(outputAnchor(readPrinter('cost.py#no-cache'))).toBe('break-no-cache');
	expect(outputAnchor(readPrinter('cost.py'))).toBe('listing-cost');
});

it('leaves the words of a text alone when nothing can be pressed', () => {
	const text = 'It takes [4.29](out:cost.py) GB, [about 4](out:cost.py#no-cache "4.29"), see [the table](#costs).';
	expect(withoutBindings(text)).toBe('It takes 4.29 GB, about 4, see [the table](#costs).');
});
