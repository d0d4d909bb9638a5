/** Keeps the file that the reader picked for backups up to date, wherever answers are given. */
import type { Problem, Recall } from '../index.ts';

/** How long nothing must have changed: a sitting is written once, not once an answer. */
const QUIET = 5000;

/** Writes the backup some time after each change, if there is a file for it. Returns how to stop it. */
export function followAutomaticBackup(recall: Recall, onProblem: (problem: Problem) => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = recall.subscribe(() => {
		clearTimeout(timer);
		timer = setTimeout(async () => {
			const written = await recall.backUpNow();
			if (!written.ok) onProblem(written.problem);
		}, QUIET);
	});
	return () => {
		clearTimeout(timer);
		stop();
	};
}
