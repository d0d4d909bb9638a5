/**
 * Whether a reader is new here: nothing that they did is kept. Pages that a script fills say at once what they are to a newcomer, while the
 * script and the history are still fetched.
 */
import { keyOf } from './keys.ts';
import type { PlaceIn } from './places.ts';

/** Of what is kept in the browser, what is there once a reader has done something. */
const deeds = ['summary', 'last', 'finished', 'drill'] as const satisfies readonly PlaceIn<'browser'>[];

const mark = 'newcomer';

/**
 * Puts the words for the reader in the place of the two templates before the script, the first for newcomers, and marks the page of a newcomer. The
 * text of the function goes into pages, so it uses nothing but what it is given. Where the browser refuses to say what is kept, nobody is new.
 */
function sayToReader(name: string, keys: readonly string[]): void {
	let isNew = false;
	try {
		isNew = !Object.keys(localStorage).some((kept) => keys.some((key) => `${kept}:`.startsWith(key)));
	} catch {}
	if (isNew) document.documentElement.classList.add(name);
	const others = document.currentScript?.previousElementSibling as HTMLTemplateElement;
	const newcomers = others.previousElementSibling as HTMLTemplateElement;
	const words = isNew ? newcomers : others;
	words.replaceWith(words.content);
}

/** The script that stands behind the two templates. */
export const sayingToReader = (): string =>
	`(${sayToReader})(${JSON.stringify(mark)},${JSON.stringify(deeds.map((name) => keyOf(name, '')))})`;

/** Whether the page was opened by a newcomer. */
export const isNewcomer = (): boolean => document.documentElement.classList.contains(mark);
