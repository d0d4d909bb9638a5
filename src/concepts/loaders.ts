/** Loads the content folder into collections: the catalog, the concepts, and the lists that belong to each. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';
import { withPartIds } from './partIds.ts';
import { isDraft } from './reading/markdown.ts';
import { withLineFeeds } from './schema/record.ts';

/** Folder that holds one folder a concept, relative to the project's root. */
const conceptsFolder = 'content/concepts';

const catalogFile = 'content/categories.yaml';
const plannedFile = 'content/planned.yaml';
const pathsFile = 'content/paths.yaml';

/** What a list of YAML entries becomes, each under its id. */
type Entries = readonly { readonly id: string; readonly data: Record<string, unknown> }[];

/** Whether the server runs for an author, and keeps on running whatever they write; a build only reads what the check has passed. */
const isFollowing = ({ watcher }: LoaderContext): boolean => watcher !== undefined;

/** Reads now, and again whenever a file of that name is written, added or taken away in `npm run dev`. */
async function follow(context: LoaderContext, name: string, read: () => Entries): Promise<void> {
	const load = async () => {
		const entries = read();
		// Not cleared: Astro would write its list of pages anew meanwhile, and lose one that is added at the same time.
		const current = new Set(entries.map(({ id }) => id));
		for (const id of context.store.keys()) if (!current.has(id)) context.store.delete(id);
		for (const { id, data } of entries) context.store.set({ id, data: await context.parseData({ id, data }) });
	};
	await load();
	context.watcher?.on('all', (_event, changed) => {
		if (basename(changed) === name) void load().catch((error) => context.logger.error(String(error)));
	});
}

/** Reads YAML files; in dev, one that does not parse stays as it was read last, and the content check tells. */
function yamlReader(context: LoaderContext): (path: string) => unknown {
	const read = new Map<string, unknown>();
	return (path) => {
		try {
			read.set(path, parse(readFileSync(path, 'utf8')));
		} catch (error) {
			if (!isFollowing(context)) throw error;
		}
		return read.get(path);
	};
}

/** A list in one YAML file, each entry under its name and with its position as `order`; a project may not have the file. */
function listLoader(file: string, nameOf: (entry: Record<string, unknown> | null) => unknown): Loader {
	return {
		name: basename(file, '.yaml'),
		load: (context) => {
			const read = yamlReader(context);
			return follow(context, basename(file), () => {
				const list = existsSync(file) ? read(file) : [];
				return (Array.isArray(list) ? list : []).map((data, order) => ({
					id: String(nameOf(data)),
					data: { ...data, order },
				}));
			});
		},
	};
}

/** The categories, in the catalog's order. */
export const categoriesLoader = (): Loader => listLoader(catalogFile, (entry) => entry?.id);

/** What is known of concepts in preparation, under their slugs. */
export const plannedLoader = (): Loader => listLoader(plannedFile, (entry) => entry?.slug);

/** The paths by role, in their order. */
export const pathsLoader = (): Loader => listLoader(pathsFile, (entry) => entry?.id);

/** Slugs of the folders that say of themselves that they are drafts. */
function draftSlugs(): string[] {
	const paths = globSync(`${conceptsFolder}/*/index.mdx`);
	return paths.filter((path) => isDraft(readFileSync(path, 'utf8'))).map((path) => basename(dirname(path)));
}

/**
 * Every concept, under its slug; drafts in dev alone. Astro keeps what it read of a file until the file changes, also when the schema has
 * changed since; a page would then miss a field, so all are read each time.
 */
export function conceptsLoader(): Loader {
	return {
		name: 'concepts',
		load: (context) => {
			context.store.clear();
			const drafts = isFollowing(context) ? [] : draftSlugs();
			const files = glob({
				base: conceptsFolder,
				pattern: ['*/index.mdx', ...drafts.map((slug) => `!${slug}/index.mdx`)],
				generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
			});
			return files.load(isFollowing(context) ? forgiving(context as GlobContext) : context);
		},
	};
}

/** What Astro also hands to a loader, and leaves out of its type: how a file of an extension is parted into frontmatter and body. */
interface GlobContext extends LoaderContext {
	readonly entryTypes: ReadonlyMap<string, { readonly getEntryInfo: GetEntryInfo }>;
}
type GetEntryInfo = (file: { readonly contents: string; readonly fileUrl: URL }) => Promise<{
	readonly data: Record<string, unknown>;
	readonly body: string;
	readonly slug: string;
	readonly rawData: string;
}>;

/** Frontmatter that does not parse is empty: the content check tells, and the other pages stay. */
function forgiving(context: GlobContext): GlobContext {
	const entryTypes = new Map(
		[...context.entryTypes].map(([extension, type]) => {
			const getEntryInfo: GetEntryInfo = async (file) => {
				try {
					return await type.getEntryInfo(file);
				} catch {
					return { data: {}, body: file.contents, slug: '', rawData: '' };
				}
			};
			return [extension, { ...type, getEntryInfo }] as const;
		}),
	);
	return { ...context, entryTypes };
}

/** One YAML list of every concept that has it, under the concept's slug, as `{ items }`. */
export function conceptListLoader(file: 'questions.yaml' | 'prompts.yaml'): Loader {
	return {
		name: file,
		load: (context) => {
			const read = yamlReader(context);
			const drafts = isFollowing(context) ? [] : draftSlugs();
			return follow(context, file, () =>
				globSync(`${conceptsFolder}/*/${file}`)
					.map((path) => ({ id: basename(dirname(path)), path }))
					.filter(({ id }) => !drafts.includes(id))
					.map(({ id, path }) => ({ id, data: { items: withPartIds(read(path)) } })),
			);
		},
	};
}

/** A file of a concept's folder as text, its lines ending as in the repository; undefined when it is not there. */
export function readConceptFile(slug: string, file: string): string | undefined {
	const path = resolve(conceptsFolder, slug, file);
	return existsSync(path) ? withLineFeeds(readFileSync(path, 'utf8')) : undefined;
}

/** Paths of the files of a concept's folder that match a pattern, from that folder. */
export function conceptFiles(slug: string, pattern: string): string[] {
	return globSync(pattern, { cwd: resolve(conceptsFolder, slug) }).sort();
}
