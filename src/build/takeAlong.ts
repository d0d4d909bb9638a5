/** `npm run take-along`: the site as a folder to unpack anywhere, and its concepts as a book. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SearchCatalog } from '../search/catalog.ts';
import { readSiteConfig } from '../siteConfig.ts';
import { build, isBuilt } from './bootstrap/build.mjs';
import { at, say } from './bootstrap/project.mjs';
import { bookOf, type Part } from './takeAlong/book.ts';
import { type Chapter, chapterOf } from './takeAlong/chapter.ts';
import { drawingStyles, headingsOf, picturesOf } from './takeAlong/pictures.ts';
import {
	BASE,
	guide,
	guidePage,
	leftOut,
	portableData,
	portablePage,
	portableScript,
	portableStyles,
} from './takeAlong/portable.ts';
import { type Entry, zipOf } from './takeAlong/zip.ts';

const built = '.cache/take-along';
const out = 'take-along';

/** The folder's files, from a site that was built for a path. */
export function folderOf(root: string, base = BASE): Entry[] {
	const paths = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((path) => !leftOut.test(path))
		.sort();
	const content = (path: string): Uint8Array | string => {
		const bytes = readFileSync(join(root, path));
		if (path.endsWith('.html')) return portablePage(bytes.toString(), path, base);
		if (path.endsWith('.js')) return portableScript(bytes.toString(), base);
		if (path.endsWith('.css')) return portableStyles(bytes.toString(), base);
		if (/\.(?:json|txt|webmanifest)$/.test(path)) return portableData(bytes.toString(), path, base);
		return bytes;
	};
	return [{ path: guide, content: guidePage }, ...paths.map((path) => ({ path, content: content(path) }))];
}

/** The book, from a built site. @param site Address of the published site, if it has one. */
export function bookFrom(root: string, site: string | undefined): Buffer {
	const read = (path: string): string => readFileSync(join(root, path), 'utf8');
	const catalog: SearchCatalog = JSON.parse(read('search/concepts.json'));
	const slugs = new Set(catalog.concepts.map(({ slug }) => slug));
	const dates: string[] = [];
	const chapter = (slug: string): Chapter => {
		const [twin, html] = [read(`concepts/${slug}.md`), read(`concepts/${slug}/index.html`)];
		dates.push(/^- Checked: (\S+)/m.exec(twin)?.[1] ?? '');
		return chapterOf(twin, { slug, slugs, site, pictures: picturesOf(html), headings: headingsOf(html, twin) });
	};
	const parts: Part[] = catalog.categories.map(({ id, title }) => ({
		title,
		chapters: catalog.concepts.filter(({ category }) => category === id).map(({ slug }) => chapter(slug)),
	}));
	return bookOf(
		parts.filter(({ chapters }) => chapters.length > 0),
		{
			date: dates.sort().at(-1) ?? '',
			description: 'Interview concepts in machine learning and software engineering, explained at depth.',
			styles: drawingStyles(),
		},
	);
}

async function run(): Promise<void> {
	const env = { ...process.env, BASE_PATH: BASE };
	if (!isBuilt(built, env)) {
		say('Building the site to take along');
		if (!(await build(built, env))) process.exit(1);
	}
	mkdirSync(at(out), { recursive: true });
	const files: [string, Buffer][] = [
		['sixfold.zip', zipOf(folderOf(at(built)))],
		['sixfold.epub', bookFrom(at(built), readSiteConfig(process.env).site)],
	];
	for (const [name, bytes] of files) {
		writeFileSync(at(out, name), bytes);
		say(`${out}/${name}, ${(bytes.length / 1e6).toFixed(1)} MB`);
	}
}

if (import.meta.main) await run();
