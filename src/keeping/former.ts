/** Names under which older versions of the site kept things, and their taking over: a reader loses nothing by an update. */
import { keyOf } from './keys.ts';
import type { PlaceName } from './places.ts';

/** A former key, or what the keys of many items began with; where it goes; whether the text itself was kept, which now is JSON. */
type Former = readonly [start: string, place: PlaceName, isText?: true];

const formerKeys = (base: string): readonly Former[] => [
	['sixfold:theme', 'theme', true],
	['sixfold:recent-searches', 'searches'],
	['sixfold:listing:', 'listing', true],
	['sixfold:sizes:', 'sizes'],
	[`sixfold:recall:${base}`, 'summary'],
	[`sixfold:interviewer:${base}`, 'interviewer'],
	[`sixfold:drill:${base}`, 'drill'],
	[`sixfold:drill:${base}:seen`, 'drill-seen'],
	[`sixfold:drill:${base}:finished:`, 'finished'],
	[`sixfold:last:${base}`, 'last'],
];

/** Moves one entry. Where there is no room, not even for what was there before, it stays where it is. */
function move(from: string, to: string, isText?: boolean): void {
	const text = localStorage.getItem(from) ?? '';
	localStorage.removeItem(from);
	if (localStorage.getItem(to) !== null) return;
	try {
		localStorage.setItem(to, isText ? JSON.stringify(text) : text);
	} catch {
		localStorage.setItem(from, text);
	}
}

let isDone = false;

/** Moves what stands under former names to where it belongs, once a page. Throws where the browser refuses. */
export function takeOver(): void {
	if (isDone) return;
	for (const key of Object.keys(localStorage)) {
		for (const [start, place, isText] of formerKeys(import.meta.env.BASE_URL)) {
			const item = key.startsWith(start) ? key.slice(start.length) : undefined;
			if (item === '') move(key, keyOf(place), isText);
			// A site below this one under the same origin has a longer path: `sixfold:last:/other/…` is not of the site at `/`.
			else if (item && (start.endsWith(':') || (place === 'last' && !item.includes('/')))) {
				move(key, keyOf(place, item), isText);
			}
		}
	}
	isDone = true;
}
