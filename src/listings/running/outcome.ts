/** What came of a run, as the page tells it: what it has compared itself, and what Python reported of an error, as far as it makes sense. */
import type { RunError, WorkerEnd } from './protocol.ts';
import type { Offer } from './runtime.ts';
import type { Comparison } from './transcript.ts';

export interface RunEnd extends Comparison {
	readonly milliseconds: number;
	/** Bytes beyond the cap, which are not shown. */
	readonly dropped: number;
	readonly error?: RunError;
	/** Packages that would bring the module that was not found. */
	readonly offer?: Offer;
}

/** Longer than any message that is read. */
const LONGEST = 2000;

const hints: readonly unknown[] = ['module', 'thread', 'process', 'stack', null] satisfies RunError['hint'][];

/** The error in a report; undefined when there is none. The program may have written the report itself. */
export function errorIn(report: string): RunError | undefined {
	let told: unknown;
	try {
		told = JSON.parse(report);
	} catch {
		return { type: 'Error', message: 'The program changed what reports its errors.', line: null, hint: null };
	}
	if (typeof told !== 'object' || told === null) return undefined;
	const { type, message, line, hint, module } = told as Record<keyof RunError, unknown>;
	return {
		type: String(type).slice(0, 100),
		message: String(message).slice(0, LONGEST),
		line: Number.isSafeInteger(line) ? (line as number) : null,
		hint: hints.includes(hint) ? (hint as RunError['hint']) : null,
		...(typeof module === 'string' && { module: module.split('.')[0]?.slice(0, 100) ?? '' }),
	};
}

/**
 * The error of a program in which the interpreter itself broke: before it does, it says where it was.
 *
 * @param detail What the browser says of it.
 * @param said What the run printed, on both streams.
 */
export function breakdown(detail: string, said: string, file: string): RunError {
	const [, place = ''] = said.split('Stack (most recent call first):');
	const line = place.split('\n').find((frame) => frame.includes(`File "${file}", line `));
	const where = { line: line ? Number.parseInt(line.split('line ')[1] ?? '', 10) : null };
	return /^(Range|Internal)Error/.test(detail)
		? { type: 'RecursionError', message: 'the stack of the browser is full', ...where, hint: 'stack' }
		: { type: 'Python broke down', message: detail.split('\n')[0]?.slice(0, 200) ?? '', ...where, hint: null };
}

export function outcome({ milliseconds, dropped, report }: WorkerEnd, comparison: Comparison): RunEnd {
	const error = errorIn(report);
	return { milliseconds, dropped, ...comparison, ...(error && { error }) };
}
