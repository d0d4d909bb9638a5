/** Which places of a page are marked, known without the history: a copy of it, in the summary. */
import { kept } from '../keeping/kept.ts';
import type { Beside } from './summary.ts';

type Marked = Beside['marks'][number];

function isMarked(value: unknown): value is Marked {
	return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}

const place = kept('summary', (value): readonly Marked[] | undefined => {
	const { marks } = (value ?? {}) as Partial<Record<keyof Beside, unknown>>;
	return Array.isArray(marks) ? marks.filter(isMarked) : undefined;
});

/** Of a concept's page: whether there is a note, by the anchor of each marked place. */
export function markedOn(concept: string): ReadonlyMap<string, boolean> {
	const own = (place.read() ?? []).filter(([slug]) => slug === concept);
	return new Map(own.map(([, anchor, hasNote]) => [anchor, hasNote === true]));
}
