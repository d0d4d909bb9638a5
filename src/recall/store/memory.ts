/** A store that ends with the page: for private windows, blocked storage and tests. */
import { isPromptEvent, type RecallEvent, subjectOf } from '../log/events.ts';
import { isMarkEvent, marksOf } from '../log/marks.ts';
import type { SessionRecord } from '../log/schema.ts';
import { defaultSettings } from '../log/settings.ts';
import { isStageEvent, stagesDone } from '../log/stageProgress.ts';
import { type Card, cardOf, cardsOf } from '../schedule/card.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import type { Contents, Notes, Store } from './store.ts';

const nothing: Contents = { events: [], sessions: [], settings: defaultSettings, setAside: [] };

export function memoryStore(scheduler: Scheduler): Store {
	let kept = nothing;
	let cards = new Map<string, Card>();
	const notes = new Map<string, unknown>();

	const withEvents = (added: readonly RecallEvent[]): RecallEvent[] => {
		const known = new Set(kept.events.map(({ id }) => id));
		for (const { id } of added) {
			if (known.has(id)) throw new DOMException(`There is an event ${id} already.`, 'ConstraintError');
			known.add(id);
		}
		return [...kept.events, ...added];
	};

	return {
		kind: 'memory',
		async load() {
			return {
				cards: [...cards.values()],
				stages: stagesDone(kept.events.filter(isStageEvent)),
				marks: marksOf(kept.events.filter(isMarkEvent)),
				settings: kept.settings,
				events: kept.events.length,
				setAside: kept.setAside.length,
			};
		},
		async append(subjects, make) {
			const logs = new Map(
				subjects.map((subject) => [subject, kept.events.filter((event) => subjectOf(event) === subject)]),
			);
			const added = make(logs);
			const events = withEvents(added);
			const prompts = new Set(added.filter(isPromptEvent).map(({ prompt }) => prompt));
			const changed = [...prompts].flatMap(
				(prompt) =>
					cardOf(
						events.filter(isPromptEvent).filter((event) => event.prompt === prompt),
						scheduler,
					) ?? [],
			);
			kept = { ...kept, events };
			for (const card of changed) cards.set(card.prompt, card);
			return { events: added, cards: changed };
		},
		async events(from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY) {
			return kept.events.filter(({ study }) => study >= from && study < to);
		},
		async contents() {
			return kept;
		},
		async replace(make, snapshot) {
			const next = make(kept);
			cards = new Map(cardsOf(next.events.filter(isPromptEvent), scheduler).map((card) => [card.prompt, card]));
			if (snapshot) notes.set('snapshot', snapshot(kept));
			kept = next;
		},
		async changeSettings(change) {
			kept = { ...kept, settings: change(kept.settings) };
			return kept.settings;
		},
		async sessions() {
			return [...kept.sessions];
		},
		async saveSession(session: SessionRecord) {
			kept = {
				...kept,
				sessions: [...kept.sessions.filter(({ id }) => id !== session.id), structuredClone(session)],
			};
		},
		async deleteSession(id) {
			kept = { ...kept, sessions: kept.sessions.filter((session) => session.id !== id) };
		},
		async note<Name extends keyof Notes>(name: Name) {
			return notes.get(name) as Notes[Name] | undefined;
		},
		async keepNote(name, value) {
			if (value === undefined) notes.delete(name);
			else notes.set(name, value);
		},
		async erase() {
			kept = nothing;
			cards = new Map();
			notes.clear();
		},
		close() {},
	};
}
