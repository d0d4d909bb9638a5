/** Deletes what the site keeps beside its database: every place of the list, of this site and no other. */
import { takeOver } from './former.ts';
import { keyOf, keyPrefix } from './keys.ts';

export async function eraseKept(): Promise<void> {
	for (const storage of [() => localStorage, () => sessionStorage]) {
		try {
			// What still stands under a former name goes with the rest.
			takeOver();
			for (const key of Object.keys(storage())) if (key.startsWith(keyPrefix())) storage().removeItem(key);
		} catch {
			// The browser refuses: nothing is kept.
		}
	}
	// Browsers have this store on secure pages alone, and may refuse it.
	await globalThis.caches?.delete(keyOf('copies')).catch(() => {});
}
