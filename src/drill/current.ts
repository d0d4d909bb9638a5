/**
 * The drill under way, and those that were just finished, kept in this browser until they are in the reader's history, which a page that only
 * asks questions does not open. The drill is written at every step, and when the page is left its clock is stopped: no database can be written then.
 */
import { follow, kept } from '../keeping/kept.ts';
import type { Renames } from '../keeping/rename.ts';
import { allOf, settingAside } from '../keeping/work.ts';
import { rememberBands } from './last.ts';
import { readSession } from './record.ts';
import { renamedSession } from './renaming.ts';
import { bandsOf } from './report.ts';
import { reduce, type Session } from './session.ts';

const current = settingAside(kept('drill', readSession));

/** When the drill was last seen going on: a page that the system ends without a word stopped about then. */
const seen = kept('drill-seen', (value) => (typeof value === 'number' ? value : undefined));

/** Finished drills wait by their id, so that nothing can be written over them. */
const finished = kept('finished', readSession);

/** The drill as it was kept, its clock still running if it was. */
function keptDrill(): Session | undefined {
	const session = current.read();
	return session?.finishedAt === null ? session : undefined;
}

/**
 * The drill under way, under the slugs that the site has, its clock stopped where it was left; undefined when there is none, or none that can
 * be read.
 */
export function currentDrill(former: Renames): Session | undefined {
	const session = keptDrill();
	return session && renamedSession(reduce(session, { type: 'pause', at: seen.read() ?? 0 }), former);
}

/** Says that the drill goes on now. */
export function keepSeen(now: number): void {
	seen.keep(now);
}

/** Keeps the drill. False when the browser does not let the site keep anything, or has no room. */
export function keepCurrent(session: Session): boolean {
	return current.keep(session);
}

/**
 * Puts a finished drill or attempt, at once, where the next page that opens the history takes it from. False when the browser
 * does not let the site keep it.
 */
export function handOver(session: Session): boolean {
	const isKept = finished.keep(session, session.id);
	if (isKept) for (const [concept, bands] of bandsOf(session)) rememberBands(concept, bands);
	return isKept;
}

/** The drills that were handed over and not taken yet. */
export function handedOver(): Session[] {
	return [...allOf(finished).values()];
}

/** Says that a drill is in the history now. */
export function taken({ id }: Session): void {
	finished.forget(id);
}

export function forgetCurrent(): void {
	current.forget();
	seen.forget();
}

/** Calls back when another tab goes on with the drill, with what it made of it; undefined when it ended it. */
export function followOtherTabs(changed: (session: Session | undefined) => void): () => void {
	return follow(current, () => changed(keptDrill()));
}
