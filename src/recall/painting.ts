/**
 * Paints what a reader has done and what is due onto a page while it is parsed, before it is seen, so that nothing moves. The text of the
 * functions goes into pages, so they use nothing but what they are given. Where the summary cannot be read, the page stays as it was built.
 */
import { STAGES } from '../concepts/stageNumbers.ts';
import { inlineReading } from '../keeping/inline.ts';
import { type Day, studyDayAt } from './log/studyDay.ts';
import { countDue, type Summary, summaryFrom } from './summary.ts';

/** What is painted from. */
export interface Seen {
	readonly stages: Summary['stages'];
	readonly day: Day;
	/** What an answer takes, in seconds. */
	readonly seconds: number;
	/** How many stages a concept has. */
	readonly all: number;
	/** Prompts due today: of a concept, or to be asked in all. */
	due(concept?: string): number;
}

/** Paints onto the page what is seen; called again and again. */
export type Painter = (seen: Seen) => void;

/**
 * Paints now, when the page was parsed, and whenever something may have changed: in another tab, in this one, or because the page was left open
 * until another day.
 */
function keepPainted(
	painter: Painter,
	read: () => unknown,
	from: typeof summaryFrom,
	count: typeof countDue,
	dayAt: typeof studyDayAt,
	all: number,
): void {
	const paint = (): void => {
		try {
			const summary = from(read());
			const day = dayAt(Date.now(), -60_000 * new Date().getTimezoneOffset());
			painter({ ...summary, day, all, due: (concept) => count(summary, day, concept) });
		} catch {}
	};
	paint();
	for (const event of ['DOMContentLoaded', 'pageshow', 'storage', 'visibilitychange', 'focus'])
		addEventListener(event, paint);
	setInterval(paint, 60_000);
}

/** The script that comes before all that paint: it stands in the header of every page. */
export function paintingBegins(): string {
	return `function seen(painter){(${keepPainted})(painter,${inlineReading('summary')},${summaryFrom},${countDue},${studyDayAt},${STAGES})}`;
}

/** A script that paints. */
export function paintingBy(painter: Painter): string {
	return `seen(${painter})`;
}

/** Fills every `[data-due-count]`, and shows what is around it while anything is due. */
export const paintCount: Painter = function paintCount({ due }) {
	const count = due();
	for (const part of document.querySelectorAll('[data-due-count]')) {
		part.textContent = `${count}`;
		if (part.parentElement) part.parentElement.hidden = count < 1;
	}
};

/**
 * Within every `[data-concept]`: what stands for a stage that is done (`[data-segment]`) gets the class `done`, the ring a dot when
 * prompts are due, and its words.
 */
export const paintRings: Painter = function paintRings({ stages, all, due }) {
	for (const part of document.querySelectorAll<HTMLElement>('[data-concept]')) {
		const done = stages[`${part.dataset.concept}`] ?? [];
		const count = due(part.dataset.concept);
		for (const mark of part.querySelectorAll<HTMLElement>('[data-segment]')) {
			mark.classList.toggle('done', done.includes(Number(mark.dataset.segment)));
		}
		for (const ring of part.querySelectorAll('.ring')) {
			ring.classList.toggle('due', count > 0);
			ring.ariaHidden = `${done.length + count < 1}`;
			ring.ariaLabel = `${done.length} of ${all} stages done${count ? `, ${count} prompt${count > 1 ? 's' : ''} due` : ''}`;
		}
	}
};

/** Says in every `[data-need]` whether that concept is read, its first four stages done, or how long it takes: to a reader who has begun anywhere. */
export const paintNeeds: Painter = function paintNeeds({ stages }) {
	for (const part of document.querySelectorAll<HTMLElement>('[data-need]')) {
		const done = stages[`${part.dataset.need}`] ?? [];
		const isRead = [1, 2, 3, 4].every((stage) => done.includes(stage));
		part.textContent = isRead ? ' (read)' : Object.keys(stages)[0] ? ` (not read, ${part.dataset.minutes} min)` : '';
	}
};

/** Says in every `[data-complete]` how many concepts of its `[data-category]` are done, once any stage is. Paint the rings first. */
export const paintComplete: Painter = function paintComplete({ all }) {
	for (const note of document.querySelectorAll('[data-complete]')) {
		const rows = [...(note.closest('[data-category]')?.querySelectorAll('[data-concept]') ?? [])];
		const complete = rows.filter((row) => row.querySelectorAll('.done').length === all).length;
		note.textContent = document.querySelector('[data-concept] .done') ? `${complete} of ${rows.length} complete` : '';
	}
};
