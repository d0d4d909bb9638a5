/** Checks the content before a build, in a thread of its own: what was parsed for it is given back when the thread ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { problemsOf } from '../concepts/checkContent.ts';
import type { Problem } from '../concepts/problems.ts';
import { readContent } from '../concepts/reading/content.ts';
import { knowProblems } from './knownProblems.ts';
import { today } from './today.ts';

/** What the thread tells, once. */
export interface Checked {
	/** Slugs of the concepts that were passed by. */
	readonly drafts: readonly string[];
	readonly problems: readonly Problem[];
}

const content = readContent(workerData, today());
await knowProblems(content);
const checked: Checked = { drafts: content.drafts.map(({ slug }) => slug), problems: problemsOf(content) };
parentPort?.postMessage(checked);
