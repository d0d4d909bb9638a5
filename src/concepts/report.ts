/** Problems as text: for people grouped by file, each with its place, and a count at the end; for programs as JSON. */
import { count } from '../ground/words.ts';
import { isWarning, type Problem } from './problems.ts';

/** How parts of a report are set off; plain text leaves them as they are. */
export interface Emphasis {
	readonly file: (text: string) => string;
	readonly place: (text: string) => string;
	readonly mend: (text: string) => string;
}

const asIs = (text: string): string => text;
export const plain: Emphasis = { file: asIs, place: asIs, mend: asIs };

/** For terminals. */
export const colored: Emphasis = {
	file: (text) => `\x1b[1m${text}\x1b[22m`,
	place: (text) => `\x1b[31m${text}\x1b[39m`,
	mend: (text) => `\x1b[2m${text}\x1b[22m`,
};

/** `12:3`, or `12` where the whole line is meant. */
function placeOf({ line, column }: Problem): string {
	return column === undefined ? String(line) : `${line}:${column}`;
}

/** "3 problems and 1 warning in 2 files"; warnings are named only where there are some, problems unless there are only warnings. */
export function countOf(problems: readonly Problem[]): string {
	const warnings = problems.filter(isWarning).length;
	const told = [
		...(problems.length > warnings ? [count(problems.length - warnings, 'problem')] : []),
		...(warnings > 0 ? [count(warnings, 'warning')] : []),
	];
	return `${told.join(' and ')} in ${count(new Set(problems.map(({ file }) => file)).size, 'file')}`;
}

/** The report of problems that are sorted by file. */
export function reportOf(problems: readonly Problem[], emphasis: Emphasis = plain): string {
	const files = [...Map.groupBy(problems, ({ file }) => file)].map(([file, ofFile]) => {
		const rows = ofFile.map((problem) => {
			const head = `  ${emphasis.place(placeOf(problem))}  ${problem.code}${isWarning(problem) ? ' (warning)' : ''}`;
			const body = `      found ${problem.found}\n      expected ${problem.expected}`;
			return `${head}\n${body}\n      ${emphasis.mend(problem.mend)}`;
		});
		return `${emphasis.file(file)}\n${rows.join('\n')}\n`;
	});
	return [...files, `${countOf(problems)}.`].join('\n');
}

/**
 * The report for programs, such as an editor or what annotates a change: a JSON array of all problems, in the order of the text. Each has `file`, from
 * the project's root; `line` and, where not all of it is meant, `column`, both from 1; `severity`, `error` or `warning`; the `code` of its kind;
 * `found`, `expected` and `mend`.
 */
export function jsonOf(problems: readonly Problem[]): string {
	const told = problems.map((problem) => {
		const { file, line, column, code, found, expected, mend } = problem;
		return { file, line, column, severity: isWarning(problem) ? 'warning' : 'error', code, found, expected, mend };
	});
	return JSON.stringify(told, null, '\t');
}
