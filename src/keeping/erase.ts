/** Deletes what the site keeps beside its database: every place of the list, of this site and no other. */
import { takeOver } from './former.ts';
import { keyPrefix } from './keys.ts';

export function eraseKept(): void {
	for (const storage of [() => localStorage, () => sessionStorage]) {
		try {
			// What still stands under a former name goes with the rest.
			takeOver();
			for (const key of Object.keys(storage())) if (key.startsWith(keyPrefix())) storage().removeItem(key);
		} catch {
			// The browser refuses: nothing is kept.
		}
	}
}
