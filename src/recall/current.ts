/** The state as it is: read when it is first asked for, and kept until what another tab wrote makes it old. */
import type { State, Store } from './store/store.ts';

export interface Current {
	/** Reads it unless it is known. */
	read(): Promise<State>;
	/** Undefined before it is read, and after it was given up. */
	known(): State | undefined;
	/** Takes what follows from a step that was written. */
	take(next: State): void;
	/** Gives it up: it is read anew. */
	drop(): void;
	/** How often it was given up: what was read before may lack what another tab wrote. */
	drops(): number;
}

export function currentOf(store: Pick<Store, 'load'>): Current {
	let state: State | undefined;
	/** The reading under way, if there is one. */
	let reading: Promise<State> | undefined;
	let dropped = 0;
	const read = async (): Promise<State> => {
		if (state) return state;
		const own = reading ?? store.load();
		reading = own;
		try {
			const loaded = await own;
			if (reading === own) state = loaded;
		} finally {
			if (reading === own) reading = undefined;
		}
		// Given up in the meantime: what was read may be old.
		return state ?? read();
	};
	return {
		read,
		known: () => state,
		take(next) {
			state = next;
		},
		drop() {
			state = undefined;
			reading = undefined;
			dropped++;
		},
		drops: () => dropped,
	};
}
