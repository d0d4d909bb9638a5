/** What the progress page shows of drills and of answers on pages: each question by its last answer. */

import { type Band, bands } from '../concepts/judging.ts';
import type { Renames } from '../keeping/rename.ts';
import type { Answered } from '../recall/index.ts';
import { isSolved } from '../tasks/trial.ts';
import { keptSessions } from './memory.ts';
import { bandsOf } from './report.ts';
import type { Session } from './session.ts';
import { standingsOf } from './standing.ts';

/** What sessions, in any order, say of each question. */
export function answeredOf(sessions: readonly Session[]): Answered {
	const order = bands.toReversed();
	const ordered = sessions.toSorted((a, b) => a.startedAt - b.startedAt);
	const last = new Map<string, Map<string, Band>>();
	for (const session of ordered) {
		for (const [concept, own] of bandsOf(session)) {
			last.set(concept, new Map([...(last.get(concept) ?? []), ...own]));
		}
	}
	const concepts = new Map(
		[...last].map(([concept, own]) => [
			concept,
			order.map((band) => [...own.values()].filter((other) => other === band).length),
		]),
	);
	const tasks = new Map<string, { begun: number; solved: number }>();
	for (const [key, trial] of standingsOf(sessions)) {
		const concept = key.slice(0, key.indexOf('/'));
		const { begun, solved } = tasks.get(concept) ?? { begun: 0, solved: 0 };
		tasks.set(concept, { begun: begun + 1, solved: solved + Number(isSolved(trial)) });
	}
	const drill = ordered.findLast(({ kind }) => kind === 'drill');
	return {
		bands: order,
		concepts,
		tasks,
		questions: [...last.values()].reduce((sum, own) => sum + own.size, 0),
		kept: sessions.length,
		lastDrill: drill && {
			id: drill.id,
			at: drill.startedAt,
			bands: [...bandsOf(drill).values()].flatMap((own) => [...own.values()]),
		},
	};
}

/** What the reader has answered, finished drills taken into the history first. Throws a `RecallError`. */
export async function answered(former: Renames): Promise<Answered> {
	return answeredOf((await keptSessions(former)).sessions);
}
