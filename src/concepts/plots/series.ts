/** The numbers of a mark: written out, computed by a formula, or taken from what a listing printed. */
import { nearest } from '../nearest.ts';
import { rename } from '../problems.ts';
import type { Data, Printed } from '../schema/plot.ts';
import type { Complaint } from './complaint.ts';
import { formulaVocabulary, readFormula } from './formula.ts';

export type Pair = readonly [x: number, y: number];

/** Pairs in the order of x as they were given, or a function of x. */
export type Series = readonly Pair[] | ((x: number) => number);

/** What series are read with. */
export interface Surroundings {
	/** What a listing, or a break as `cost.py#id`, printed; undefined when there is none. */
	readonly outputOf: (printer: string) => string | undefined;
	/** What can be asked for. */
	readonly printers: readonly string[];
	/** Names on the axes, if they have names. */
	readonly names: { readonly x: readonly string[] | undefined; readonly y: readonly string[] | undefined };
}

type Told = Omit<Complaint, 'path' | 'code'>;

/** Reads the numbers of a mark; `complain` takes what is wrong with them, and the way to it from the data. */
export function readSeries(
	data: Data,
	surroundings: Surroundings,
	complain: (told: Told, ...path: PropertyKey[]) => void,
): Series {
	if (typeof data === 'number') return () => data;
	if (typeof data === 'string') {
		try {
			return readFormula(data);
		} catch (error) {
			complain({
				found: `the formula ${data}: ${error instanceof Error ? error.message : String(error)}`,
				expected: formulaVocabulary,
				mend: 'Correct the formula; write every product with *.',
			});
			return [];
		}
	}
	return Array.isArray(data) ? written(data, surroundings, complain) : fromOutput(data, surroundings, complain);
}

function written(
	data: readonly unknown[],
	{ names }: Surroundings,
	complain: (told: Told, ...path: PropertyKey[]) => void,
): Pair[] {
	return data.flatMap((item, index) => {
		const values = Array.isArray(item) && item.length === 2 ? [item[0], item[1]] : undefined;
		const pair = values?.map((value, side) => numberOf(value, side === 0 ? names.x : names.y));
		const [x, y] = pair ?? [];
		if (x !== undefined && y !== undefined) return [[x, y] as const];
		const [first, second] = [names.x ? 'name' : 'x', names.y ? 'name' : 'y'];
		const wrong = values?.find((_, side) => pair?.[side] === undefined);
		const known = typeof wrong === 'string' ? nearest(wrong, [...(names.x ?? []), ...(names.y ?? [])]) : undefined;
		complain(
			{
				found: `the pair ${JSON.stringify(item)}`,
				expected: `[${first}, ${second}], numbers as numbers and names as the axis lists them`,
				mend: rename(known, 'Correct the pair; decimals with a point, and no commas within a number.'),
			},
			index,
		);
		return [];
	});
}

/** A number, or the position of a name on its axis, from 0. */
export function numberOf(value: unknown, names: readonly string[] | undefined): number | undefined {
	if (!names) return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
	const position = names.indexOf(String(value));
	return position < 0 ? undefined : position;
}

/** Numbers as programs print them, thousands separated or not. */
const number = /(?<![\w.])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?/gi;
const numbersOf = (line: string): number[] =>
	[...line.matchAll(number)].map(([written]) => Number(written.replaceAll(',', '')));

function fromOutput(
	printed: Printed,
	{ outputOf, printers, names }: Surroundings,
	complain: (told: Told, ...path: PropertyKey[]) => void,
): Pair[] {
	const output = outputOf(printed.listing);
	if (output === undefined) {
		// What is not recorded yet is told of the listing.
		if (printers.includes(printed.listing)) return [];
		const close = nearest(printed.listing, printers);
		complain(
			{
				found: `listing: ${printed.listing}`,
				expected: 'a listing of this concept, or one of its breaks as file.py#id',
				mend: rename(close, 'Correct the name.'),
			},
			'listing',
		);
		return [];
	}
	const all = output.split('\n');
	const start = printed.after === undefined ? 0 : all.findIndex((line) => line.includes(printed.after ?? '')) + 1;
	if (printed.after !== undefined && start === 0) {
		complain(
			{
				found: `after: ${printed.after}`,
				expected: 'words of a line of the output',
				mend: 'Copy them from the output.',
			},
			'after',
		);
		return [];
	}
	const most = Math.max(printed.x ?? 0, printed.y);
	const rows = rowsOf(all.slice(start), printed.with, most);
	if (rows.length === 0) {
		const [field, expected] =
			printed.with === undefined
				? ['y', `lines with ${most} numbers or more in the output`]
				: ['with', `words of lines with ${most} numbers or more in the output`];
		complain(
			{ found: 'no line to take numbers from', expected, mend: `Correct ${field}, or what the listing prints.` },
			field,
		);
	}
	return rows.map((row, index) => {
		const [x, y] = [printed.x === undefined ? index : (row[printed.x - 1] ?? 0), row[printed.y - 1] ?? 0];
		// Of an axis with names, the lines are its names in their order.
		return names.y && printed.x === undefined ? [y, index] : [x + (names.x || printed.x !== undefined ? 0 : 1), y];
	});
}

/** The numbers of the lines that count. */
function rowsOf(lines: readonly string[], words: string | undefined, most: number): number[][] {
	const rows = lines.map((line) => ({ line, numbers: numbersOf(line) }));
	const has = ({ numbers }: { readonly numbers: readonly number[] }) => numbers.length >= most;
	if (words !== undefined) {
		return rows.filter((row) => row.line.includes(words) && has(row)).map(({ numbers }) => numbers);
	}
	const first = rows.findIndex(has);
	if (first < 0) return [];
	// A table goes on for as long as its lines have as many numbers and words.
	const columns = (row: (typeof rows)[number] | undefined) => row?.line.trim().split(/\s+/).length;
	const end = rows.findIndex(
		(row, index) =>
			index > first && (row.numbers.length !== rows[first]?.numbers.length || columns(row) !== columns(rows[first])),
	);
	return rows.slice(first, end < 0 ? undefined : end).map(({ numbers }) => numbers);
}
