/** Backups of a history: one taken along, one brought in, the way back, and the file that is written by itself. Loaded when there is one to make or read. */
import type { Renames } from '../../keeping/rename.ts';
import { attempt, failure, invalid, RecallError, type Result } from '../log/failures.ts';
import { checkedNow } from '../log/record.ts';
import { type Clock, dateOf, today } from '../log/studyDay.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import { renamedContents } from '../store/renaming.ts';
import type { Contents, Notes, State, Store } from '../store/store.ts';
import { type BackupFile, writeBackupFile } from './autoBackup.ts';
import {
	backupName,
	backupText,
	type ImportPreview,
	importable,
	merged,
	previewImport,
	readBackupFile,
} from './backup.ts';

/** What the *Storage* panel says. */
export interface StorageFacts {
	/** `memory`: everything ends with the page. */
	readonly kind: Store['kind'];
	readonly events: number;
	readonly prompts: number;
	readonly sessions: number;
	/** Damaged records set aside; backups carry them. */
	readonly setAside: number;
	/** Bytes that the whole site uses, and may use, by the browser's own estimate. */
	readonly bytes: number | undefined;
	readonly quota: number | undefined;
	/** The browser's own answer to whether it may delete the data when space runs low; undefined when it does not say. */
	readonly persisted: boolean | undefined;
	/** The last backup that left the browser, in milliseconds since 1970. */
	readonly lastBackup: number | undefined;
	/** Events since then. */
	readonly unsaved: number;
	/** A reminder is due: enough has been done since the last backup. */
	readonly remind: boolean;
	/** Backups go to a file by themselves. */
	readonly automatic: boolean;
	/** The snapshot that there is to go back to: when it was made, and before what. */
	readonly snapshot: { readonly time: number; readonly before: 'import' | 'return' } | undefined;
}

/** What going back to the snapshot would change. */
export interface WayBack {
	/** When the snapshot was made, in milliseconds since 1970. */
	readonly time: number;
	/** Entries and drills here now, in the snapshot, and of those here, how many it does not have. */
	readonly now: Amount;
	readonly before: Amount;
	readonly lost: Amount;
}

export interface Amount {
	readonly events: number;
	readonly sessions: number;
}

/** A file that the reader chose. */
export type BackupInput = Pick<Blob, 'size' | 'text'>;

/** Events without a backup after which the reader is reminded. */
const REMIND_AFTER = 30;

export interface Backups {
	/** The backup's text, and a name for its file. Call `backedUp` once it is with the reader. */
	exportBackup(): Promise<Result<{ readonly name: string; readonly text: string }>>;
	/** Remembers that a backup left the browser now. */
	backedUp(): Promise<Result<void>>;
	/** What importing a backup would change. Changes nothing. */
	previewImport(file: BackupInput): Promise<Result<ImportPreview>>;
	/** Merges a backup into the history, all or nothing, after a snapshot of what was. */
	importBackup(file: BackupInput): Promise<Result<ImportPreview>>;
	/** What going back to the snapshot would change. Changes nothing. */
	previewWayBack(): Promise<Result<WayBack>>;
	/** Goes back to the snapshot. What is here now becomes the snapshot: the same step leads forward again. */
	restoreSnapshot(): Promise<Result<void>>;
	/** Backups go to this file from now on; undefined ends it. The reader has picked it, so it may be written now. */
	backUpTo(file: BackupFile | undefined): Promise<Result<void>>;
	/** Writes the backup to the file that was picked, if there is one and the browser still allows it. */
	backUpNow(): Promise<Result<'written' | 'no-file'>>;
	storage(): Promise<Result<StorageFacts>>;
}

export interface BackupsInput {
	readonly store: Store;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
	readonly manager?: Partial<Pick<StorageManager, 'persisted' | 'estimate'>> | undefined;
	/** The state as it is. */
	readonly current: () => Promise<State>;
	/** Slugs of concepts by those that a file from another time may have. */
	readonly renames: () => Renames;
	/** To be called after everything was replaced. */
	readonly changed: () => Promise<void>;
}

const amountOf = ({ events, sessions }: Contents): Amount => ({ events: events.length, sessions: sessions.length });

function lostBy(now: Contents, then: Contents): Amount {
	const [events, sessions] = [then.events, then.sessions].map((kept) => new Set(kept.map(({ id }) => id)));
	return {
		events: now.events.filter(({ id }) => !events?.has(id)).length,
		sessions: now.sessions.filter(({ id }) => !sessions?.has(id)).length,
	};
}

export function backupsOf({ store, scheduler, clock, manager, current, changed, renames }: BackupsInput): Backups {
	const backup = async (): Promise<{ name: string; text: string; events: number }> => {
		const contents = await store.contents();
		return {
			name: backupName(dateOf(today(clock))),
			text: backupText(contents, scheduler.identity, clock.now()),
			events: contents.events.length,
		};
	};

	const opened = async (file: BackupInput): Promise<Contents> => {
		const read = await readBackupFile(file);
		if (!read.ok) throw new RecallError(read.failure);
		return renamedContents(read.value, renames());
	};

	const snapshot = async (): Promise<Notes['snapshot']> => {
		const kept = await store.note('snapshot');
		if (!kept) throw invalid('There is no snapshot to go back to.');
		return kept;
	};

	/** How to make the snapshot of what is there, before it is replaced. */
	const snapshotting = (before: 'import' | 'return') => {
		const time = checkedNow(clock);
		return (contents: Contents) => ({ time, before, text: backupText(contents, scheduler.identity, time) });
	};

	const noteBackup = async (events: number): Promise<void> => store.keepNote('backup', { time: clock.now(), events });

	const writeTo = async (file: BackupFile): Promise<void> => {
		const { text, events } = await backup();
		await writeBackupFile(file, text);
		await noteBackup(events);
	};

	return {
		exportBackup: () => attempt(backup),
		backedUp: () => attempt(async () => noteBackup((await current()).events)),
		previewImport: (file) =>
			attempt(async () => {
				const incoming = await opened(file);
				return previewImport(await store.contents(), incoming);
			}),
		importBackup: (file) =>
			attempt(async () => {
				const incoming = importable(await opened(file), checkedNow(clock));
				let preview: ImportPreview | undefined;
				await store.replace((contents) => {
					preview = previewImport(contents, incoming);
					return merged(contents, incoming);
				}, snapshotting('import'));
				await changed();
				if (!preview) throw new RecallError(failure('storage-failed'));
				return preview;
			}),
		previewWayBack: () =>
			attempt(async () => {
				const { time, text } = await snapshot();
				const [now, before] = [await store.contents(), await opened(new Blob([text]))];
				return { time, now: amountOf(now), before: amountOf(before), lost: lostBy(now, before) };
			}),
		restoreSnapshot: () =>
			attempt(async () => {
				const { text } = await snapshot();
				const contents = await opened(new Blob([text]));
				await store.replace(() => contents, snapshotting('return'));
				await changed();
			}),
		backUpTo: (file) =>
			attempt(async () => {
				await store.keepNote('backupFile', file);
				if (file) await writeTo(file);
			}),
		backUpNow: () =>
			attempt(async () => {
				const file = (await store.note('backupFile')) as BackupFile | undefined;
				if (!file) return 'no-file';
				await writeTo(file);
				return 'written';
			}),
		storage: () =>
			attempt(async () => {
				const { events, cards, setAside } = await current();
				const [last, file, kept, sessions] = await Promise.all([
					store.note('backup'),
					store.note('backupFile'),
					store.note('snapshot'),
					store.sessions(),
				]);
				const estimate = await manager?.estimate?.().catch(() => undefined);
				const persisted = await manager?.persisted?.().catch(() => undefined);
				const unsaved = Math.max(0, events - (last?.events ?? 0));
				return {
					kind: store.kind,
					events,
					prompts: cards.filter(({ enrolled }) => enrolled).length,
					sessions: sessions.length,
					setAside,
					bytes: estimate?.usage,
					quota: estimate?.quota,
					persisted,
					lastBackup: last?.time,
					unsaved,
					remind: unsaved >= REMIND_AFTER,
					automatic: file !== undefined,
					snapshot: kept && { time: kept.time, before: kept.before ?? 'import' },
				};
			}),
	};
}
