/** The tasks of a content folder: which of them have no record as they stand, and how a record is made and held against a run of today. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConceptSource } from '../../concepts/reading/content.ts';
import { sourceHash } from '../../concepts/schema/record.ts';
import { mistakes, readTaskRecord, type TaskPart, type TaskRecord, taskParts } from '../../concepts/schema/task.ts';
import { patient } from '../../listings/recording/run.ts';
import { judged, type WrittenTask } from './judge.ts';

export interface TaskSource extends WrittenTask {
	readonly concept: ConceptSource;
	readonly record: TaskRecord | undefined;
}

/** The tasks of a concept that are whole; what others lack is for the content check to tell. */
export function tasksOf(concept: ConceptSource): TaskSource[] {
	return concept.tasks.flatMap((id): TaskSource[] => {
		const texts = taskParts.map((part): [TaskPart, string | undefined] => [part, concept.text(`tasks/${id}${part}`)]);
		const written = mistakes.safeParse(concept.mistakes.get(id)?.value);
		if (texts.some(([, text]) => text === undefined) || !written.success) return [];
		const parts = Object.fromEntries(texts) as Record<TaskPart, string>;
		const record = readTaskRecord(concept.text(`tasks/${id}.run.json`));
		return [{ concept, id, parts, mistakes: written.data, record }];
	});
}

/** Whether a file of the task changed since its tests ran. */
export function isUntold({ parts, record }: TaskSource): boolean {
	return taskParts.some((part) => record?.sources[part] !== sourceHash(parts[part]));
}

/**
 * @param root folder that holds `content`
 * @throws Error with everything in which the tests do not separate right from wrong.
 */
export async function recordTask(python: string, task: TaskSource, root: string, date: string): Promise<string> {
	const record = await judged(python, task, date);
	const { concept, id, mistakes: listed } = task;
	writeFileSync(join(root, concept.pathOf(`tasks/${id}.run.json`)), `${JSON.stringify(record, null, '\t')}\n`);
	return `${record.cases.length} cases, ${listed.length} mistakes caught, recorded on Python ${record.python}`;
}

/** @throws Error when the tests say something else than they did. */
export async function checkTask(python: string, task: TaskSource): Promise<string> {
	const { concept, record } = task;
	if (!record || isUntold(task))
		throw new Error(`It changed since its tests ran. Run npm run listings -- ${concept.slug}.`);
	const now = await judged(python, task, record.date, patient);
	const what = (['cases', 'starter', 'mistakes'] as const).find(
		(part) => JSON.stringify(now[part]) !== JSON.stringify(record[part]),
	);
	if (what) {
		throw new Error(
			`Its tests say something else than their record (${what}):\nthen ${JSON.stringify(record[what])}\nnow  ${JSON.stringify(now[what])}`,
		);
	}
	return `${record.cases.length} cases, as recorded`;
}
