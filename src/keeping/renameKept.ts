/** Brings what is kept beside the history under the names that concepts have now. */

import { tried } from './kept.ts';
import { keyOf } from './keys.ts';
import { type PlaceName, places } from './places.ts';
import { type Renames, renamed } from './rename.ts';

/** Moves what stands under former names. What stands under the new name already is newer, and stays. */
export function renameKept(renames: Renames): void {
	tried(() => {
		for (const [name, place] of Object.entries(places)) {
			if (place.in !== 'browser' || !('many' in place)) continue;
			const prefix = keyOf(name as PlaceName, '');
			for (const key of Object.keys(localStorage).filter((key) => key.startsWith(prefix))) {
				const next = prefix + renamed(key.slice(prefix.length), renames);
				if (next === key) continue;
				const text = localStorage.getItem(key) ?? '';
				localStorage.removeItem(key);
				if (localStorage.getItem(next) === null) localStorage.setItem(next, text);
			}
		}
	});
}
