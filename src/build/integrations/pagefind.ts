/** Builds the full-text index that the search dialog reads, over the concept pages of a finished build. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { parse } from 'yaml';
import { type Lookups, lookups as lookupsSchema } from '../../concepts/schema/lookup.ts';
import { codeParts, ResultCache } from '../../resultCache.ts';
import type { SearchCatalog } from '../../search/catalog.ts';
import type { Contents, ListedSection } from '../../search/contents.ts';
import { wordsOf } from '../../search/spelling.ts';
import { type SearchablePage, type SearchableSection, searchablePage } from './searchablePage.ts';

/** What the dialog loads. Pagefind also brings four user interfaces, a worker and a second engine. */
const shipped =
	/^(?:pagefind\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.en\.pagefind|(?:fragment|index|filter)\/.+)$/;

/** The words that sections of a concept are looked up by; it may not have the file, and the content check has passed it. */
async function readLookups(slug: string): Promise<Lookups> {
	const file = `content/concepts/${slug}/lookups.yaml`;
	return existsSync(file) ? lookupsSchema.parse(parse(await readFile(file, 'utf8'))) : {};
}

const kept = new ResultCache('searchable', codeParts);

/** As `searchablePage`, once for each page and its lookups. */
async function keptPage(html: string, category: string, lookups: Lookups): Promise<SearchablePage | undefined> {
	const make = async () => JSON.stringify(searchablePage(html, category, lookups) ?? null);
	return JSON.parse(await kept.getText([category, JSON.stringify(lookups), html], make)) ?? undefined;
}

/** What is about nothing by itself: a question and a prompt ask about a section, and the rest leads elsewhere. */
const unlisted = /^(?:|[pq]-.*|references|terms|notation|in-one-breath)$/;

async function addSection(index: PagefindIndex, slug: string, { anchor, html }: SearchableSection): Promise<void> {
	const { errors } = await index.addHTMLFile({ url: `${slug}/${anchor}`, content: html });
	if (errors.length > 0) throw new Error(`concepts/${slug}/#${anchor} cannot be indexed: ${errors.join('; ')}`);
}

/** Adds every published concept to the index, and returns the texts and the contents. */
async function indexConcepts(index: PagefindIndex, dist: URL): Promise<{ texts: string[]; contents: Contents }> {
	const contents: Record<string, readonly ListedSection[]> = {};
	const catalog: SearchCatalog = JSON.parse(await readFile(new URL('search/concepts.json', dist), 'utf8'));
	const texts: string[] = [];
	for (const { slug, category } of catalog.concepts) {
		const file = new URL(`concepts/${slug}/index.html`, dist);
		const html = await readFile(file, 'utf8');
		const page = await keptPage(html, category, await readLookups(slug));
		if (page === undefined) throw new Error(`concepts/${slug}/index.html has no <main> for search to read`);
		// Pagefind takes them in the order in which they are sent.
		await Promise.all(page.sections.map((section) => addSection(index, slug, section)));
		texts.push(page.text);
		contents[slug] = page.sections.flatMap(({ anchor, listed }) => (unlisted.test(anchor) ? [] : [listed]));
	}
	return { texts, contents };
}

/** Shorter words are not worth mending a slip to, and rarer ones are not likely meant. */
const vocabularyWord = /^[a-z]{5,}$/;
const LEAST_COUNT = 2;

/** How frequent a word is, as its mending asks: within a factor of two. Within that, words in order of their letters take fewer bytes. */
const frequencyOf = (count: number): number => Math.floor(Math.log2(count));

/** The words of all pages, the most frequent first. */
function vocabulary(texts: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const word of texts.flatMap(wordsOf)) {
		if (vocabularyWord.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return [...counts]
		.filter(([, count]) => count >= LEAST_COUNT)
		.sort(([a, m], [b, n]) => frequencyOf(n) - frequencyOf(m) || (a < b ? -1 : 1))
		.map(([word]) => word);
}

/**
 * Writes the files of the index to `<dist>/pagefind/`, and only those that the dialog loads.
 *
 * @returns their bytes
 */
async function writeIndex(index: PagefindIndex, dist: URL): Promise<number> {
	const folder = fileURLToPath(new URL('pagefind/', dist));
	const { errors } = await index.writeFiles({ outputPath: folder });
	if (errors.length > 0) throw new Error(`The search index cannot be written: ${errors.join('; ')}`);
	let bytes = 0;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		if (shipped.test(relative(folder, path).replaceAll('\\', '/'))) bytes += statSync(path).size;
		else rmSync(path);
	}
	return bytes;
}

/** Runs before pages lose what only the index reads. Throws with the page's path when one cannot be indexed. */
export default function pagefind(): AstroIntegration {
	return {
		name: 'sixfold:pagefind',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const { index, errors } = await createIndex({ forceLanguage: 'en' });
				if (!index) throw new Error(`The search index cannot be started: ${errors.join('; ')}`);
				try {
					const { texts, contents } = await indexConcepts(index, dir);
					const bytes = await writeIndex(index, dir);
					await writeFile(new URL('search/words.json', dir), JSON.stringify(vocabulary(texts)));
					await writeFile(new URL('search/contents.json', dir), JSON.stringify(contents));
					logger.info(`Search index of ${texts.length} concepts, ${Math.round(bytes / 1000)} kB`);
				} finally {
					await close();
				}
			},
		},
	};
}
