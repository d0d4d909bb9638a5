/** Loads the content folder into collections: the catalog, the concepts, and the lists that belong to each. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';
import { codeParts, ResultCache } from '../resultCache.ts';
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

/** Files that a collection is read from, by their paths from the project's root. */
interface Files {
	/** Those that are there now. */
	readonly found: () => readonly string[];
	readonly includes: (path: string) => boolean;
	/** The entries of one of them. */
	readonly read: (path: string) => Promise<Entries>;
}

/** Reads all files now, and in `npm run dev` each again when it is written, added or taken away. */
async function follow(context: LoaderContext, files: Files): Promise<void> {
	const { store, watcher, logger } = context;
	const idsIn = new Map<string, readonly string[]>();
	const load = async (path: string): Promise<void> => {
		const entries = existsSync(path) ? await files.read(path) : [];
		const ids = entries.map(({ id }) => id);
		for (const id of idsIn.get(path) ?? []) if (!ids.includes(id)) store.delete(id);
		idsIn.set(path, ids);
		for (const entry of entries) {
			const data = await context.parseData({ ...entry });
			// Astro leaves an entry alone whose digest is as it was. Of the data as the schema has read it: a new schema may read the same file otherwise.
			store.set({ id: entry.id, data, digest: context.generateDigest(data) });
		}
	};
	for (const path of files.found()) await load(path);
	// Not cleared before: Astro would write its list of pages anew meanwhile, and lose one that is added at the same time.
	const current = new Set([...idsIn.values()].flat());
	for (const id of store.keys()) if (!current.has(id)) store.delete(id);

	// One after the other: of two that are saved in a row, the later one stays.
	let last = Promise.resolve();
	watcher?.on('all', (_event, changed) => {
		const path = relative('.', changed).replaceAll('\\', '/');
		if (files.includes(path)) last = last.then(() => load(path)).catch((error) => logger.error(String(error)));
	});
}

const keptYaml = new ResultCache('yaml', codeParts);

/** Reads YAML files; in dev, one that does not parse stays as it was read last, and the content check tells. */
function yamlReader(context: LoaderContext): (path: string) => Promise<unknown> {
	const read = new Map<string, unknown>();
	return async (path) => {
		try {
			const text = readFileSync(path, 'utf8');
			read.set(path, JSON.parse(await keptYaml.getText([text], async () => JSON.stringify(parse(text)))));
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
			const parsed = yamlReader(context);
			return follow(context, {
				found: () => [file],
				includes: (path) => path === file,
				read: async (path) => {
					const list = await parsed(path);
					return (Array.isArray(list) ? list : []).map((data, order) => ({
						id: String(nameOf(data)),
						data: { ...data, order },
					}));
				},
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
			const parsed = yamlReader(context);
			const drafts = new Set(isFollowing(context) ? [] : draftSlugs());
			const slugOf = (path: string): string => basename(dirname(path));
			return follow(context, {
				found: () =>
					globSync(`${conceptsFolder}/*/${file}`)
						.map((path) => path.replaceAll('\\', '/'))
						.filter((path) => !drafts.has(slugOf(path))),
				includes: (path) => path === `${conceptsFolder}/${slugOf(path)}/${file}`,
				read: async (path) => [{ id: slugOf(path), data: { items: withPartIds(await parsed(path)) } }],
			});
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

/** The state of the files of all concepts that match a pattern: another text after any is written, added or taken away. */
export function fileStates(pattern: string): string {
	const states = globSync(pattern, { cwd: conceptsFolder }).map((path) => {
		const { mtimeMs, size } = statSync(resolve(conceptsFolder, path), { throwIfNoEntry: false }) ?? {};
		return `${path} ${mtimeMs} ${size}`;
	});
	return states.sort().join('\n');
}
