/** Runs a task as its author has written it, on CPython and on the page's Python, and says what the tests said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { changed } from '../../concepts/listing.ts';
import { sourceHash } from '../../concepts/schema/record.ts';
import { type Mistake, type TaskCase, type TaskPart, type TaskRecord, taskParts } from '../../concepts/schema/task.ts';
import { requirements } from '../../listings/pinned.ts';
import { type Limits, machines, run } from '../../listings/recording/run.ts';
import { type CaseEnd, isEnd, judging, reportIn } from '../program.ts';

/** What the tests of every task are written with. */
const cases = readFileSync(join(import.meta.dirname, '..', 'cases.py'), 'utf8');

const MARK = '\u001e ';

export interface WrittenTask {
	/** The question's id. */
	readonly id: string;
	/** The text of each file, by the end of its name. */
	readonly parts: Readonly<Record<TaskPart, string>>;
	readonly mistakes: readonly Mistake[];
}

/** What the tests said of one program. */
interface Verdict {
	readonly cases: readonly TaskCase[];
	/** Names of the cases that fail; a program that does not even load fails all. */
	readonly failed: readonly string[];
	/** Why the first of them failed. */
	readonly why: string;
	readonly python: string;
}

/** What a printed text reports. @throws Error when it does not come to the last case. */
function verdictOf(printed: string, python: string): Verdict {
	const reports = printed
		.split('\n')
		.map((line) => reportIn(line, MARK))
		.filter((report) => report !== undefined);
	const described = reports.flatMap((report) => ('cases' in report ? report.cases : []));
	const ends = reports.filter(isEnd);
	const broken = reports.find((report) => 'broken' in report);
	if (!broken && ends.length < described.length) {
		throw new Error(`The case ${described[ends.length]?.name} does not end: ${printed.slice(-500)}`);
	}
	const failed = broken ? described.map(({ name }) => name) : ends.filter(({ state }) => state !== 'passed');
	const first = ends.find(({ state }) => state !== 'passed');
	return {
		cases: described,
		failed: failed.map((one) => (typeof one === 'string' ? one : one.case)),
		why: broken ? `${broken.broken.type}: ${broken.broken.message}` : first ? reasonOf(first) : '',
		python,
	};
}

function reasonOf({ case: name, words = '', input = '', expected, got, error }: CaseEnd): string {
	const thrown = error && `${error.type}: ${error.message}${error.line ? ` (line ${error.line})` : ''}`;
	const values = expected && got && `expected ${expected.text}, got ${got.text}`;
	return [name, input, words, thrown, values].filter(Boolean).join(': ');
}

/** @throws Error when the program does not end, or leaves what a reader's machine would not do. */
async function onCPython(
	python: string,
	{ id, parts }: WrittenTask,
	source: string,
	limits: Limits | undefined,
): Promise<Verdict> {
	const program = judging(cases, { source, file: `${id}.py`, tests: parts['.tests.py'] }, MARK);
	const { output, python: version } = await run(python, { name: 'tests.py', source: program }, machines.own, limits);
	return verdictOf(output, version);
}

/** Loaded once; a program leaves nothing behind that the next would see but its modules. */
let pagePython: ReturnType<typeof loadPyodide> | undefined;

async function onPage({ id, parts }: WrittenTask): Promise<Verdict> {
	pagePython ??= loadPyodide();
	const api = await pagePython;
	let printed = '';
	api.setStdout({ batched: (line) => (printed += `${line}\n`) });
	const source = parts['.solution.py'];
	const globals = api.globals.get('dict')();
	api.runPython(judging(cases, { source, file: `${id}.py`, tests: parts['.tests.py'] }, MARK), { globals });
	return verdictOf(printed, api.runPython('import platform; platform.python_version()'));
}

const packages = requirements.filter(({ forListings }) => forListings).map(({ module }) => module);
const importsPackage = new RegExp(`^\\s*(?:import|from)\\s+(?:${packages.join('|')})\\b`, 'm');

/** Whether a source imports what the page's Python here does not have; its solution is tried on CPython alone. */
export function needsPackages(source: string): boolean {
	return importsPackage.test(source);
}

/**
 * Runs what is given, the solution, and the solution with each mistake.
 *
 * @param limits Of each run; those of an author, if none are given.
 * @throws Error with everything in which the tests do not separate right from wrong.
 */
export async function judged(python: string, task: WrittenTask, date: string, limits?: Limits): Promise<TaskRecord> {
	const { parts, mistakes } = task;
	const wrong: string[] = [];
	const solution = await onCPython(python, task, parts['.solution.py'], limits);
	if (solution.failed.length > 0) wrong.push(`The solution fails: ${solution.why}`);
	const page = needsPackages(parts['.solution.py'] + parts['.tests.py']) ? undefined : await onPage(task);
	if (page && page.failed.length > 0) wrong.push(`On the page's Python the solution fails: ${page.why}`);
	const starter = await onCPython(python, task, parts['.py'], limits);
	if (starter.failed.length === 0) wrong.push('What a reader is given passes all cases already.');
	const caught: [string, readonly string[]][] = [];
	for (const mistake of mistakes) {
		const source = changed(parts['.solution.py'], mistake);
		if (source === undefined) wrong.push(`What ${mistake.id} looks for does not occur exactly once in the solution.`);
		else {
			const { failed } = await onCPython(python, task, source, limits);
			caught.push([mistake.id, failed]);
			if (!failed.includes(mistake.fails)) {
				const others = failed.length > 0 ? `; ${failed.join(', ')} fail` : ', and so does every other case';
				wrong.push(`With the mistake ${mistake.id}, ${mistake.fails} holds${others}.`);
			}
		}
	}
	if (wrong.length > 0) throw new Error(wrong.join('\n'));
	return {
		sources: Object.fromEntries(taskParts.map((part) => [part, sourceHash(parts[part])])) as TaskRecord['sources'],
		python: solution.python,
		pagePython: page?.python ?? 'none: it imports packages',
		cases: [...solution.cases],
		starter: [...starter.failed],
		mistakes: Object.fromEntries(caught.map(([id, failed]) => [id, [...failed]])),
		date,
	};
}
