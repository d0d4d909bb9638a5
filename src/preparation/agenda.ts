/**
 * The coming days of the calendar as the home page shows them without history and material. Written whenever the calendar was computed; it is
 * a copy and may be lost.
 */
import { kept } from '../keeping/kept.ts';
import type { Shown } from './words.ts';

/** An item of a day. */
export interface AgendaItem extends Shown {
	/** Done when it was written. */
	readonly done: boolean;
	/** The stages of a concept that it is done with; of the review there are none. */
	readonly concept?: string;
	readonly stages?: readonly number[];
}

export interface Agenda {
	/** By study day; null for a day off. A day that is missing was not planned. */
	readonly days: Readonly<Record<string, readonly AgendaItem[] | null>>;
}

const place = kept('agenda', (value) =>
	typeof value === 'object' && value !== null && 'days' in value ? (value as Agenda) : undefined,
);

/** Whether there is a calendar. */
export function hasAgenda(): boolean {
	return place.read() !== undefined;
}

/** Keeps it and tells the page, undefined forgets it. */
export function writeAgenda(agenda: Agenda | undefined): void {
	if (agenda) place.keep(agenda);
	else place.forget();
	globalThis.dispatchEvent?.(new Event('storage'));
}
