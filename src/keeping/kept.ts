/**
 * Reads and writes what the site keeps in a reader's browser, as JSON, each under the site's base path: sites under one origin share storage.
 * A browser may refuse to keep anything, have no room left, or hold what an older page or somebody else wrote: none of it throws.
 */
import { takeOver } from './former.ts';
import { keyOf, keyPrefix } from './keys.ts';
import type { PlaceIn, PlaceName } from './places.ts';

/** Gives the value where it has the form that it should have, else undefined. */
export type Form<Value> = (value: unknown) => Value | undefined;

/** One place of the list, open. An item is named where the place holds many. */
export interface Kept<Value> {
	/** What is kept; undefined when nothing is, when it has not its form, or when the browser refuses. */
	read(item?: string): Value | undefined;
	/** Every item that has its form, by name: one that has not hides none of the others. */
	all(): Map<string, Value>;
	/** Whether it is kept now: not when the browser refuses, or has no room. What stood there and could not be read is set aside. */
	keep(value: Value, item?: string): boolean;
	forget(item?: string): void;
	/** Calls back when another tab changed something here. Returns how to stop it. */
	follow(changed: (item: string | undefined) => void): () => void;
}

function open<Value>(storage: () => Storage, name: PlaceName, form: Form<Value>): Kept<Value> {
	/** Keys that hold what this page can read, or nothing. */
	const sound = new Set<string>();

	const parsed = (text: string): Value | undefined => {
		try {
			return form(JSON.parse(text));
		} catch {
			return undefined;
		}
	};

	const setAside = (key: string): void => {
		if (sound.has(key)) return;
		const text = storage().getItem(key);
		if (text !== null && parsed(text) === undefined) {
			storage().setItem(`${keyPrefix()}aside:${key.slice(keyPrefix().length)}:${Date.now()}`, JSON.stringify(text));
		}
		sound.add(key);
	};

	const read = (key: string): Value | undefined => {
		try {
			takeOver();
			const text = storage().getItem(key);
			return text === null ? undefined : parsed(text);
		} catch {
			return undefined;
		}
	};

	return {
		read: (item) => read(keyOf(name, item)),
		all() {
			const prefix = keyOf(name, '');
			const values = new Map<string, Value>();
			try {
				takeOver();
				for (const key of Object.keys(storage())) {
					const value = key.startsWith(prefix) ? read(key) : undefined;
					if (value !== undefined) values.set(key.slice(prefix.length), value);
				}
			} catch {
				// The browser refuses: nothing is kept.
			}
			return values;
		},
		keep(value, item) {
			const key = keyOf(name, item);
			try {
				takeOver();
				setAside(key);
				storage().setItem(key, JSON.stringify(value));
				return true;
			} catch {
				return false;
			}
		},
		forget(item) {
			try {
				takeOver();
				storage().removeItem(keyOf(name, item));
			} catch {
				// The browser refuses: there was nothing to forget.
			}
		},
		follow(changed) {
			const [own, prefix] = [keyOf(name), keyOf(name, '')];
			const listener = ({ key }: StorageEvent): void => {
				if (key === own || key === null) changed(undefined);
				else if (key?.startsWith(prefix)) changed(key.slice(prefix.length));
			};
			addEventListener('storage', listener);
			return () => removeEventListener('storage', listener);
		},
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
