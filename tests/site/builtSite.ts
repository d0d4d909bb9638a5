/** A built site as data: its files, its pages and what each page refers to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { type BuiltSite, rootSite, subPathSite } from '../../src/build/bootstrap/sites.mjs';

export interface Page {
	/** Path of the file from the site's root: `concepts/gradient-descent/index.html`. */
	readonly file: string;
	/** Path of its address from the site's root: `concepts/gradient-descent/`. */
	readonly route: string;
	readonly html: string;
	readonly tree: Root;
	readonly elements: readonly Element[];
	readonly ids: ReadonlySet<string>;
}

export interface Site {
	readonly name: string;
	readonly base: string;
	/** Origin it was built for, if any. */
	readonly origin: string | undefined;
	readonly files: ReadonlySet<string>;
	readonly pages: readonly Page[];
	read(file: string): Buffer;
}

function pageOf(file: string, html: string): Page {
	const tree = fromHtml(html);
	const elements: Element[] = [];
	visit(tree, 'element', (element) => {
		elements.push(element);
	});
	const ids = new Set(elements.map(({ properties }) => properties.id).filter((id) => typeof id === 'string'));
	return { file, route: file.replace(/index\.html$/, ''), html, tree, elements, ids };
}

/** A document, but no page: nobody ever sees it. */
const pythonFrame = 'listings/frame.html';

function siteOf({ folder, base, env }: BuiltSite): Site {
	const read = (file: string): Buffer => readFileSync(join(folder, file));
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		)
		.sort();
	const pages = files
		.filter((file) => file.endsWith('.html') && file !== pythonFrame)
		.map((file) => pageOf(file, read(file).toString()));
	return { name: folder, base, origin: env.SITE_URL, files: new Set(files), pages, read };
}

/** The site as `npm start` builds it, and as an operator builds it for a sub-path of a known domain. */
export const builtSites = (): Site[] => [rootSite, subPathSite].map(siteOf);

export const builtRootSite = (): Site => siteOf(rootSite);

export const isConceptPage = ({ route }: Page): boolean => /^concepts\/[^/]+\/$/.test(route);
