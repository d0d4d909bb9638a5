/**
 * The database read and written as a whole: to rebuild what follows from the log, for backups, and for names that concepts have now. Whatever
 * is read here is checked, and what is damaged is set aside.
 */
import { type RecallEvent, subjectOf } from '../log/events.ts';
import { eventIn, siftEvents, siftSessions } from '../log/schema.ts';
import { readSettings } from '../log/settings.ts';
import { each, type Transaction } from './connection.ts';
import type { Contents, Notes } from './store.ts';

/** Text for a record that is not what it should be, whatever it is. */
function written(record: unknown): string {
	try {
		return JSON.stringify(record) ?? String(record);
	} catch {
		return String(record);
	}
}

/** Moves damaged records out of the way: of a log that is replayed, of drills that are taken along. */
async function setAside(
	transaction: Transaction<'readwrite'>,
	from: 'events' | 'sessions',
	sound: readonly { readonly id: string }[],
): Promise<void> {
	const ids = new Set(sound.map(({ id }) => id));
	for (let cursor = await transaction.objectStore(from).openCursor(); cursor; cursor = await cursor.continue()) {
		if (ids.has(cursor.value.id)) continue;
		await transaction.objectStore('setAside').add(written(cursor.value));
		await cursor.delete();
	}
}

/** Takes events back into the log that a page which knew fewer kinds of them has set aside. */
async function takeBack(transaction: Transaction<'readwrite'>, known: ReadonlySet<string>): Promise<RecallEvent[]> {
	const taken = new Map<string, RecallEvent>();
	for (let cursor = await transaction.objectStore('setAside').openCursor(); cursor; cursor = await cursor.continue()) {
		const event = eventIn(cursor.value);
		if (!event || known.has(event.id) || taken.has(event.id)) continue;
		taken.set(event.id, event);
		await transaction.objectStore('events').add(event);
		await cursor.delete();
	}
	return [...taken.values()];
}

/** All events that are sound. */
export async function readLog(transaction: Transaction<'readwrite'>): Promise<RecallEvent[]> {
	const { sound: events, broken } = siftEvents(await transaction.objectStore('events').getAll());
	const taken = await takeBack(transaction, new Set(events.map(({ id }) => id)));
	if (broken.length + taken.length > 0) {
		// Some of them may have been counted: the cards are rebuilt when they are wanted next.
		await transaction.objectStore('values').delete('cache');
		await setAside(transaction, 'events', [...events, ...taken]);
	}
	return [...events, ...taken];
}

export async function readContents(transaction: Transaction<'readwrite'>): Promise<Contents> {
	const events = await readLog(transaction);
	const { sound: sessions, broken } = siftSessions(await transaction.objectStore('sessions').getAll());
	if (broken.length > 0) await setAside(transaction, 'sessions', sessions);
	const [settings, aside] = await Promise.all([
		transaction.objectStore('values').get('settings'),
		transaction.objectStore('setAside').getAll(),
	]);
	return { events, sessions, settings: readSettings(settings), setAside: aside };
}

/** Puts contents in the place of what was there before. */
export async function putContents(
	transaction: Transaction<'readwrite'>,
	before: Contents,
	next: Contents,
	snapshot: Notes['snapshot'] | undefined,
): Promise<void> {
	const events = transaction.objectStore('events');
	const values = transaction.objectStore('values');
	const kept = new Set(next.events.map(({ id }) => id));
	const known = new Map(before.events.map((event) => [event.id, subjectOf(event)]));
	const gone = before.events.filter(({ id }) => !kept.has(id));
	const added = next.events.filter(({ id }) => !known.has(id));
	// The only thing about an event that may change is the name of its concept.
	const moved = next.events.filter((event) => known.has(event.id) && known.get(event.id) !== subjectOf(event));
	await Promise.all([
		each(gone, ({ id }) => events.delete(id)),
		each(added, (event) => events.add(event)),
		each(moved, (event) => events.put(event)),
		each(['sessions', 'setAside'] as const, (store) => transaction.objectStore(store).clear()),
		each(next.sessions, (session) => transaction.objectStore('sessions').put(session)),
		each(next.setAside, (record) => transaction.objectStore('setAside').add(record)),
		values.put(next.settings, 'settings'),
		...(snapshot ? [values.put(snapshot, 'snapshot')] : []),
	]);
}
