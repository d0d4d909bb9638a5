/** What a query finds while it is typed: at once in the titles and contents of all pages, and when typing rests in their full text. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { loadPart, messageOf } from '../loading/loadPart.ts';
import { fetchCatalog, type SearchCatalog } from './catalog.ts';
import { type ContentsIndex, fetchContents, readContents } from './contents.ts';
import { openFullText } from './fullText.ts';
import { type Found, findAtOnce, findByTitle, findEverywhere, nearest, prepare } from './results.ts';

/** Loads once, and again after a failure; `load` is told how many attempts failed before. */
function once<Value>(load: (failures: number) => Promise<Value>): () => Promise<Value> {
	let loading: Promise<Value> | undefined;
	let failures = 0;
	return () => {
		loading ??= load(failures).catch((error: unknown) => {
			failures += 1;
			loading = undefined;
			throw error;
		});
		return loading;
	};
}

/** Every concept with its titles and words. Rejects when it cannot be loaded; the next call tries again. */
export const loadCatalog = once(fetchCatalog);
const loadContents = once(async () => {
	const [contents, { concepts }] = await Promise.all([fetchContents(), loadCatalog()]);
	const categories = new Map(concepts.map(({ slug, category }) => [slug, category]));
	return readContents(contents, (slug) => categories.get(slug));
});
const loadFullText = once((failures) => openFullText(failures, loadContents));

/** Begins to load what a query is looked for in. That it cannot be loaded is said when something is searched for. */
export function loadIndex(): void {
	loadFullText().catch(() => undefined);
	loadContents().catch(() => undefined);
}

/** Long enough that a quick typist does not search for every letter. */
const PAUSE = 90;

/** What is shown for a query. */
export interface View extends Found {
	/** Why the full text was not searched, when it was not. */
	readonly failure: string | undefined;
	/** False until the full text is searched. */
	readonly complete: boolean;
}

/** Undefined until they are there: then what is typed is looked for in titles alone. */
function useContents(): ContentsIndex | undefined {
	const [contents, setContents] = useState<ContentsIndex>();
	useEffect(() => {
		loadContents().then(setContents, () => undefined);
	}, []);
	return contents;
}

/**
 * What is shown for what is typed, at each letter.
 *
 * @param category Id of the only one that is searched; undefined for all.
 * @param attempt Another number searches anew, after a failure.
 */
export function useResults(query: string, category: string | undefined, catalog: SearchCatalog, attempt: number): View {
	const contents = useContents();
	const atOnce = useMemo(
		(): View => ({
			results: contents ? findAtOnce(query, catalog, contents, category) : findByTitle(query, catalog, category),
			mended: undefined,
			planned: undefined,
			nearest: [],
			failure: undefined,
			complete: query === '',
		}),
		[query, category, catalog, contents],
	);
	const [view, setView] = useState(atOnce);
	useEffect(() => {
		// What was found a letter ago stays until it is known that it is not meant: an empty list would flicker.
		setView((before) => (query && atOnce.results.length === 0 ? { ...before, complete: false } : atOnce));
		if (query === '') return undefined;
		let stale = false;
		loadFullText().then(
			(fullText) => stale || prepare(query, fullText),
			() => undefined,
		);
		const timer = setTimeout(async () => {
			try {
				const fullText = await loadFullText();
				// The engine fetches the index in parts, as it needs them.
				const found = await loadPart(() => findEverywhere(query, catalog, fullText, category));
				if (!stale) setView({ ...found, failure: undefined, complete: true });
			} catch (error) {
				if (stale) return;
				setView({ ...atOnce, nearest: nearest(query, catalog), failure: messageOf(error), complete: true });
			}
		}, PAUSE);
		return () => {
			stale = true;
			clearTimeout(timer);
		};
	}, [atOnce, attempt]);
	return view;
}
