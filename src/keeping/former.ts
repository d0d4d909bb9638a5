/** Names under which older versions of the site kept things, and their taking over: a reader loses nothing by an update. */
import { keyOf } from './keys.ts';
import type { PlaceName } from './places.ts';

interface Former {
	/** The key, or what the keys of many items begin with. */
	readonly key: string;
	readonly place: PlaceName;
	readonly many?: true;
	/** What was kept was the text itself; now it is JSON. */
	readonly isText?: true;
}

const formerKeys = (base: string): Former[] => [
	{ key: 'sixfold:theme', place: 'theme', isText: true },
	{ key: 'sixfold:recent-searches', place: 'searches' },
	{ key: 'sixfold:listing:', place: 'listing', many: true, isText: true },
	{ key: 'sixfold:sizes:', place: 'sizes', many: true },
	{ key: `sixfold:recall:${base}`, place: 'summary' },
	{ key: `sixfold:interviewer:${base}`, place: 'interviewer' },
	{ key: `sixfold:drill:${base}`, place: 'drill' },
	{ key: `sixfold:drill:${base}:seen`, place: 'drill-seen' },
	{ key: `sixfold:drill:${base}:finished:`, place: 'finished', many: true },
	{ key: `sixfold:last:${base}`, place: 'last', many: true },
];

let isDone = false;

/** Moves one entry. Where there is no room, not even for what was there before, it stays where it is. */
function move(from: string, to: string, isText: boolean): void {
	const text = localStorage.getItem(from) ?? '';
	localStorage.removeItem(from);
	if (localStorage.getItem(to) !== null) return;
	try {
		localStorage.setItem(to, isText ? JSON.stringify(text) : text);
	} catch {
		localStorage.setItem(from, text);
	}
}

/** Moves what stands under former names to where it belongs, once a page. Throws where the browser refuses. */
export function takeOver(): void {
	if (isDone) return;
	const former = formerKeys(import.meta.env.BASE_URL);
	for (const key of Object.keys(localStorage)) {
		const found = former.find((one) => (one.many ? key.startsWith(one.key) : key === one.key));
		const item = found?.many && key.slice(found.key.length);
		// Another site under this origin has a longer path: `sixfold:last:/other/…` is not of the site at `/`.
		if (!found || (found.place === 'last' && item?.includes('/'))) continue;
		move(key, keyOf(found.place, item), found.isText === true);
	}
	isDone = true;
}
