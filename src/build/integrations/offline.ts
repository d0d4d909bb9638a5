/**
 * Writes `offline.json`, the list of what pages keep for times without a connection, and says how large that is. Runs when every file has
 * its last bytes, its compressed ones too.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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
import { namesIn } from '../fonts/assetNames.ts';
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
/** What is below a concept, and of which. */
const belowConcept = /^(concepts\/[^/]+\/)./;

/** Units whose root is no page. */
const dataRoots: Readonly<Record<string, Unit['kind']>> = {
	'search/concepts.json': 'core',
	'listings/python.json': 'python',
};

/** What a page asks for by name though it may never run: it comes with Python. */
const onlyWithPython = /^_astro\/editor\./;

/** Where the bundler puts what has its hash in its name. */
const assetFolder = '_astro/';

const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');
const textual = /\.(?:html|css|js)$/;

export default function offline(): AstroIntegration {
	return {
		name: 'offline',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				const manifest = manifestOf(builtFiles(root));
				const path = join(root, manifestPath);
				await writeFile(path, JSON.stringify(manifest));
				await compressFile(root, manifestPath);
				for (const line of sizeLines(manifest)) logger.info(line);
			},
		},
	};
}

/** What is known of a file of the built site. */
export interface Built {
	/** Its address below the site's root. */
	readonly address: string;
	readonly bytes: number;
	/** Bytes as a host sends it that compresses. */
	readonly sent: number;
	/** Of its content; what has one in its name needs no other. */
	readonly hash: string | undefined;
	/** All that may be names of files in it. */
	readonly names: ReadonlySet<string>;
	/** Of a page: what it is called, without the site's name behind it. */
	readonly title: string | undefined;
	/** Of a text of the search index: the page that it is of. */
	readonly fragmentOf: string | undefined;
}

const none: ReadonlySet<string> = new Set();
const fragment = /^pagefind\/fragment\//;

/**
 * A file of the built site.
 *
 * @param path Below the site's root, with slashes.
 * @param sent Bytes as a host sends it that compresses.
 */
export function builtFile(path: string, content: Buffer, sent: number): Built {
	const address = addressOf(path);
	return {
		address,
		bytes: content.length,
		sent,
		hash: isNamedByContent(address) ? undefined : shortHash(content),
		// Names have no letter beyond Latin-1, as which a text is read most quickly.
		names: textual.test(path) ? namesIn(content.toString('latin1')) : none,
		title: path.endsWith('.html') ? titleOf(content.toString()) : undefined,
		fragmentOf: fragment.test(path) ? pageOfFragment(content) : undefined,
	};
}

/** Every file of a built site that may be kept. Read one after the other: all of a large site do not fit into memory. */
export function builtFiles(root: string): Built[] {
	const entries = readdirSync(root, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((path) => !never.test(path))
		.sort();
	const files: Built[] = [];
	for (const path of paths) {
		const content = readFileSync(join(root, path));
		const packed = statSync(join(root, `${path}.br`), { throwIfNoEntry: false });
		files.push(builtFile(path, content, packed?.size ?? content.length));
	}
	return files;
}

/** Everything that a file leads to by the names of hashed files, itself left out. */
function referencesOf(files: ReadonlyMap<string, Built>): (address: string) => Set<string> {
	const assets = [...files.keys()].filter(
		(address) => address.startsWith(assetFolder) && !onlyWithPython.test(address),
	);
	const direct = new Map<string, string[]>();
	const directOf = (address: string): string[] => {
		const known = direct.get(address);
		if (known) return known;
		const { names = none } = files.get(address) ?? {};
		const found = assets.filter((asset) => asset !== address && names.has(asset.slice(assetFolder.length)));
		direct.set(address, found);
		return found;
	};
	return (address) => {
		const found = new Set<string>(directOf(address));
		for (const next of found) for (const further of directOf(next)) found.add(further);
		return found;
	};
}

/** The page that a text of the search index is of: it is JSON behind a few letters, compressed. */
function pageOfFragment(content: Buffer): string {
	const text = gunzipSync(content).toString();
	const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
	return `concepts/${url.split('/').find(Boolean)}/`;
}

function titleOf(html: string): string | undefined {
	return /<title>(.*?)(?: · Sixfold)?<\/title>/.exec(html)?.[1]?.replaceAll('&amp;', '&');
}

function shortHash(content: string | Buffer): string {
	return createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
}

export function manifestOf(built: readonly Built[]): Manifest {
	const byAddress = new Map(built.map((file) => [file.address, file]));
	const files = [...byAddress.values()].map(
		({ address, bytes, sent, hash }): ListedFile =>
			hash === undefined ? [address, bytes, sent] : [address, bytes, sent, hash],
	);
	const numbers = new Map(files.map(([address], number) => [address, number]));
	const references = referencesOf(byAddress);
	const fragments = Map.groupBy(built, ({ fragmentOf }) => fragmentOf);
	const ofConcepts = Map.groupBy(byAddress.keys(), (address) => belowConcept.exec(address)?.[1]);
	const elsewhere = ofConcepts.get(undefined) ?? [];

	const unitOf = (root: string, kind: Unit['kind']): Unit => {
		const own = conceptRoot.test(root)
			? (ofConcepts.get(root) ?? [])
			: elsewhere.filter((address) =>
					companions.some(([of, which]) => of.test(root) && which.test(address) && address !== root),
				);
		const pages = [root, ...own.filter((address) => /(?:\/|\.html)$/.test(address))];
		const needed = new Set([
			...own,
			...pages.flatMap((page) => [...references(page)]),
			...(fragments.get(root) ?? []).map(({ address }) => address),
		]);
		const all = [...needed, root].flatMap((address) => numbers.get(address) ?? []);
		const version = shortHash(all.map((number) => files[number]?.join()).join('\n'));
		const title = byAddress.get(root)?.title;
		return { root, kind, ...(title && { title }), version, files: all };
	};

	const roots = elsewhere.filter((address) => /(?:^|\/)$/.test(address));
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
