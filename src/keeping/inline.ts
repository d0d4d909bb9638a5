/** Reading for scripts that stand in a page and run before it is drawn, where nothing can be imported. */
import { keyOf } from './keys.ts';
import type { PlaceIn } from './places.ts';

/** The text of a function that gives what is kept at a place, whatever it is; undefined or null when nothing is. */
export function inlineReading(name: PlaceIn<'browser'>): string {
	return `()=>{try{return JSON.parse(localStorage.getItem(${JSON.stringify(keyOf(name))}))}catch{}}`;
}
