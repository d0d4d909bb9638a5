/** What a page that writes a reader's work does more than keeping it. */

import { type Kept, tried } from './kept.ts';
import { keyOf, keyPrefix } from './keys.ts';
import type { PlaceIn } from './places.ts';

/** Whether anything stands at a place, readable or not. */
export function hasAny(name: PlaceIn<'browser'>): boolean {
	let found = false;
	tried(() => {
		found = Object.keys(localStorage).some((key) => key === keyOf(name) || key.startsWith(keyOf(name, '')));
	});
	return found;
}

/** Every item of a place that has its form, by name: one that has not hides none of the others. */
export function allOf<Value>(place: Kept<Value>): Map<string, Value> {
	const prefix = keyOf(place.name, '');
	const values = new Map<string, Value>();
	tried(() => {
		for (const key of Object.keys(localStorage)) {
			if (!key.startsWith(prefix)) continue;
			const item = key.slice(prefix.length);
			const value = place.read(item);
			if (value !== undefined) values.set(item, value);
		}
	});
	return values;
}

/** A place that writes over nothing it cannot read, such as what a newer page has kept: that is set aside first. */
export function settingAside<Value>(place: Kept<Value>): Kept<Value> {
	/** Keys that hold what this page can read, or nothing. */
	const sound = new Set<string>();
	return {
		...place,
		keep(value, item) {
			const key = keyOf(place.name, item);
			if (!sound.has(key)) {
				tried(() => {
					const text = localStorage.getItem(key);
					if (text === null || place.read(item) !== undefined) return;
					localStorage.setItem(keyOf('aside', `${key.slice(keyPrefix().length)}:${Date.now()}`), JSON.stringify(text));
				});
				sound.add(key);
			}
			return place.keep(value, item);
		},
	};
}
