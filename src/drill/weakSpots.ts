/** What the reader misses and forgets, for a drill that is drawn from it. */
import type { Renames } from '../keeping/rename.ts';
import { allDrafts } from './drafts.ts';
import { forgottenParts } from './memory.ts';
import type { WeakSpots } from './plan.ts';
import { renamedSession } from './renaming.ts';
import { missedParts } from './report.ts';
import type { Session } from './session.ts';

/** Unfinished answers count by the tests of their tasks. Undefined while nothing is known. Throws a `RecallError`. */
export async function weakSpots(sessions: readonly Session[], former: Renames): Promise<WeakSpots | undefined> {
	const begun = allDrafts().map((draft) => renamedSession(draft, former));
	const missed = missedParts([...begun, ...sessions]);
	const forgotten = await forgottenParts(former);
	return missed.size > 0 || forgotten.size > 0 ? { missed, forgotten } : undefined;
}
