/**
 * Words that are bound to what a listing printed: `<Out file="cost.py">4.29</Out>` in MDX, `[4.29](out:cost.py)` in YAML text. Text equals
 * text; where the words round what was printed, the author says what, and arithmetic decides.
 */
import { linesOf } from './listing.ts';
import { editDistance } from './nearest.ts';

/** How an address of YAML text begins that names a listing. */
export const OUT = 'out:';

/** Whose output words are bound to: a listing's, or that of one of its breaks. */
export interface Printer {
	/** Name of the listing: `cost.py`. */
	readonly file: string;
	/** Id of a break of it. */
	readonly change: string | undefined;
}

/** Reads `cost.py` or `cost.py#id-of-a-break`. */
export function readPrinter(written: string): Printer {
	const [file = '', change] = written.split('#');
	return { file, change };
}

/** Path of the recorded output inside the concept's folder. */
export function outputPath({ file, change }: Printer): string {
	return `listings/${file.replace(/\.py$/, change === undefined ? '.out' : `.${change}.out`)}`;
}

/** Where the page shows that output, without `#`. */
export function outputAnchor({ file, change }: Printer): string {
	return change === undefined ? `listing-${file.replace(/\.py$/, '')}` : `break-${change}`;
}

/** A YAML text with the words of its bindings alone. */
export function withoutBindings(text: string): string {
	return text.replace(/\[((?:\\.|[^\\\][])*)\]\(out:[^()\s]*(?:\s+"[^"]*")?\)/g, '$1');
}

/** Differences of typography that no author should have to think of: spaces, and the minus sign. */
function plain(text: string): string {
	return text.replaceAll('\u2212', '-').replace(/\s+/g, ' ').trim();
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Finds words as they were printed: not as a part of a longer number or word, nor without their sign. */
function pattern(words: string): RegExp {
	const before = /^\d/.test(words) ? '(?<![\\p{L}\\p{N}_.]|\\d,|(?<![\\p{L}\\p{N})\\]])-)' : '(?<![\\p{L}\\p{N}_])';
	const after = /\d$/.test(words) ? '(?!\\d|[.,]\\d|e[+-]?\\d)' : /[\p{L}_]$/u.test(words) ? '(?![\\p{L}\\p{N}_])' : '';
	return new RegExp(before + escaped(words).replaceAll(' ', '\\s+') + after, 'u');
}

/** Number of the line of an output in which the words begin, from 0; undefined when they were not printed. */
function lineOf(lines: readonly string[], words: string): number | undefined {
	const sought = plain(words);
	const text = lines.join('\n').replaceAll('\u2212', '-');
	const match = sought === '' ? null : pattern(sought).exec(text);
	return match ? text.slice(0, match.index).split('\n').length - 1 : undefined;
}

/** Whether the words stand in an output. */
export function isPrinted(output: string, words: string): boolean {
	return lineOf(linesOf(output), words) !== undefined;
}

/**
 * The line of an output in which the words begin. Above a row of bare numbers, which would tell nothing, stands the last line with words,
 * which names its columns. Undefined when the words were not printed.
 */
export function printedPassage(output: string, words: string): string | undefined {
	const lines = linesOf(output);
	const at = lineOf(lines, words);
	if (at === undefined) return undefined;
	const isBare = (line: string | undefined) => !/\p{L}/u.test((line ?? '').replace(/\d(e[+-]?\d+|nan|inf)/g, ''));
	const head = isBare(lines[at]) ? lines.slice(0, at).findLast((line) => !isBare(line)) : undefined;
	const shown = [head, lines[at]].filter((line) => line !== undefined).map((line) => line.trimEnd());
	const indent = Math.min(...shown.map((line) => line.length - line.trimStart().length));
	return shown.map((line) => line.slice(indent)).join('\n');
}

/** What one unit of a number stands for, and what it measures; units that are not known measure themselves. */
const units: Readonly<Record<string, readonly [kind: string, factor: number]>> = {
	'%': ['', 0.01],
	percent: ['', 0.01],
	thousand: ['', 1e3],
	million: ['', 1e6],
	billion: ['', 1e9],
	trillion: ['', 1e12],
	B: ['bytes', 1],
	byte: ['bytes', 1],
	bytes: ['bytes', 1],
	kB: ['bytes', 1e3],
	MB: ['bytes', 1e6],
	GB: ['bytes', 1e9],
	TB: ['bytes', 1e12],
	KiB: ['bytes', 2 ** 10],
	MiB: ['bytes', 2 ** 20],
	GiB: ['bytes', 2 ** 30],
	TiB: ['bytes', 2 ** 40],
	ns: ['seconds', 1e-9],
	µs: ['seconds', 1e-6],
	ms: ['seconds', 1e-3],
	s: ['seconds', 1],
};

interface Quantity {
	readonly value: number;
	/** Half of the last place that is written. */
	readonly half: number;
	readonly kind: string;
	readonly factor: number;
}

/** The numbers of a text with their units: `1,099.5 GB`, `4.3%`, `2e-05`. */
function quantitiesIn(text: string): Quantity[] {
	const numbers = plain(text).matchAll(/(-?\d[\d,]*)(?:\.(\d+))?(?:e([+-]?\d+))?\s?(%|[\p{L}]+)?/gu);
	return [...numbers].map(([, whole = '', decimals = '', exponent = '0', unit = '']) => {
		const power = 10 ** Number(exponent);
		const [kind, factor] = units[unit] ?? ['', 1];
		const value = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`) * power;
		return { value, half: (power * 10 ** -decimals.length) / 2, kind, factor };
	});
}

/** Whether each number of `shown` is the number of `exact` at its place, rounded. Half a unit may go either way. */
export function rounds(shown: string, exact: string): boolean {
	const [numbers, exacts] = [quantitiesIn(shown), quantitiesIn(exact)];
	return (
		numbers.length > 0 &&
		numbers.length === exacts.length &&
		numbers.every(({ value, half, kind, factor }, index) => {
			const other = exacts[index];
			if (!other) return false;
			// A unit on one side alone was left out or stands outside: 4.29 of a column in GB.
			const [own, its] = kind === other.kind ? [factor, other.factor] : [1, 1];
			return Math.abs(value * own - other.value * its) <= half * own * (1 + 1e-9);
		})
	);
}

/** What an output holds that comes nearest to words which it does not: something they round, else something spelled alike. */
export function nearestPrinted(output: string, words: string): string | undefined {
	const sought = plain(words);
	const length = sought.split(' ').length;
	const candidates = linesOf(output).flatMap((line) => {
		const tokens = line.match(/[^\s()[\],;:=]+(?:,\d{3})*/g) ?? [];
		return tokens.map((_, index) => tokens.slice(index, index + length).join(' '));
	});
	return (
		candidates.find((candidate) => rounds(sought, candidate) && isPrinted(output, candidate)) ??
		candidates.toSorted((a, b) => editDistance(sought, a) - editDistance(sought, b))[0]
	);
}
