/** Computes the calendar and keeps the coming days for the home page. Loaded late, and only where a reader has a plan. */
import { openRecall, type Preparation, type Recall } from '../recall/index.ts';
import { type AgendaItem, writeAgenda } from './agenda.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf, conceptsOf, type History, isDone, readHistory } from './history.ts';
import { fetchMaterial, type Material } from './material.ts';
import { stageAnswered } from './parts.ts';
import { shown } from './words.ts';

/** Days that the home page knows of. */
const DAYS = 14;

/** Keeps the coming days of a calendar. The review is not among them: pages know what is due by themselves. */
export function keepAgenda({ days }: Calendar, preparation: Preparation, history: History, material: Material): void {
	const concepts = conceptsOf(material);
	const kept = days.slice(0, DAYS).map(({ day, items, isOff }) => {
		if (isOff) return [day, null] as const;
		const own = items.flatMap((item): AgendaItem[] => {
			if (item.kind === 'review') return [];
			const done = day === history.day && isDone(item, history, 0);
			const words = shown(item, day, concepts, preparation, material.paths);
			if (!('concept' in item)) return [{ ...words, done }];
			const stages = item.kind === 'read' ? item.stages : [stageAnswered[item.kind]];
			return [{ ...words, done, concept: item.concept, stages }];
		});
		return [day, own] as const;
	});
	writeAgenda({ days: Object.fromEntries(kept) });
}

async function refreshed(recall: Recall): Promise<void> {
	const material = await fetchMaterial();
	await recall.rename(material.former);
	const read = await readHistory(recall, material.former);
	if (!read.ok) return;
	const history = read.value;
	const { preparation } = history.state.settings;
	if (!preparation) {
		writeAgenda(undefined);
		return;
	}
	keepAgenda(calendarOf(recall, history, preparation, conceptsOf(material)), preparation, history, material);
}

/** What cannot be read leaves the copy as it is. */
export async function refreshAgenda(): Promise<void> {
	const opened = await openRecall();
	if (!opened.ok) return;
	try {
		await refreshed(opened.value);
	} catch {
		// Without a connection the material may not be there; the copy says what it said.
	} finally {
		opened.value.close();
	}
}
