/** The full-text index of a build, read by Pagefind's engine. Loaded when a reader first types. */
import { pathTo } from '../paths.ts';
import { fetchVocabulary } from './catalog.ts';
import type { FoundPage, FullText } from './results.ts';

interface Fragment {
	readonly raw_url: string;
	readonly content: string;
	readonly anchors: FoundPage['anchors'];
	readonly weighted_locations: readonly { readonly location: number; readonly balanced_score: number }[];
	readonly meta: Readonly<Record<string, string>>;
}

interface Engine {
	init(): Promise<void>;
	search(
		query: string,
		options: { filters: Record<string, string> },
	): Promise<{ results: readonly { data(): Promise<Fragment> }[] }>;
}

interface EngineModule {
	createInstance(options: Record<string, unknown>): Engine;
}

const MOST_PAGES = 12;

/** A long page is not a worse one here, and a word that stands often on it is what it is about. */
const ranking = { pageLength: 0.1, termFrequency: 1, termSimilarity: 2 };

function foundPage({ raw_url, content, anchors, weighted_locations, meta }: Fragment): FoundPage {
	return {
		slug: raw_url.replaceAll('/', ''),
		content,
		anchors,
		locations: weighted_locations.map(({ location, balanced_score }) => ({ location, score: balanced_score })),
		levels: meta.levels ?? '',
	};
}

/**
 * Opens the index.
 *
 * @param failures Attempts that failed before. A browser remembers that a module could not be loaded, by its address, so each
 * further attempt asks for another one.
 * @throws when the engine cannot be loaded; what is returned rejects when the index cannot.
 */
export async function openFullText(failures: number): Promise<FullText> {
	const folder = pathTo('pagefind/');
	const engine: EngineModule = await import(
		/* @vite-ignore */ `${folder}pagefind.js${failures > 0 ? `?attempt=${failures}` : ''}`
	);
	// In the page, not in a worker: the index is small, and a worker is one more file with rules of its own.
	const index = engine.createInstance({ basePath: folder, noWorker: true, ranking });
	await index.init();
	let words: Promise<string[]> | undefined;
	return {
		async find(query, category) {
			const { results } = await index.search(query, { filters: category === undefined ? {} : { category } });
			return (await Promise.all(results.slice(0, MOST_PAGES).map((found) => found.data()))).map(foundPage);
		},
		words() {
			words ??= fetchVocabulary();
			return words;
		},
	};
}
