/** Tasks as the build reads them. */
import { readConceptFile } from '../concepts/loaders.ts';
import { readTaskRecord } from '../concepts/schema/task.ts';
import type { TaskMaterial } from '../tasks/material.ts';

/** The task of a question; undefined where it has none, or none whose tests have run. */
export function taskOf(slug: string, question: string): TaskMaterial | undefined {
	const part = (end: string): string | undefined => readConceptFile(slug, `tasks/${question}${end}`);
	const [starter, solution, tests] = [part('.py'), part('.solution.py'), part('.tests.py')];
	const record = readTaskRecord(part('.run.json'));
	if (starter === undefined || solution === undefined || tests === undefined || !record) return undefined;
	return { file: `${question}.py`, starter, solution, tests, cases: record.cases };
}
