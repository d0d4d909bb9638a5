/** Files made of the reader's data for other programs. Loaded when one is asked for. */

import { download } from '../../../files/download.ts';
import { conceptPath, pathTo } from '../../../paths.ts';
import { ankiFile } from '../../anki.ts';
import { calendarFile } from '../../calendarFile.ts';
import { conceptOf } from '../../log/events.ts';
import { dateOf } from '../../log/studyDay.ts';
import { fetchAnkiTexts } from '../../prompts.ts';
import type { Reader } from './reader.ts';

/** Minutes that the reminder keeps free. */
const MINUTES = 10;

/**
 * Downloads prompts for Anki: those in the review, or all.
 *
 * @returns how many there are
 * @throws when they cannot be fetched
 */
export async function exportAnki({ state, catalog }: Reader, which: 'review' | 'all'): Promise<number> {
	const enrolled = new Set(state.cards.flatMap(({ prompt, enrolled }) => (enrolled ? prompt : [])));
	const slugs = new Set([...enrolled].map(conceptOf));
	const titles = new Map(catalog.categories.map(({ id, title }) => [id, title]));
	const concepts = await Promise.all(
		catalog.concepts
			.filter(({ slug }) => which === 'all' || slugs.has(slug))
			.map(async ({ slug, name, category }) => ({
				slug,
				name,
				category: titles.get(category) ?? category,
				address: new URL(conceptPath(slug), location.href).href,
				prompts: (await fetchAnkiTexts(slug)).filter(({ id }) => which === 'all' || enrolled.has(`${slug}/${id}`)),
			})),
	);
	download('sixfold-anki.txt', ankiFile(concepts), 'text/plain');
	return concepts.reduce((sum, { prompts }) => sum + prompts.length, 0);
}

/** Downloads a daily reminder that begins tomorrow and ends on the day of the interview, if there is one. */
export function exportReminder({ recall, day, input }: Reader, time: string): void {
	const { interview } = input.target;
	const text = calendarFile({
		address: new URL(pathTo('review/'), location.href).href,
		from: dateOf(day + 1),
		until: interview === undefined ? undefined : dateOf(interview),
		time,
		minutes: MINUTES,
		now: recall.clock.now(),
	});
	download('sixfold-review.ics', text, 'text/calendar');
}
