/**
 * Reads and writes what the site keeps in a reader's browser, as JSON, each under the site's base path: sites under one origin share storage.
 * A browser may refuse to keep anything, have no room left, or hold what an older page or somebody else wrote: none of it throws.
 */
import { takeOver } from './former.ts';
import { keyOf } from './keys.ts';
import type { PlaceIn, PlaceName } from './places.ts';

/** Gives the value where it has the form that it should have, else undefined. */
export type Form<Value> = (value: unknown) => Value | undefined;

/** One place of the list, open. An item is named where the place holds many. */
export interface Kept<Value> {
	readonly name: PlaceName;
	/** What is kept; undefined when nothing is, when it has not its form, or when the browser refuses. */
	read(item?: string): Value | undefined;
	/** Whether it is kept now: not when the browser refuses, or has no room. */
	keep(value: Value, item?: string): boolean;
	forget(item?: string): void;
}

/** Does something with the storage; false when the browser refuses. */
export function tried(work: () => void): boolean {
	try {
		takeOver();
		work();
		return true;
	} catch {
		return false;
	}
}

/** Whether the browser refuses to keep anything, as its settings may tell it to. */
export function refusesAll(): boolean {
	return !tried(() => localStorage.getItem(''));
}

function open<Value>(storage: () => Storage, name: PlaceName, form: Form<Value>): Kept<Value> {
	return {
		name,
		read(item) {
			let value: Value | undefined;
			tried(() => {
				value = form(JSON.parse(storage().getItem(keyOf(name, item)) ?? 'null'));
			});
			return value;
		},
		keep: (value, item) => tried(() => storage().setItem(keyOf(name, item), JSON.stringify(value))),
		forget: (item) => void tried(() => storage().removeItem(keyOf(name, item))),
	};
}

/** Opens a place whose contents outlive the page. */
export function kept<Value>(name: PlaceIn<'browser'>, form: Form<Value>): Kept<Value> {
	return open(() => localStorage, name, form);
}

/** Opens a place whose contents outlive a reload, and end with the tab. */
export function keptInTab<Value>(name: PlaceIn<'tab'>, form: Form<Value>): Kept<Value> {
	return open(() => sessionStorage, name, form);
}

/** Calls back when another tab changed something at a place, or cleared everything. Returns how to stop it. */
export function follow({ name }: Kept<unknown>, changed: () => void): () => void {
	const listener = ({ key }: StorageEvent): void => {
		if (key === null || key === keyOf(name) || key?.startsWith(keyOf(name, ''))) changed();
	};
	addEventListener('storage', listener);
	return () => removeEventListener('storage', listener);
}
