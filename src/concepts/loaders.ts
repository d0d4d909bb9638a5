/** Loads the content folder into collections: the catalog, the concepts, and the lists that belong to each. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';
import { withPartIds } from './partIds.ts';

/** Folder that holds one folder a concept, relative to the project's root. */
const conceptsFolder = 'content/concepts';

const catalogFile = 'content/categories.yaml';
const plannedFile = 'content/planned.yaml';

async function replaceAll(context: LoaderContext, entries: { id: string; data: Record<string, unknown> }[]) {
	context.store.clear();
	for (const { id, data } of entries) {
		context.store.set({ id, data: await context.parseData({ id, data }) });
	}
}

/** Reads now, and again whenever a file of that name changes in `npm run dev`. */
async function follow(context: LoaderContext, file: string, read: () => Promise<void>) {
	await read();
	context.watcher?.on('change', (changed) => {
		if (basename(changed) === basename(file)) void read().catch((error) => context.logger.error(String(error)));
	});
}

/** The categories, each with its position in the catalog as `order`. */
export function categoriesLoader(): Loader {
	return {
		name: 'categories',
		load: (context) =>
			follow(context, catalogFile, () => {
				const list: Record<string, unknown>[] = parse(readFileSync(catalogFile, 'utf8'));
				return replaceAll(
					context,
					list.map((data, order) => ({ id: String(data.id), data: { ...data, order } })),
				);
			}),
	};
}

/** What is known of concepts in preparation, under their slugs; a project may have none. */
export function plannedLoader(): Loader {
	return {
		name: 'planned',
		load: (context) =>
			follow(context, plannedFile, () => {
				const list: Record<string, unknown>[] = existsSync(plannedFile) ? parse(readFileSync(plannedFile, 'utf8')) : [];
				return replaceAll(
					context,
					list.map((data) => ({ id: String(data.slug), data })),
				);
			}),
	};
}

/**
 * Every concept, under its slug. Astro keeps what it read of a file until the file changes, also when the schema has changed since;
 * a page would then miss a field, so all are read each time.
 */
export function conceptsLoader(): Loader {
	const files = glob({
		base: conceptsFolder,
		pattern: '*/index.mdx',
		generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
	});
	return {
		name: 'concepts',
		load: (context) => {
			context.store.clear();
			return files.load(context);
		},
	};
}

/** One YAML list of every concept that has it, under the concept's slug, as `{ items }`. */
export function conceptListLoader(file: 'questions.yaml' | 'prompts.yaml'): Loader {
	return {
		name: file,
		load: (context) =>
			follow(context, file, () =>
				replaceAll(
					context,
					globSync(`${conceptsFolder}/*/${file}`).map((path) => ({
						id: basename(dirname(path)),
						data: { items: withPartIds(parse(readFileSync(path, 'utf8'))) },
					})),
				),
			),
	};
}

/** A file of a concept's folder as text; undefined when it is not there. */
export function readConceptFile(slug: string, file: string): string | undefined {
	const path = resolve(conceptsFolder, slug, file);
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Paths of the files of a concept's folder that match a pattern, from that folder. */
export function conceptFiles(slug: string, pattern: string): string[] {
	return globSync(pattern, { cwd: resolve(conceptsFolder, slug) }).sort();
}
