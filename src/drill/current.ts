/**
 * The drill under way, and those that were just finished, kept in this browser as JSON under `sixfold:drill:<base path>` until they are in the reader's
 * history, which a page that only asks questions does not open. The drill is written at every step, and when the page is left its clock is stopped: `localStorage` is the one store that can still be written then.
 */

import { rememberBands } from './last.ts';
import { readSession } from './record.ts';
import { bandsOf } from './report.ts';
import { reduce, type Session } from './session.ts';

const KEY = `sixfold:drill:${import.meta.env.BASE_URL}`;

/** When the drill was last seen going on: a page that the system ends without a word stopped about then. */
const SEEN = `${KEY}:seen`;

/** The drill as it was kept, its clock still running if it was. */
function keptDrill(): Session | undefined {
	try {
		const kept = localStorage.getItem(KEY);
		const session = kept === null ? undefined : readSession(JSON.parse(kept));
		return session?.finishedAt === null ? session : undefined;
	} catch {
		return undefined;
	}
}

/** The drill under way, its clock stopped where it was left; undefined when there is none, or none that can be read. */
export function currentDrill(): Session | undefined {
	const session = keptDrill();
	return session && reduce(session, { type: 'pause', at: Number(localStorage.getItem(SEEN)) || 0 });
}

/** Says that the drill goes on now. */
export function keepSeen(now: number): void {
	try {
		localStorage.setItem(SEEN, String(now));
	} catch {
		// Nothing can be kept; the page says so.
	}
}

/** Keeps the drill. False when the browser does not let the site keep anything, or has no room. */
export function keepCurrent(session: Session): boolean {
	try {
		localStorage.setItem(KEY, JSON.stringify(session));
		return true;
	} catch {
		return false;
	}
}

/** Finished drills wait under a key of their own each, so that nothing can be written over them. */
const FINISHED = `${KEY}:finished:`;

/**
 * Puts a finished drill or attempt, at once, where the next page that opens the history takes it from. False when the browser
 * does not let the site keep it.
 */
export function handOver(session: Session): boolean {
	try {
		localStorage.setItem(FINISHED + session.id, JSON.stringify(session));
		for (const [concept, bands] of bandsOf(session)) rememberBands(concept, bands);
		return true;
	} catch {
		return false;
	}
}

/** The drills that were handed over and not taken yet. */
export function handedOver(): Session[] {
	try {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(FINISHED))
			.flatMap((key) => readSession(JSON.parse(localStorage.getItem(key) ?? 'null')) ?? []);
	} catch {
		return [];
	}
}

/** Says that a drill is in the history now. */
export function taken({ id }: Session): void {
	localStorage.removeItem(FINISHED + id);
}

export function forgetCurrent(): void {
	try {
		localStorage.removeItem(KEY);
		localStorage.removeItem(SEEN);
	} catch {
		// Storage is blocked: there was nothing to forget.
	}
}

/** Calls back when another tab goes on with the drill, with what it made of it; undefined when it ended it. */
export function followOtherTabs(changed: (session: Session | undefined) => void): () => void {
	const listener = ({ key }: StorageEvent): void => {
		if (key === KEY || key === null) changed(keptDrill());
	};
	addEventListener('storage', listener);
	return () => removeEventListener('storage', listener);
}
