/** What a plot is made of once it has a size: all in pixels, x to the right and y down. */
import type { Spot } from './geometry.ts';
import type { PlacedWords } from './words.ts';

/** Lines, or closed outlines, that look alike. */
export interface Lines {
	readonly classes: string;
	readonly lines: readonly (readonly Spot[])[];
	readonly isClosed: boolean;
}

/** Dots that look alike. */
export interface Dots {
	readonly classes: string;
	readonly dots: readonly Spot[];
}

/** Radius of a dot. */
export const DOT = 3;

/** Words with the way through the file to what they are. */
export interface Label {
	readonly words: PlacedWords;
	readonly path: readonly PropertyKey[];
}

export const line = (classes: string, ...lines: (readonly Spot[])[]): Lines => ({ classes, lines, isClosed: false });
export const outline = (classes: string, ...lines: (readonly Spot[])[]): Lines => ({ classes, lines, isClosed: true });

export function rectangle(left: number, top: number, right: number, bottom: number): Spot[] {
	return [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom],
	];
}

/** Classes of the dots that a mark shows: those of its line, filled. */
export function dotClasses(classes: string): string {
	const [first = ''] = classes.split(/\s+/);
	if (first.startsWith('f-')) return classes;
	return { mark: 'f-mark', edge: 'f-edge', hair: 'f-rule' }[first] ?? 'f-ink';
}
