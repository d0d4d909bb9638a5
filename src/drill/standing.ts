/** How each task stands for the reader: its best trial, on its page or in a drill. */
import { isSolved, type KnownStandings, passedIn, type Trial } from '../tasks/trial.ts';
import { allDrafts } from './drafts.ts';
import { fetchIndex } from './material.ts';
import { keptSessions } from './memory.ts';
import { renamedSession } from './renaming.ts';
import type { Session } from './session.ts';

/** Solved alone before solved with a look at the solution, that before unsolved; then by the tests that passed. */
function rankOf(trial: Trial): number {
	if (isSolved(trial)) return trial.helped ? 2 : 3;
	return trial.of > 0 ? passedIn(trial) / trial.of : 0;
}

/** The best trial of each task that was begun, by `<concept>/<question>`; of equals the later one. */
export function standingsOf(sessions: readonly Session[]): Map<string, Trial> {
	const best = new Map<string, Trial>();
	for (const { items } of sessions.toSorted((a, b) => a.startedAt - b.startedAt)) {
		for (const { concept, question, turns } of items) {
			const key = `${concept}/${question}`;
			for (const { task } of turns) {
				const known = best.get(key);
				if (task && (!known || rankOf(task) >= rankOf(known))) best.set(key, task);
			}
		}
	}
	return best;
}

/** What the reader has made of tasks, unfinished answers included. Never rejects. */
export async function taskStandings(): Promise<KnownStandings> {
	// Without the list of renamed concepts, what is known under today's names is shown all the same.
	const former = await fetchIndex().then(
		(index) => index.former,
		() => ({}),
	);
	const { sessions, problem } = await keptSessions(former);
	const begun = allDrafts().map((draft) => renamedSession(draft, former));
	return { standings: standingsOf([...begun, ...sessions]), problem };
}
