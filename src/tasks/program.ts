/** A task as one program: what the tests are written with, the tests, and the code that is judged by them; and what the program reports. */

import type { TaskCase } from '../concepts/schema/task.ts';

/** Arrays as the page can lay them out: rows of a small matrix, else the text alone. */
export interface Value {
	readonly text: string;
	readonly rows?: readonly (readonly string[])[];
}

export interface CaseError {
	readonly type: string;
	readonly message: string;
	/** Line of the judged code; null when it rose elsewhere. */
	readonly line: number | null;
}

/** How a case ended. */
export interface CaseEnd {
	readonly case: string;
	readonly state: 'passed' | 'failed' | 'error';
	readonly milliseconds: number;
	/** The call that was judged, as Python writes it. */
	readonly input?: string;
	/** What does not hold, in the test's own words; may be empty. */
	readonly words?: string;
	readonly expected?: Value;
	readonly got?: Value;
	/** Where the two differ first: indices and keys from the outside in. */
	readonly place?: readonly string[];
	readonly seen?: Readonly<Record<string, string>>;
	readonly error?: CaseError;
	readonly printed?: string;
}

export type Report =
	| { readonly cases: readonly TaskCase[] }
	/** The code does not compile, or fails before any case. */
	| { readonly broken: CaseError; readonly printed?: string }
	/** Printed while the code was loaded. */
	| { readonly printed: string }
	| { readonly case: string; readonly state: 'begins' }
	| CaseEnd;

export interface Judged {
	/** The code that is judged, and the name by which errors call it. */
	readonly source: string;
	readonly file: string;
	readonly tests: string;
	/** Only these cases; all of them when undefined. */
	readonly only?: readonly string[];
}

/** A text that no program prints by accident. */
export const newMark = (): string => `\u001e${Math.random().toString(36).slice(2)} `;

/** A Python text that stands for a value. JSON's escapes are Python's, and its strings are texts there too. */
const literal = (value: unknown): string => `json.loads(${JSON.stringify(JSON.stringify(value))})`;

/**
 * The program that judges.
 *
 * @param cases text of `cases.py`
 * @param mark begins each line of a report
 */
export function judging(cases: string, { source, file, tests, only }: Judged, mark: string): string {
	const written = [source, file, tests, mark, ...(only ? [only] : [])].map(literal).join(', ');
	// Test files import what they are written with from the module `cases`.
	return `import json, sys, types\n_cases = sys.modules["cases"] = types.ModuleType("cases")\nexec(compile(${literal(cases)}, "cases.py", "exec"), vars(_cases))\n_cases.run(${written})\n`;
}

/** What a line reports; undefined when it is no report: the program may print what it wants. */
export function reportIn(line: string, mark: string): Report | undefined {
	if (!line.startsWith(mark)) return undefined;
	try {
		const told: unknown = JSON.parse(line.slice(mark.length));
		return typeof told === 'object' && told !== null ? (told as Report) : undefined;
	} catch {
		return undefined;
	}
}

export const isEnd = (report: Report): report is CaseEnd => 'case' in report && report.state !== 'begins';
