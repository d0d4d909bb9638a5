/** What came of a run, as the page tells it: what it has compared itself, and what Python reported of an error, as far as it makes sense. */
import type { RunError, WorkerEnd } from './protocol.ts';
import type { Comparison } from './transcript.ts';

export interface RunEnd extends Comparison {
	readonly milliseconds: number;
	/** Bytes beyond the cap, which are not shown. */
	readonly dropped: number;
	readonly error?: RunError;
}

/** Longer than any message that is read. */
const LONGEST = 2000;

const hints: readonly unknown[] = ['module', 'thread', 'process', null] satisfies RunError['hint'][];

/** The error in a report; undefined when there is none. The program may have written the report itself. */
export function errorIn(report: string): RunError | undefined {
	let told: unknown;
	try {
		told = JSON.parse(report);
	} catch {
		return { type: 'Error', message: 'The program changed what reports its errors.', line: null, hint: null };
	}
	if (typeof told !== 'object' || told === null) return undefined;
	const { type, message, line, hint } = told as Record<keyof RunError, unknown>;
	return {
		type: String(type).slice(0, 100),
		message: String(message).slice(0, LONGEST),
		line: Number.isSafeInteger(line) ? (line as number) : null,
		hint: hints.includes(hint) ? (hint as RunError['hint']) : null,
	};
}

export function outcome({ milliseconds, dropped, report }: WorkerEnd, comparison: Comparison): RunEnd {
	const error = errorIn(report);
	return { milliseconds, dropped, ...comparison, ...(error && { error }) };
}
