/**
 * Where a reader's data is kept: one interface for the browser's database and for the memory of the page, held to one contract by
 * the tests. Every method is one transaction. It resolves when what it wrote is durable, and rejects with nothing changed.
 */
import type { Logs, RecallEvent } from '../log/events.ts';
import type { Mark } from '../log/marks.ts';
import type { SessionRecord } from '../log/schema.ts';
import type { Settings } from '../log/settings.ts';
import type { StagesDone } from '../log/stageProgress.ts';
import type { Card } from '../schedule/card.ts';

/** All that a backup holds. */
export interface Contents {
	readonly events: readonly RecallEvent[];
	readonly sessions: readonly SessionRecord[];
	readonly settings: Settings;
	/** Records that are no events, as JSON, kept so that nothing is lost. */
	readonly setAside: readonly string[];
}

/** What the pages compute everything from. */
export interface State {
	readonly cards: readonly Card[];
	readonly stages: StagesDone;
	readonly marks: readonly Mark[];
	readonly settings: Settings;
	/** Events in the log. */
	readonly events: number;
	/** Damaged records that were found and set aside. */
	readonly setAside: number;
}

/** A small fact kept beside the log. */
export interface Notes {
	/** The last backup that left this browser: when, and how many events it held. */
	readonly backup: { readonly time: number; readonly events: number };
	/** The file that automatic backups go to, a `FileSystemFileHandle`. */
	readonly backupFile: unknown;
	/** The backup, as text, that was made before the last import, or before the reader went back to such a one. */
	readonly snapshot: { readonly time: number; readonly before?: 'import' | 'return'; readonly text: string };
}

export interface Store {
	/** Whether what is kept outlives the page. */
	readonly kind: 'indexeddb' | 'memory';
	/** Cards come from the cache; one that is missing, damaged or of older code is rebuilt from the log. */
	load(): Promise<State>;
	/**
	 * Adds events. `make` sees the log of each subject as it is in this very transaction and must not wait; what it throws leaves
	 * everything as it was.
	 *
	 * @returns the events added, and the new cards of the prompts they are about
	 */
	append(
		subjects: readonly string[],
		make: (logs: Logs) => readonly RecallEvent[],
	): Promise<{ readonly events: readonly RecallEvent[]; readonly cards: readonly Card[] }>;
	/** Events with a study time in `[from, to)`, in no particular order. */
	events(from?: number, to?: number): Promise<RecallEvent[]>;
	/** Everything, read in one transaction. */
	contents(): Promise<Contents>;
	/**
	 * Puts everything in place of what is there, all or nothing. `make` must not wait; what it throws changes nothing.
	 *
	 * @param snapshot Made of what was there and kept in the same transaction, so that nothing falls between.
	 */
	replace(make: (current: Contents) => Contents, snapshot?: (current: Contents) => Notes['snapshot']): Promise<void>;
	/** Changes the settings. `change` must not wait. */
	changeSettings(change: (current: Settings) => Settings): Promise<Settings>;
	sessions(): Promise<SessionRecord[]>;
	saveSession(session: SessionRecord): Promise<void>;
	deleteSession(id: string): Promise<void>;
	note<Name extends keyof Notes>(name: Name): Promise<Notes[Name] | undefined>;
	/** Keeps a fact; undefined forgets it. */
	keepNote<Name extends keyof Notes>(name: Name, value: Notes[Name] | undefined): Promise<void>;
	/** Deletes everything, the store itself included. */
	erase(): Promise<void>;
	/** Lets go of the database. A method called later takes it up again. */
	close(): void;
}
