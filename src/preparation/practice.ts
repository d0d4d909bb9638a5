/** What was done of questions and drills. Loaded where there is any: it brings what checks kept drills. */
import { keptSessions } from '../drill/memory.ts';
import type { Session } from '../drill/session.ts';
import type { Renames } from '../keeping/rename.ts';
import type { Day } from '../recall/index.ts';

export interface Practice {
	/** The first day on which a question was answered, by `slug/id`. */
	readonly answered: ReadonlyMap<string, Day>;
	/** Days on which a drill was finished. */
	readonly drills: ReadonlySet<Day>;
}

/** @param dayAt The study day of a moment. */
export function practiceOf(sessions: readonly Session[], dayAt: (time: number) => Day): Practice {
	const answered = new Map<string, Day>();
	const drills = new Set<Day>();
	for (const session of sessions) {
		const day = dayAt(session.startedAt);
		if (session.kind === 'drill' && session.finishedAt !== null) drills.add(day);
		for (const { concept, question, turns } of session.items) {
			if (turns[0]?.committed == null) continue;
			const key = `${concept}/${question}`;
			answered.set(key, Math.min(day, answered.get(key) ?? day));
		}
	}
	return { answered, drills };
}

/** Of all that is kept, under the slugs that the site has. */
export async function keptPractice(former: Renames, dayAt: (time: number) => Day): Promise<Practice> {
	return practiceOf((await keptSessions(former)).sessions, dayAt);
}
