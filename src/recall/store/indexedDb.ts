/**
 * The store in the browser's database. The log is the truth and is only added to; cards are a cache beside it, written in the same transaction.
 * The database is created by the first write: a page that only reads leaves no trace.
 */
import { loadPart } from '../../loading/loadPart.ts';
import { conceptOf, isPromptEvent, isShaped, type Logs, type RecallEvent } from '../log/events.ts';
import { isMarkEvent, marksOf } from '../log/marks.ts';
import type { SessionRecord } from '../log/schema.ts';
import { defaultSettings, readSettings } from '../log/settings.ts';
import { isStageEvent, stagesDone } from '../log/stageProgress.ts';
import { CARD_VERSION, type Card, cardsOf } from '../schedule/card.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import {
	type Cache,
	type CardGroup,
	type ConnectionOptions,
	connectionTo,
	each,
	stores,
	type Transaction,
} from './connection.ts';
import type { Contents, Notes, State, Store } from './store.ts';

/** What reads all that is kept; a step and what pages show need nothing of it. */
const loadWhole = () => loadPart(() => import('./whole.ts'));

export interface IndexedDbOptions extends Omit<ConnectionOptions, 'initial'> {
	readonly scheduler: Scheduler;
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

function isSessionRecord(value: unknown): value is SessionRecord {
	const { id, saved, data } = (value ?? {}) as Partial<SessionRecord>;
	return typeof id === 'string' && Number.isFinite(saved) && data !== undefined;
}

export function indexedDbStore({ scheduler, ...options }: IndexedDbOptions): Store {
	/** What cards are computed by: others are rebuilt. */
	const computedBy = `${CARD_VERSION} ${scheduler.identity.name} ${scheduler.identity.version}`;
	const initial = { cache: { by: computedBy, events: 0 } satisfies Cache, scheduler: scheduler.identity };
	const { read, write, mend, remove, close } = connectionTo({ ...options, initial });

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
		const { readLog } = await loadWhole();
		return mend(emptyState, async (transaction) => {
			const events = await readLog(transaction);
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
			const { readContents } = await loadWhole();
			const nothing: Contents = { events: [], sessions: [], settings: defaultSettings, setAside: [] };
			return mend(nothing, readContents);
		},
		async replace(make, snapshot) {
			const { readContents, putContents } = await loadWhole();
			await write(async (transaction) => {
				const before = await readContents(transaction);
				const next = make(before);
				await putContents(transaction, before, next, snapshot?.(before));
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
			read<SessionRecord[]>([], async (transaction) =>
				(await transaction.objectStore('sessions').getAll()).filter(isSessionRecord),
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
				await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
			});
			await remove();
		},
		close,
	};
}
