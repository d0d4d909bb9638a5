/**
 * Writes `offline.json`, the list of what pages keep for times without a connection, and says how large that is. Runs when every file has
 * its last bytes, its compressed ones too.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { isNamedByContent } from '../../offline/addresses.ts';
import {
	HASH_LENGTH,
	type ListedFile,
	type Manifest,
	manifestPath,
	sizeOf,
	type Unit,
} from '../../offline/manifest.ts';
import { compressFile } from './compression.ts';

/** What no page of the site loads: for hosts, for programs that read, to be downloaded, and what answers when nothing is kept. */
const never =
	/(?:^|\/)\.|\.(?:br|gz|ipynb|md)$|^(?:_headers|robots\.txt|llms\.txt|rss\.xml|sitemap\.xml|offline\.json|service-worker.*\.js|og\/.*)$|\/anki\.json$/;

/** What every visit brings with it, by its address. */
const core =
	/^(?:(?:review|plan|progress|drill|drill\/session|drill\/report|drill\/history|marks|offline|prompts)\/)?$/;

/** Files that belong to the unit with this root, beside what it refers to by name. */
const companions: readonly [root: RegExp, files: RegExp][] = [
	[/^$/, /^(?:404\.html|favicon\..*|icons\/.*|manifest\.webmanifest)$/],
	[/^search\/concepts\.json$/, /^(?:search\/.*|pagefind\/(?!fragment\/).*)$/],
	[/^review\/$/, /^review\/.*\.json$/],
	[/^plan\/$/, /^plan\/.*\.json$/],
	[/^marks\/$/, /^marks\/.*\.json$/],
	[/^drill\/$/, /^drill\/[^/]*\.json$/],
	[
		/^listings\/python\.json$/,
		/^(?:listings\/python\..*\.js|listings\/frame\.html|_astro\/(?:pyodide|python_stdlib|editor)\..*)$/,
	],
];

/** Of a concept: its sheet, its questions and prompts, the files of its listings and tasks. */
const conceptRoot = /^concepts\/[^/]+\/$/;

/** Units whose root is no page. */
const dataRoots: Readonly<Record<string, Unit['kind']>> = {
	'search/concepts.json': 'core',
	'listings/python.json': 'python',
};

/** What a page asks for by name though it may never run: it comes with Python. */
const onlyWithPython = /^_astro\/editor\./;

const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');
const textual = /\.(?:html|css|js)$/;

export default function offline(): AstroIntegration {
	return {
		name: 'offline',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				const manifest = manifestOf(await builtFiles(root));
				const path = join(root, manifestPath);
				await writeFile(path, JSON.stringify(manifest));
				await compressFile(path);
				for (const line of sizeLines(manifest)) logger.info(line);
			},
		},
	};
}

/** A file of the built site. */
export interface Built {
	readonly path: string;
	readonly content: Buffer;
	/** Bytes as a host sends it that compresses. */
	readonly sent: number;
}

/** Every file of a built site that may be kept. */
export async function builtFiles(root: string): Promise<Built[]> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((path) => !never.test(path))
		.sort();
	return Promise.all(
		files.map(async (path) => {
			const content = await readFile(join(root, path));
			const packed = await stat(join(root, `${path}.br`)).catch(() => undefined);
			return { path, content, sent: packed?.size ?? content.length };
		}),
	);
}

/** Everything that a file leads to by the names of hashed files, itself left out. */
function referencesOf(files: ReadonlyMap<string, Built>): (path: string) => Set<string> {
	const assets = [...files.keys()].filter((path) => path.startsWith('_astro/'));
	const direct = new Map<string, string[]>();
	const directOf = (path: string): string[] => {
		const known = direct.get(path);
		if (known) return known;
		const file = files.get(path);
		const text = file && textual.test(file.path) ? file.content.toString() : '';
		const found = assets.filter(
			(asset) => asset !== path && !onlyWithPython.test(asset) && text.includes(asset.slice('_astro/'.length)),
		);
		direct.set(path, found);
		return found;
	};
	return (path) => {
		const found = new Set<string>(directOf(path));
		for (const next of found) for (const further of directOf(next)) found.add(further);
		return found;
	};
}

/** The page that a text of the search index is of: it is JSON behind a few letters, compressed. */
function pageOfFragment({ content }: Built): string {
	const text = gunzipSync(content).toString();
	const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
	return `concepts/${url.split('/').find(Boolean)}/`;
}

/** What a page is called, without the site's name behind it. */
function titleOf(html: string): string | undefined {
	return /<title>(.*?)(?: · Sixfold)?<\/title>/.exec(html)?.[1]?.replaceAll('&amp;', '&');
}

function shortHash(content: string | Buffer): string {
	return createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
}

export function manifestOf(built: readonly Built[]): Manifest {
	const byPath = new Map(built.map((file) => [addressOf(file.path), file]));
	const files = [...byPath].map(
		([address, { content, sent }]): ListedFile =>
			isNamedByContent(address) ? [address, content.length, sent] : [address, content.length, sent, shortHash(content)],
	);
	const numbers = new Map(files.map(([address], number) => [address, number]));
	const references = referencesOf(byPath);
	const fragments = Map.groupBy(
		built.filter(({ path }) => path.startsWith('pagefind/fragment/')),
		pageOfFragment,
	);

	const unitOf = (root: string, kind: Unit['kind']): Unit => {
		const own = [...byPath.keys()].filter((address) =>
			conceptRoot.test(root)
				? address.startsWith(root) && address !== root
				: companions.some(([of, which]) => of.test(root) && which.test(address) && address !== root),
		);
		const pages = [root, ...own.filter((address) => /(?:\/|\.html)$/.test(address))];
		const needed = new Set([
			...own,
			...pages.flatMap((page) => [...references(page)]),
			...(fragments.get(root) ?? []).map(({ path }) => path),
		]);
		const all = [...needed, root].flatMap((address) => numbers.get(address) ?? []);
		const version = shortHash(all.map((number) => files[number]?.join()).join('\n'));
		const title = titleOf(byPath.get(root)?.content.toString() ?? '');
		return { root, kind, ...(title && { title }), version, files: all };
	};

	const isSheet = (address: string): boolean => /^concepts\/[^/]+\/.+/.test(address);
	const roots = [...byPath.keys()].filter((address) => /(?:^|\/)$/.test(address) && !isSheet(address));
	return {
		files,
		units: [
			...roots.map((root) => unitOf(root, core.test(root) ? 'core' : 'page')),
			...Object.entries(dataRoots).map(([root, kind]) => unitOf(root, kind)),
		],
	};
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function sizeLines(manifest: Manifest): string[] {
	const sized = (what: string, units: readonly Unit[]): string => {
		const { bytes, sent } = sizeOf(manifest, units);
		return `${what}: ${megabytes(bytes)} MB in the browser, ${megabytes(sent)} MB as sent`;
	};
	const of = (kind: Unit['kind']): Unit[] => manifest.units.filter((unit) => unit.kind === kind);
	const largest = of('page')
		.map((unit) => ({ unit, ...sizeOf(manifest, [unit]) }))
		.sort((a, b) => b.bytes - a.bytes)[0]?.unit;
	return [
		sized('Kept with the first page', of('core')),
		...(largest ? [sized(`and with the largest page, ${largest.root}`, [largest])] : []),
		sized('The whole site', [...of('core'), ...of('page')]),
		sized('Python, when it is asked for', of('python')),
	];
}
