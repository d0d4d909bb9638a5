/** `tasks/<question>.mistakes.yaml` and `tasks/<question>.run.json`: the mistakes that a task's tests catch, and what was seen when they ran. */
import { z } from 'zod';
import { hash } from './record.ts';
import { date, id } from './text.ts';

/** Name of a case: that of its function in the test file. */
const caseName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected the name of a function: first_step');

export const mistake = z.strictObject({
	id,
	/** What is wrong, in a few words; plain text. */
	title: z.string().min(1),
	/** Code of the solution, as it stands there; must occur exactly once. */
	find: z.string().min(1),
	/** Code to put in its place. */
	replace: z.string(),
	/** The case that must fail. */
	fails: caseName,
});
export type Mistake = z.infer<typeof mistake>;

export const mistakes = z.array(mistake).min(3);

const caseKinds = ['example', 'edge', 'property', 'scale'] as const;

/** What a test file says of one of its cases. */
export const taskCase = z.strictObject({
	name: caseName,
	/** One sentence. */
	title: z.string().min(1),
	kind: z.enum(caseKinds),
	/** Told by its title alone until the tests have run. */
	hidden: z.boolean(),
	/** Ids of the question's criteria for which it is evidence. */
	judges: z.array(id),
});
export type TaskCase = z.infer<typeof taskCase>;

/** What the tests said, of the files as they were then. */
export const taskRecord = z.strictObject({
	/** SHA-256 of each file of the task, in hex, by the end of its name. */
	sources: z.strictObject({ '.py': hash, '.solution.py': hash, '.tests.py': hash, '.mistakes.yaml': hash }),
	/** Version of CPython on which all of it ran. */
	python: z.string().min(1),
	/** Version of the page's Python on which the solution passed. */
	pagePython: z.string().min(1),
	cases: z.array(taskCase).min(1),
	/** The cases that fail for what a reader is given. */
	starter: z.array(caseName).min(1),
	/** The cases that fail with each mistake, by its id. */
	mistakes: z.record(id, z.array(caseName).min(1)),
	date,
});
export type TaskRecord = z.infer<typeof taskRecord>;

/** The ends of the names of a task's files that an author writes. */
export const taskParts = ['.py', '.solution.py', '.tests.py', '.mistakes.yaml'] as const;
export type TaskPart = (typeof taskParts)[number];

/** Reads the text of a record; undefined when there is none, or it is not one. */
export function readTaskRecord(text: string | undefined): TaskRecord | undefined {
	try {
		return text === undefined ? undefined : taskRecord.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}
