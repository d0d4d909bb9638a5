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
 * Of a newcomer's page, puts the words in the place of the template before the script, and marks the page. The text of the function goes into
 * pages, so it uses nothing but what it is given. Where the browser refuses to say what is kept, nobody is new.
 */
function sayToNewcomer(name: string, keys: readonly string[]): void {
	try {
		if (Object.keys(localStorage).some((kept) => keys.some((key) => `${kept}:`.startsWith(key)))) return;
		document.documentElement.classList.add(name);
		const words = document.currentScript?.previousElementSibling as HTMLTemplateElement;
		words.replaceWith(words.content);
	} catch {}
}

/** The script that stands behind the template. */
export const sayingToNewcomer = (): string =>
	`(${sayToNewcomer})(${JSON.stringify(mark)},${JSON.stringify(deeds.map((name) => keyOf(name, '')))})`;

/** Whether the page was opened by a newcomer. */
export const isNewcomer = (): boolean => document.documentElement.classList.contains(mark);
