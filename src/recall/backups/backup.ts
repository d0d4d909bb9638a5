/**
 * A reader's data as one JSON file, and the merging of two. A backup is read with suspicion: whatever is wrong with it is said, and
 * nothing of it is taken over. Merging is a union by id, so the order in which devices are merged does not matter.
 */
import * as z from 'zod/mini';
import { byStudyTime, type RecallEvent } from '../log/events.ts';
import { type Failure, RecallError, type Result } from '../log/failures.ts';
import { EARLIEST, LATEST } from '../log/limits.ts';
import { event, eventIn, type SessionRecord, settings, siftSessions } from '../log/schema.ts';
import type { Settings } from '../log/settings.ts';
import type { SchedulerIdentity } from '../schedule/scheduler.ts';
import type { Contents } from '../store/store.ts';

const FORMAT = 'sixfold-backup';
/** 2 since settings may hold a preparation, and logs marks, which the pages before would call damage. What is older is read as it is. */
const FORMAT_VERSION = 2;

/** More than a lifetime of reviews; what is larger is no backup of ours and would only freeze the page. */
export const MOST_BYTES = 200_000_000;

/** Lists within lists that a backup holds, with room to spare. Reading text that is nested without end takes all memory there is. */
const DEEPEST = 100;

const backup = z.strictObject({
	format: z.literal(FORMAT),
	formatVersion: z.union([z.literal(1), z.literal(FORMAT_VERSION)]),
	exportedAt: z.iso.datetime(),
	/** What the history was scheduled by when it was exported. */
	scheduler: z.strictObject({
		name: z.string(),
		version: z.string(),
		weights: z.array(z.number()).check(z.maxLength(100)),
	}),
	/** Each is checked by itself: of a damaged file, the first failure is enough. */
	events: z.array(z.unknown()),
	sessions: z.array(z.unknown()),
	settings,
	setAside: z.array(z.string()),
});

/** The file's text. */
export function backupText(contents: Contents, scheduler: SchedulerIdentity, now: number): string {
	const { events, sessions, settings, setAside } = contents;
	const file: z.infer<typeof backup> = {
		format: FORMAT,
		formatVersion: FORMAT_VERSION,
		// A clock that is wrong is no reason to keep a reader from their data.
		exportedAt: new Date(now >= EARLIEST && now <= LATEST ? now : 0).toISOString(),
		scheduler: { ...scheduler, weights: [...scheduler.weights] },
		events: [...events],
		sessions: [...sessions],
		settings,
		setAside: [...setAside],
	};
	return JSON.stringify(file);
}

/** The name to save it under, `sixfold-2026-05-04.json`. */
export function backupName(date: string): string {
	return `sixfold-${date}.json`;
}

const refused = (kind: Failure['kind'], message: string): { ok: false; failure: Failure } => ({
	ok: false,
	failure: { kind, message: `${message} Nothing was changed.` },
});

const tooLarge = () =>
	refused('backup-too-large', `This file is larger than any Sixfold backup can be (${MOST_BYTES / 1e6} MB).`);

const damaged = (path: readonly PropertyKey[]) =>
	refused('backup-unreadable', `This backup is damaged${path.length > 0 ? ` at ${place(path)}` : ''}.`);

/** Whether JSON holds lists or objects within each other deeper than any backup does. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === '"') {
			for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
		} else if (character === '{' || character === '[') {
			if (++depth > DEEPEST) return true;
		} else if (character === '}' || character === ']') depth--;
	}
	return false;
}

/** The events of a file, all of them, or the failure of the first that is none. */
function readEvents(records: readonly unknown[]): Result<RecallEvent[]> {
	const events: RecallEvent[] = [];
	for (const [index, record] of records.entries()) {
		const parsed = event.safeParse(record);
		if (!parsed.success) return damaged(['events', index, ...(parsed.error.issues[0]?.path ?? [])]);
		events.push(parsed.data);
	}
	return { ok: true, value: events };
}

/** `events[12].rating` */
function place(path: readonly PropertyKey[]): string {
	return path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
		'',
	);
}

/** Reads a backup's text. The failure says what is wrong with it, and where. */
export function readBackup(text: string): Result<Contents> {
	if (text.length > MOST_BYTES) return tooLarge();
	let value: unknown;
	try {
		value = isTooDeep(text) ? undefined : JSON.parse(text);
	} catch {
		return refused(
			'backup-unreadable',
			'This file is not a complete Sixfold backup: it was cut off, or is something else.',
		);
	}
	const { format, formatVersion } = (typeof value === 'object' && value ? value : {}) as Record<string, unknown>;
	if (format !== FORMAT) return refused('backup-unreadable', 'This file is not a Sixfold backup.');
	if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) {
		return refused(
			'backup-newer',
			'This backup was made by a newer version of the site. Reload the page and try again.',
		);
	}
	const parsed = backup.safeParse(value);
	if (!parsed.success) return damaged(parsed.error.issues[0]?.path ?? []);
	const events = readEvents(parsed.data.events);
	if (!events.ok) return events;
	// A drill that cannot be read keeps nobody from their history: it goes along, set aside.
	const { sound, broken } = siftSessions(parsed.data.sessions);
	const { settings } = parsed.data;
	// What a page that knew fewer kinds of events took for damage is no damage.
	const known = new Set(events.value.map(({ id }) => id));
	const taken = parsed.data.setAside.flatMap((record) => eventIn(record) ?? []).filter(({ id }) => !known.has(id));
	const left = parsed.data.setAside.filter((record) => !taken.some(({ id }) => id === eventIn(record)?.id));
	const setAside = [...left, ...broken.map((record) => JSON.stringify(record))];
	try {
		const all = eventUnion([...events.value, ...taken]);
		return { ok: true, value: { events: all, sessions: sessionUnion(sound), settings, setAside } };
	} catch (error) {
		if (!(error instanceof RecallError)) throw error;
		return { ok: false, failure: error.failure };
	}
}

/** What of a backup may be taken in now: settings dated ahead, by a clock that was wrong, would hold against every later choice. */
export function importable(contents: Contents, now: number): Contents {
	const { settings } = contents;
	return settings.changed <= now ? contents : { ...contents, settings: { ...settings, changed: now } };
}

/** Reads a file that the reader chose; one that is too large is not even opened. */
export async function readBackupFile(file: Pick<Blob, 'size' | 'text'>): Promise<Result<Contents>> {
	if (file.size > MOST_BYTES) return tooLarge();
	try {
		return readBackup(await file.text());
	} catch {
		return refused('backup-unreadable', 'The browser could not read this file.');
	}
}

/** JSON that is the same for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}

/** Every event once, in the order of replay. */
function eventUnion(events: readonly RecallEvent[]): RecallEvent[] {
	const known = new Map<string, RecallEvent>();
	for (const next of events) {
		const before = known.get(next.id);
		if (before && canonical(before) !== canonical(next)) {
			const { failure } = refused(
				'backup-conflict',
				`Two different entries have the same id, ${next.id}: one of them was changed outside of the site.`,
			);
			throw new RecallError(failure);
		}
		known.set(next.id, next);
	}
	return [...known.values()].sort(byStudyTime);
}

/** The later of two versions; of two at the same time, always the same one. */
function later<Version>(a: Version, b: Version, time: (version: Version) => number): Version {
	if (time(a) !== time(b)) return time(a) > time(b) ? a : b;
	return canonical(a) >= canonical(b) ? a : b;
}

function sessionUnion(sessions: readonly SessionRecord[]): SessionRecord[] {
	const known = new Map<string, SessionRecord>();
	for (const next of sessions) {
		const before = known.get(next.id);
		known.set(next.id, before ? later(before, next, ({ saved }) => saved) : next);
	}
	return [...known.values()].sort((a, b) => a.saved - b.saved || (a.id < b.id ? -1 : 1));
}

/**
 * Everything of both. Commutative, associative and idempotent.
 *
 * @throws RecallError when both know an event of the same id with different contents
 */
export function merged(a: Contents, b: Contents): Contents {
	return {
		events: eventUnion([...a.events, ...b.events]),
		sessions: sessionUnion([...a.sessions, ...b.sessions]),
		settings: later<Settings>(a.settings, b.settings, ({ changed }) => changed),
		setAside: [...new Set([...a.setAside, ...b.setAside])].sort(),
	};
}

/** What importing would do, said before it is done. */
export interface ImportPreview {
	/** Entries that are not here yet, and those that are here already. */
	readonly added: number;
	readonly known: number;
	/** Prompts and stages that the new entries are about. */
	readonly prompts: number;
	readonly concepts: number;
	/** When the first and the last of the new entries were made, in milliseconds since 1970. */
	readonly span: readonly [first: number, last: number] | undefined;
	/** Drills that are new or newer than here. */
	readonly sessions: number;
	/** The settings of the backup are the later ones and would hold. */
	readonly settings: boolean;
	/** Damaged records that the backup carries along. */
	readonly setAside: number;
}

export function previewImport(current: Contents, incoming: Contents): ImportPreview {
	const result = merged(current, incoming);
	const here = new Set(current.events.map(({ id }) => id));
	const added = result.events.filter(({ id }) => !here.has(id));
	const times = added.map(({ time }) => time).sort((a, b) => a - b);
	const [first, last] = [times[0], times.at(-1)];
	const heldBefore = new Set(current.sessions.map(canonical));
	const asideBefore = new Set(current.setAside);
	return {
		added: added.length,
		known: incoming.events.length - added.length,
		prompts: new Set(added.flatMap((entry) => ('prompt' in entry ? entry.prompt : []))).size,
		concepts: new Set(added.map((entry) => ('prompt' in entry ? entry.prompt.split('/')[0] : entry.concept))).size,
		span: first !== undefined && last !== undefined ? [first, last] : undefined,
		sessions: result.sessions.filter((kept) => !heldBefore.has(canonical(kept))).length,
		settings: canonical(result.settings) !== canonical(current.settings),
		setAside: result.setAside.filter((record) => !asideBefore.has(record)).length,
	};
}
