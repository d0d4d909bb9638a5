/** The files of a new task: a small one at work, which judges a criterion of its question. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { taskParts } from '../../concepts/schema/task.ts';

/**
 * Source by path inside the concept's folder.
 *
 * @param criterion Id of a criterion of the question.
 */
export function taskScaffold(question: string, criterion: string): ReadonlyMap<string, string> {
	return new Map(
		taskParts.map((part) => {
			const source = readFileSync(join(import.meta.dirname, 'tasks', `task${part}`), 'utf8');
			return [`tasks/${question}${part}`, source.replaceAll('{{criterion}}', criterion)] as const;
		}),
	);
}
