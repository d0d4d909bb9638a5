/**
 * The connection to the browser's database: its form, its opening and upgrading, what happens when another tab or the browser takes it away,
 * and one transaction after the other.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { RecallEvent } from '../log/events.ts';
import { type Failure, failure, RecallError } from '../log/failures.ts';
import type { SessionRecord } from '../log/schema.ts';
import type { Card } from '../schedule/card.ts';

/** Raised with every change of the stores below; the upgrade must keep what older versions wrote. */
const VERSION = 1;

/** How often to look for a database that was let go of, and after how many milliseconds again. */
const LOOKS = 10;
const LOOK_AGAIN = 300;

export interface CardGroup {
	readonly concept: string;
	readonly cards: readonly Card[];
}

/** What the cards were computed by, and of how many events. Counting the log itself would take longer than reading the cards. */
export interface Cache {
	readonly by: string;
	readonly events: number;
	/** Records set aside that were looked through for events; none when absent. */
	readonly aside?: number;
}

interface Database extends DBSchema {
	events: {
		key: string;
		value: RecallEvent;
		indexes: { prompt: string; concept: string; study: number };
	};
	/** The cards of each concept in one record: few records are read many times faster than many. */
	cards: { key: string; value: CardGroup };
	/** Records that are no events, as JSON. */
	setAside: { key: number; value: string };
	sessions: { key: string; value: SessionRecord };
	/** `settings`, `scheduler`, `cache` and the notes. */
	values: { key: string; value: unknown };
}

type Name = 'events' | 'cards' | 'setAside' | 'sessions' | 'values';
export type Transaction<Mode extends IDBTransactionMode = 'readonly' | 'readwrite'> = IDBPTransaction<
	Database,
	Name[],
	Mode
>;
type OpenDatabase = IDBPDatabase<Database>;
/** What opening finds: a database, none, or that the one which was there is gone. */
type Opened = OpenDatabase | 'erased' | undefined;

/** The stores of the database. */
export const stores: Name[] = ['events', 'cards', 'setAside', 'sessions', 'values'];

export interface ConnectionOptions {
	/** Name of the database; sites under one origin share them. */
	readonly name: string;
	/** Version to open; only a test of what an upgrade does to other tabs asks for another. */
	readonly version?: number | undefined;
	/** What `values` of a new database hold. */
	readonly initial: Readonly<Record<string, unknown>>;
	/** Failures that come without being asked for: an old tab in the way, or this tab being the old one. */
	readonly onFailure?: ((failure: Failure) => void) | undefined;
}

/** Each work runs in one transaction, and what it gives comes when that is durable; what it throws undoes it. */
export interface Connection {
	/** Reads; gives `nothing` where there is no database. */
	read<Value>(nothing: Value, work: (transaction: Transaction<'readonly'>) => Promise<Value>): Promise<Value>;
	/** Writes, to a new database where there is none. */
	write<Value>(work: (transaction: Transaction<'readwrite'>) => Promise<Value>): Promise<Value>;
	/** Writes to a database that exists already; there is nothing to change in one that does not. */
	mend<Value>(nothing: Value, work: (transaction: Transaction<'readwrite'>) => Promise<Value>): Promise<Value>;
	/** Deletes the database. The deletion itself waits for as long as another tab holds on to it. */
	remove(): Promise<void>;
	/** Lets go of the database. What is called later takes it up again. */
	close(): void;
}

/** Whether the browser has databases; some throw when they are only asked. */
export function hasDatabase(): boolean {
	try {
		return globalThis.indexedDB !== undefined && globalThis.indexedDB !== null;
	} catch {
		return false;
	}
}

export function connectionTo({ name, version = VERSION, initial, onFailure }: ConnectionOptions): Connection {
	let connection: Promise<Opened> | undefined;
	let outdated = false;
	/** A database was there: when it is gone, what it held was deleted elsewhere, and nobody shall take a new one for it. */
	let lived = false;

	const forget = (): void => {
		connection = undefined;
	};

	/** Opens the database. Where there is none and none is to be created, the creation is called off and leaves no trace. */
	const open = async (create: boolean): Promise<Opened> => {
		let calledOff = false;
		let cause: unknown;
		try {
			return await openDB<Database>(name, version, {
				upgrade(database, oldVersion, _, transaction) {
					// What fails in here fails the opening as well, and is heard there, where the browser no longer says why.
					transaction.done.catch((error: unknown) => {
						cause = error;
					});
					if (oldVersion === 0 && (lived || !create)) {
						calledOff = true;
						transaction.abort();
						return;
					}
					if (oldVersion < 1) {
						const events = database.createObjectStore('events', { keyPath: 'id' });
						events.createIndex('prompt', 'prompt');
						events.createIndex('concept', 'concept');
						events.createIndex('study', 'study');
						database.createObjectStore('cards', { keyPath: 'concept' });
						database.createObjectStore('setAside', { autoIncrement: true });
						database.createObjectStore('sessions', { keyPath: 'id' });
						const values = database.createObjectStore('values');
						for (const [key, value] of Object.entries(initial)) values.put(value, key).catch(() => {});
					}
				},
				blocked() {
					onFailure?.(failure('tab-blocking'));
				},
				blocking(_, blockedVersion, event) {
					(event.target as IDBDatabase).close();
					forget();
					// A deletion has no version: the history was erased in another tab, and this tab may start a new one.
					if (blockedVersion === null) {
						look();
						return;
					}
					outdated = true;
					onFailure?.(failure('tab-outdated'));
				},
				terminated() {
					forget();
					// The browser let go of it by itself, or because the site's data was deleted.
					look();
				},
			});
		} catch (error) {
			if (!calledOff) throw cause ?? error;
			if (!lived) return undefined;
			lived = false;
			onFailure?.(failure('erased-elsewhere'));
			return 'erased';
		}
	};

	const connect = async (create: boolean): Promise<OpenDatabase | undefined> => {
		if (outdated) throw new RecallError(failure('tab-outdated'));
		const opening = connection ?? open(create);
		connection = opening;
		try {
			const opened = await opening;
			if (typeof opened === 'object') {
				lived = true;
				return opened;
			}
			if (connection === opening) forget();
			// Whoever records next has heard of it by then, and starts a new history.
			if (create && opened === 'erased') throw new RecallError(failure('erased-elsewhere'));
			return create ? connect(create) : undefined;
		} catch (error) {
			if (connection === opening) forget();
			throw error;
		}
	};

	/** Finds out whether the database is still there. While a browser deletes it, opening fails. */
	const look = (tries = LOOKS): void => {
		connect(false).catch(() => {
			if (tries > 1) setTimeout(look, LOOK_AGAIN, tries - 1);
		});
	};

	/** Starts a transaction. A connection that the browser dropped throws here, before anything ran: it is opened anew once. */
	const begin = async <Mode extends 'readonly' | 'readwrite'>(
		mode: Mode,
		create = mode === 'readwrite',
	): Promise<Transaction<Mode> | undefined> => {
		const start = async () => (await connect(create))?.transaction(stores, mode, { durability: 'strict' });
		try {
			return await start();
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'InvalidStateError' || outdated) throw error;
			forget();
			return await start();
		}
	};

	/** Runs work in one transaction and waits until it is durable; what the work throws undoes it. */
	const run = async <Mode extends 'readonly' | 'readwrite', Value>(
		transaction: Transaction<Mode>,
		work: (transaction: Transaction<Mode>) => Promise<Value>,
	): Promise<Value> => {
		const done = transaction.done;
		// Awaited below in either case; without this, a failed request would count as unhandled in the meantime.
		done.catch(() => {});
		try {
			const value = await work(transaction);
			await done;
			return value;
		} catch (error) {
			try {
				transaction.abort();
			} catch {
				// It failed by itself.
			}
			await done.catch(() => {});
			// A full disk shows in the transaction, while its requests only say that they were aborted.
			const cause = transaction.error ?? error;
			// WebKit's word for a database that went away under a connection: the next step gets a new one.
			if (cause instanceof DOMException && cause.name === 'UnknownError') {
				transaction.db.close();
				forget();
			}
			throw cause;
		}
	};

	return {
		async read(nothing, work) {
			const transaction = await begin('readonly');
			return transaction ? run(transaction, work) : nothing;
		},
		async write(work) {
			const transaction = await begin('readwrite');
			if (!transaction) throw new RecallError(failure('storage-failed'));
			return run(transaction, work);
		},
		async mend(nothing, work) {
			const transaction = await begin('readwrite', false);
			return transaction ? run(transaction, work) : nothing;
		},
		async remove() {
			const opened = await connection;
			if (typeof opened === 'object') opened.close();
			forget();
			lived = false;
			await new Promise<void>((resolve, reject) => {
				deleteDB(name, { blocked: () => resolve() }).then(resolve, reject);
			});
		},
		close() {
			connection?.then(
				(opened) => typeof opened === 'object' && opened.close(),
				() => {},
			);
			forget();
		},
	};
}

/** Starts a request for each item. One that throws at once counts as one that failed, so that no other is left unheard. */
export async function each<Item>(items: readonly Item[], request: (item: Item) => Promise<unknown>): Promise<void> {
	await Promise.all(items.map(async (item) => request(item)));
}
