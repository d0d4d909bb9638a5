/** Paints today onto the home page while it is parsed. The text of the function goes into the page, so it uses nothing but what it is given. */
import { inlineReading } from '../keeping/inline.ts';
import type { Seen } from '../recall/painting.ts';
import type { Agenda } from './agenda.ts';

/** What the strip knows of the stages: the titles and anchors of each track, and of each concept its name, its track and the minutes of its stages. */
export interface StageFacts {
	/** The site's root. */
	readonly base: string;
	readonly tracks: Readonly<Record<string, readonly (readonly [title: string, anchor: string])[]>>;
	readonly concepts: Readonly<Record<string, readonly [name: string, track: string, ...minutes: number[]]>>;
}

/**
 * To a reader who has begun, `[data-today]` names one next step and, quietly, the rest of the day: a drill that is open, what is due, what the
 * calendar holds, or without one the stage behind those that were marked last. The root's class `begun` tells the rest of the page.
 */
function paintToday(
	{ day, stages, seconds, due }: Seen,
	agenda: Agenda | null,
	drill: { finishedAt?: unknown } | null,
): void {
	const strip = document.querySelector<HTMLElement>('[data-today]') as HTMLElement;
	const { base, tracks, concepts }: StageFacts = JSON.parse(`${strip.dataset.today}`);
	const link = strip.querySelector('a') as HTMLAnchorElement;
	const note = strip.querySelector('.note') as HTMLElement;
	const planned = agenda?.days[day];
	const count = due();
	const lacks = (slug: string, stage: number): boolean => !stages[slug]?.includes(stage);
	const steps: [words: string, href: string, minutes: number][] = [];
	if (drill?.finishedAt === null) steps.push(['The drill that is open', `${base}drill/`, 20]);
	if (count)
		steps.push([`Review: ${count} prompt${count > 1 ? 's' : ''}`, `${base}review/`, Math.ceil((count * seconds) / 60)]);
	for (const { words, href, minutes, done, concept, stages } of planned ?? []) {
		if (!done && (!concept || stages?.some((stage) => lacks(concept, stage)))) steps.push([words, href, minutes]);
	}
	const begun = Object.keys(stages).reverse();
	const after = (slug: string): number =>
		concepts[slug]?.slice(2).findIndex((_, index) => lacks(slug, index + 1)) ?? -1;
	const last = begun.find((slug) => after(slug) >= 0);
	if (last && planned === undefined) {
		const [name, track, ...minutes] = concepts[last] as [string, string, ...number[]];
		const at = after(last);
		const [title, anchor] = tracks[track]?.[at] ?? [];
		steps.push([`Go on with ${name}: ${title}`, `${base}concepts/${last}/#${anchor}`, minutes[at] ?? 0]);
	}
	const [next] = steps;
	strip.hidden = !next && planned === undefined;
	document.documentElement.classList.toggle('begun', !strip.hidden || !!begun[0]);
	link.hidden = !next;
	if (next) [link.textContent, link.href] = next;
	note.textContent = next
		? steps
				.map(
					([words, , minutes], index) =>
						`${index ? `${index > 1 ? ';' : ' Then:'} ${words}, ` : 'About '}${minutes} min${index ? '' : '.'}`,
				)
				.join('')
		: planned
			? 'Today is done.'
			: 'A day off.';
}

/** The script that paints it. */
export function paintingToday(): string {
	return `seen((seen)=>(${paintToday})(seen,(${inlineReading('agenda')})(),(${inlineReading('drill')})()))`;
}
