/**
 * The browser's database. The log is the truth and is only added to; cards are a cache beside it, written in the same transaction.
 * The database is created by the first write: a page that only reads leaves no trace.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { loadPart } from '../../loading/loadPart.ts';
import { conceptOf, isPromptEvent, isShaped, type Logs, type RecallEvent, subjectOf } from '../log/events.ts';
import { isMarkEvent, marksOf } from '../log/marks.ts';
import { type Problem, problem, RecallError } from '../log/problems.ts';
import type { Session } from '../log/schema.ts';
import { defaultSettings, isSettings, type Settings } from '../log/settings.ts';
import { isStageEvent, stagesDone } from '../log/stageProgress.ts';
import { CARD_VERSION, type Card, cardsOf } from '../schedule/card.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import type { Contents, Notes, State, Store } from './store.ts';

/** Raised with every change of the stores below; the upgrade must keep what older versions wrote. */
const VERSION = 1;

/** How often to look for a database that was let go of, and after how many milliseconds again. */
const LOOKS = 10;
const LOOK_AGAIN = 300;

interface CardGroup {
	readonly concept: string;
	readonly cards: readonly Card[];
}

/** What the cards were computed by, and of how many events. Counting the log itself would take longer than reading the cards. */
interface Cache {
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
	sessions: { key: string; value: Session };
	/** `settings`, `scheduler`, `cache` and the notes. */
	values: { key: string; value: unknown };
}

type Name = 'events' | 'cards' | 'setAside' | 'sessions' | 'values';
type Transaction<Mode extends IDBTransactionMode = 'readonly' | 'readwrite'> = IDBPTransaction<Database, Name[], Mode>;
type Connection = IDBPDatabase<Database>;
/** What opening finds: a database, none, or that the one which was there is gone. */
type Opened = Connection | 'erased' | undefined;
type Schema = typeof import('../log/schema.ts');

const loadSchema = (): Promise<Schema> => loadPart(() => import('../log/schema.ts'));

const everything: Name[] = ['events', 'cards', 'setAside', 'sessions', 'values'];

export interface IndexedDbOptions {
	/** Name of the database; sites under one origin share them. */
	readonly name: string;
	readonly scheduler: Scheduler;
	/** Version to open; only a test of what an upgrade does to other tabs asks for another. */
	readonly version?: number;
	/** Problems that come without being asked for: an old tab in the way, or this tab being the old one. */
	onProblem?(problem: Problem): void;
}

/** Starts a request for each item. One that throws at once counts as one that failed, so that no other is left unheard. */
async function each<Item>(items: readonly Item[], request: (item: Item) => Promise<unknown>): Promise<void> {
	await Promise.all(items.map(async (item) => request(item)));
}

/** Text for a record that is not what it should be, whatever it is. */
function written(record: unknown): string {
	try {
		return JSON.stringify(record) ?? String(record);
	} catch {
		return String(record);
	}
}

function isCard(value: unknown): value is Card {
	const { prompt, events, answers, from, misses, memory, last } = (value ?? {}) as Partial<Card>;
	const numbers = [
		events,
		answers,
		from,
		...(memory || last ? [memory?.stability, memory?.difficulty, last?.day] : []),
	];
	return typeof prompt === 'string' && numbers.every(Number.isFinite) && Array.isArray(misses);
}

function isCardGroup(value: unknown): value is CardGroup {
	const { cards } = (value ?? {}) as Partial<CardGroup>;
	return Array.isArray(cards) && cards.every(isCard);
}

function isCache(value: unknown): value is Cache {
	const { by, events } = (value ?? {}) as Partial<Cache>;
	return typeof by === 'string' && Number.isFinite(events);
}

function grouped(cards: readonly Card[]): CardGroup[] {
	return [...Map.groupBy(cards, ({ prompt }) => conceptOf(prompt))].map(([concept, own]) => ({ concept, cards: own }));
}

/** Settings as they can be used; what is damaged gives way to the standing ones. */
function readSettings(value: unknown): Settings {
	return isSettings(value) ? value : defaultSettings;
}

function isSession(value: unknown): value is Session {
	const { id, saved, data } = (value ?? {}) as Partial<Session>;
	return typeof id === 'string' && Number.isFinite(saved) && data !== undefined;
}

/** Whether the browser has databases; some throw when they are only asked. */
export function hasDatabase(): boolean {
	try {
		return globalThis.indexedDB !== undefined && globalThis.indexedDB !== null;
	} catch {
		return false;
	}
}

export function indexedDbStore({ name, scheduler, version = VERSION, onProblem }: IndexedDbOptions): Store {
	/** What cards are computed by: others are rebuilt. */
	const computedBy = `${CARD_VERSION} ${scheduler.identity.name} ${scheduler.identity.version}`;
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
						values.put({ by: computedBy, events: 0 } satisfies Cache, 'cache').catch(() => {});
						values.put(scheduler.identity, 'scheduler').catch(() => {});
					}
				},
				blocked() {
					onProblem?.(problem('tab-blocking'));
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
					onProblem?.(problem('tab-outdated'));
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
			onProblem?.(problem('erased-elsewhere'));
			return 'erased';
		}
	};

	const connect = async (create: boolean): Promise<Connection | undefined> => {
		if (outdated) throw new RecallError(problem('tab-outdated'));
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
			if (create && opened === 'erased') throw new RecallError(problem('erased-elsewhere'));
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
		const start = async () => (await connect(create))?.transaction(everything, mode, { durability: 'strict' });
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

	const write = async <Value>(work: (transaction: Transaction<'readwrite'>) => Promise<Value>): Promise<Value> => {
		const transaction = await begin('readwrite');
		if (!transaction) throw new RecallError(problem('storage-failed'));
		return run(transaction, work);
	};

	const read = async <Value>(
		nothing: Value,
		work: (transaction: Transaction<'readonly'>) => Promise<Value>,
	): Promise<Value> => {
		const transaction = await begin('readonly');
		return transaction ? run(transaction, work) : nothing;
	};

	/** Writes to a database that exists already; there is nothing to change in one that does not. */
	const mend = async <Value>(
		nothing: Value,
		work: (transaction: Transaction<'readwrite'>) => Promise<Value>,
	): Promise<Value> => {
		const transaction = await begin('readwrite', false);
		return transaction ? run(transaction, work) : nothing;
	};

	/** Moves damaged records out of the way: of a log that is replayed, of drills that are taken along. */
	const setAside = async (
		transaction: Transaction<'readwrite'>,
		from: 'events' | 'sessions',
		sound: readonly { readonly id: string }[],
	) => {
		const ids = new Set(sound.map(({ id }) => id));
		for (let cursor = await transaction.objectStore(from).openCursor(); cursor; cursor = await cursor.continue()) {
			if (ids.has(cursor.value.id)) continue;
			await transaction.objectStore('setAside').add(written(cursor.value));
			await cursor.delete();
		}
	};

	/** Takes events back into the log that a page which knew fewer kinds of them has set aside. */
	const takeBack = async (
		transaction: Transaction<'readwrite'>,
		schema: Schema,
		known: ReadonlySet<string>,
	): Promise<RecallEvent[]> => {
		const taken = new Map<string, RecallEvent>();
		for (
			let cursor = await transaction.objectStore('setAside').openCursor();
			cursor;
			cursor = await cursor.continue()
		) {
			const event = schema.eventIn(cursor.value);
			if (!event || known.has(event.id) || taken.has(event.id)) continue;
			taken.set(event.id, event);
			await transaction.objectStore('events').add(event);
			await cursor.delete();
		}
		return [...taken.values()];
	};

	const readLog = async (transaction: Transaction<'readwrite'>, schema: Schema): Promise<RecallEvent[]> => {
		const { sound: events, broken } = schema.siftEvents(await transaction.objectStore('events').getAll());
		const taken = await takeBack(transaction, schema, new Set(events.map(({ id }) => id)));
		if (broken.length + taken.length > 0) {
			// Some of them may have been counted: the cards are rebuilt when they are wanted next.
			await transaction.objectStore('values').delete('cache');
			await setAside(transaction, 'events', [...events, ...taken]);
		}
		return [...events, ...taken];
	};

	const putCards = async (
		transaction: Transaction<'readwrite'>,
		events: readonly RecallEvent[],
		aside: number,
	): Promise<Card[]> => {
		const cards = cardsOf(events.filter(isPromptEvent), scheduler);
		const store = transaction.objectStore('cards');
		await Promise.all([
			store.clear(),
			each(grouped(cards), (group) => store.put(group)),
			transaction.objectStore('values').put({ by: computedBy, events: events.length, aside } satisfies Cache, 'cache'),
			transaction.objectStore('values').put(scheduler.identity, 'scheduler'),
		]);
		return cards;
	};

	const emptyState: State = { cards: [], stages: {}, marks: [], settings: defaultSettings, events: 0, setAside: 0 };

	/** The state by the cache, or undefined when cache and log disagree. */
	const fromCache = (): Promise<State | undefined> =>
		read<State | undefined>(emptyState, async (transaction) => {
			const [groups, cache, others, settings, aside] = await Promise.all([
				transaction.objectStore('cards').getAll() as Promise<unknown[]>,
				transaction.objectStore('values').get('cache'),
				transaction.objectStore('events').index('concept').getAll(),
				transaction.objectStore('values').get('settings'),
				transaction.objectStore('setAside').count(),
			]);
			const { by, events, aside: read = 0 } = isCache(cache) ? cache : { by: '', events: 0 };
			if (by !== computedBy || read !== aside || !groups.every(isCardGroup)) return undefined;
			const cards = groups.flatMap((group) => group.cards);
			const ofConcepts = others.filter(isShaped);
			if (cards.reduce((sum, card) => sum + card.events, ofConcepts.length) !== events) return undefined;
			return {
				cards,
				stages: stagesDone(ofConcepts.filter(isStageEvent)),
				marks: marksOf(ofConcepts.filter(isMarkEvent)),
				settings: readSettings(settings),
				events,
				setAside: aside,
			};
		});

	const rebuild = async (): Promise<State> => {
		const schema = await loadSchema();
		return mend(emptyState, async (transaction) => {
			const events = await readLog(transaction, schema);
			const aside = await transaction.objectStore('setAside').count();
			const cards = await putCards(transaction, events, aside);
			return {
				cards,
				stages: stagesDone(events.filter(isStageEvent)),
				marks: marksOf(events.filter(isMarkEvent)),
				settings: readSettings(await transaction.objectStore('values').get('settings')),
				events: events.length,
				setAside: aside,
			};
		});
	};

	const readContents = async (transaction: Transaction<'readwrite'>, schema: Schema): Promise<Contents> => {
		const events = await readLog(transaction, schema);
		const { sound: sessions, broken } = schema.siftSessions(await transaction.objectStore('sessions').getAll());
		if (broken.length > 0) await setAside(transaction, 'sessions', sessions);
		const [settings, aside] = await Promise.all([
			transaction.objectStore('values').get('settings'),
			transaction.objectStore('setAside').getAll(),
		]);
		return { events, sessions, settings: readSettings(settings), setAside: aside };
	};

	/** The sound events about a subject. Damaged ones are left for the next rebuild, which moves them out of the log. */
	const logOf = async (transaction: Transaction<'readwrite'>, subject: string): Promise<RecallEvent[]> => {
		const index = subject.includes('/') ? 'prompt' : 'concept';
		return (await transaction.objectStore('events').index(index).getAll(subject)).filter(isShaped);
	};

	/** Counts events that are added. A cache that was lost is left so, to be rebuilt when it is wanted. */
	const count = async (transaction: Transaction<'readwrite'>, added: number): Promise<void> => {
		const values = transaction.objectStore('values');
		const cache = await values.get('cache');
		if (isCache(cache)) await values.put({ ...cache, events: cache.events + added }, 'cache');
	};

	const replaceCards = async (transaction: Transaction<'readwrite'>, { concept, cards }: CardGroup): Promise<void> => {
		const store = transaction.objectStore('cards');
		const before: unknown = await store.get(concept);
		const changed = new Set(cards.map(({ prompt }) => prompt));
		const others = isCardGroup(before) ? before.cards.filter(({ prompt }) => !changed.has(prompt)) : [];
		await store.put({ concept, cards: [...others, ...cards] });
	};

	const addEvents = (subjects: readonly string[], make: (logs: Logs) => readonly RecallEvent[]) =>
		write(async (transaction) => {
			const logs = new Map(
				await Promise.all(subjects.map(async (subject) => [subject, await logOf(transaction, subject)] as const)),
			);
			const added = make(logs);
			const cards = cardsOf([...[...logs.values()].flat(), ...added].filter(isPromptEvent), scheduler);
			await Promise.all([
				count(transaction, added.length),
				each(added, (event) => transaction.objectStore('events').add(event)),
				each(grouped(cards), (group) => replaceCards(transaction, group)),
			]);
			return { events: added, cards };
		});

	return {
		kind: 'indexeddb',
		async load() {
			return (await fromCache()) ?? (await rebuild());
		},
		async append(subjects, make) {
			try {
				return await addEvents(subjects, make);
			} catch (error) {
				// The scheduler refuses what no answer can be: a record is damaged. It is set aside, and the step taken again.
				if (!(error instanceof RangeError)) throw error;
				await rebuild();
				return addEvents(subjects, make);
			}
		},
		events: (from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY) =>
			read<RecallEvent[]>([], async (transaction) => {
				const range = IDBKeyRange.bound(from, to, false, true);
				return (await transaction.objectStore('events').index('study').getAll(range)).filter(isShaped);
			}),
		async contents() {
			const schema = await loadSchema();
			const nothing: Contents = { events: [], sessions: [], settings: defaultSettings, setAside: [] };
			return mend(nothing, (transaction) => readContents(transaction, schema));
		},
		async replace(make, snapshot) {
			const schema = await loadSchema();
			await write(async (transaction) => {
				const before = await readContents(transaction, schema);
				const next = make(before);
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
					...(snapshot ? [values.put(snapshot(before), 'snapshot')] : []),
				]);
				await putCards(transaction, next.events, next.setAside.length);
			});
		},
		changeSettings: (change) =>
			write(async (transaction) => {
				const values = transaction.objectStore('values');
				const next = change(readSettings(await values.get('settings')));
				await values.put(next, 'settings');
				return next;
			}),
		sessions: () =>
			read<Session[]>([], async (transaction) =>
				(await transaction.objectStore('sessions').getAll()).filter(isSession),
			),
		saveSession: (session) =>
			write(async (transaction) => {
				await transaction.objectStore('sessions').put(session);
			}),
		deleteSession: (id) =>
			mend(undefined, async (transaction) => {
				await transaction.objectStore('sessions').delete(id);
			}),
		note: <Name extends keyof Notes>(key: Name) =>
			read<Notes[Name] | undefined>(
				undefined,
				async (transaction) => (await transaction.objectStore('values').get(key)) as Notes[Name] | undefined,
			),
		keepNote: (key, value) =>
			value === undefined
				? mend(undefined, (transaction) => transaction.objectStore('values').delete(key))
				: write(async (transaction) => {
						await transaction.objectStore('values').put(value, key);
					}),
		async erase() {
			// First the contents, durably: the deletion itself waits for as long as another tab holds on to the database.
			await mend(undefined, async (transaction) => {
				await Promise.all(everything.map((store) => transaction.objectStore(store).clear()));
			});
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
