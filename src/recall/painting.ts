/**
 * Paints what a reader has done and what is due onto a page while it is parsed, before it is seen, so that nothing moves: a browser may draw
 * between an element and a script behind it, so the script stands before what it paints, and is told of each part before that is drawn. The
 * text of the functions goes into pages, so they use nothing but what they are given. Where the summary cannot be read, the page stays as it
 * was built.
 */
import { writtenStages } from '../concepts/stages.ts';
import { inlineReading } from '../keeping/inline.ts';
import { type Day, studyDayAt } from './log/studyDay.ts';
import { countDue, type Summary, summaryFrom, usual } from './summary.ts';

/** What is painted from. */
export interface Seen {
	readonly stages: Summary['stages'];
	readonly day: Day;
	/** What an answer takes, in seconds. */
	readonly seconds: number;
	/** How many stages a concept has. */
	readonly all: number;
	/** The numbers of those that are read. */
	readonly written: readonly number[];
	/** Prompts due today: of a concept, or to be asked in all. */
	due(concept?: string): number;
}

export interface Painter {
	/** Selects what has to be there to be painted: when more of it was parsed, it is painted again. */
	readonly parts: string;
	/** Paints onto the page what is seen; called again and again. */
	readonly paint: (seen: Seen) => void;
}

/**
 * Paints now, whenever more of the parts were parsed, when the page was, and whenever something may have changed: in another tab, in this one,
 * or because the page was left open until another day.
 */
function keepPainted(
	painter: Painter['paint'],
	parts: string,
	read: () => unknown,
	from: typeof summaryFrom,
	otherwise: typeof usual,
	count: typeof countDue,
	dayAt: typeof studyDayAt,
	written: readonly number[],
): void {
	const paint = (): void => {
		try {
			const summary = from(read(), otherwise);
			const day = dayAt(Date.now(), -60_000 * new Date().getTimezoneOffset());
			painter({ ...summary, day, all: otherwise.stages, written, due: (concept) => count(summary, day, concept) });
		} catch {}
	};
	let painted = 0;
	// Told at the end of each of the parser's tasks, which is before anything is drawn.
	const parsed = new MutationObserver(() => {
		const { length } = document.querySelectorAll(parts);
		if (length > painted) paint();
		painted = length;
	});
	parsed.observe(document, { childList: true, subtree: true });
	addEventListener('DOMContentLoaded', () => parsed.disconnect());
	paint();
	for (const event of ['DOMContentLoaded', 'pageshow', 'storage', 'visibilitychange', 'focus'])
		addEventListener(event, paint);
	setInterval(paint, 60_000);
}

/** The script that comes before all that paint: it stands before the header of every page. */
export function paintingBegins(): string {
	return `function seen(painter,parts){(${keepPainted})(painter,parts,${inlineReading('summary')},${summaryFrom},${JSON.stringify(usual)},${countDue},${studyDayAt},${JSON.stringify(writtenStages)})}`;
}

/** A script that paints: it stands before what it paints. */
export function paintingBy({ parts, paint }: Painter): string {
	return `seen(${paint},${JSON.stringify(parts)})`;
}

/** Fills every `[data-due-count]`, and shows what is around it while anything is due. */
export const paintCount: Painter = {
	parts: '[data-due-count]',
	paint: ({ due }) => {
		const count = due();
		for (const part of document.querySelectorAll('[data-due-count]')) {
			part.textContent = `${count}`;
			if (part.parentElement) part.parentElement.hidden = count < 1;
		}
	},
};

/**
 * Within every `[data-concept]`: what stands for a stage that is done (`[data-segment]`) gets the class `done`, the ring a dot when
 * prompts are due, and its words.
 */
export const paintRings: Painter = {
	parts: '[data-segment],.ring',
	paint: ({ stages, all, due }) => {
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
	},
};

/** Says in every `[data-need]` whether that concept is read, its written stages done, or how long it takes: to a reader who has begun anywhere. */
export const paintNeeds: Painter = {
	parts: '[data-need]',
	paint: ({ stages, written }) => {
		for (const part of document.querySelectorAll<HTMLElement>('[data-need]')) {
			const done = stages[`${part.dataset.need}`] ?? [];
			const isRead = written.every((stage) => done.includes(stage));
			part.textContent = isRead ? ' (read)' : Object.keys(stages)[0] ? ` (not read, ${part.dataset.minutes} min)` : '';
		}
	},
};

/** Says in every `[data-complete]` how many concepts of its `[data-category]` are done, once any stage is. Paint the rings first. */
export const paintComplete: Painter = {
	parts: '[data-segment]',
	paint: ({ all }) => {
		for (const note of document.querySelectorAll('[data-complete]')) {
			const rows = [...(note.closest('[data-category]')?.querySelectorAll('[data-concept]') ?? [])];
			const complete = rows.filter((row) => row.querySelectorAll('.done').length === all).length;
			note.textContent = document.querySelector('[data-concept] .done') ? `${complete} of ${rows.length} complete` : '';
		}
	},
};
