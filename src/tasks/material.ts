/** A task as the page fetches it when a reader wants to solve it: a file that the build writes. */
import type { TaskCase } from '../concepts/schema/task.ts';
import { fetchJson } from '../ground/fetching.ts';

/** `concepts/<slug>/tasks/<question>.json` */
export interface TaskMaterial {
	/** The name by which errors call the reader's program: `write-adamw.py`. */
	readonly file: string;
	/** What a reader is given. */
	readonly starter: string;
	readonly solution: string;
	readonly tests: string;
	readonly cases: readonly TaskCase[];
}

/** Rejects when it cannot be had. */
export function fetchTask(concept: string, question: string): Promise<TaskMaterial> {
	return fetchJson(`concepts/${concept}/tasks/${question}.json`);
}
