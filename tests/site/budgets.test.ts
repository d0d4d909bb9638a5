/** What a reader pays for a concept page: bytes as a host sends them, compressed by brotli at its best. */
import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtRootSite, isConceptPage, type Page } from './builtSite.ts';

const kB = 1000;
const budgets = { html: 40 * kB, css: 10 * kB, script: 6 * kB, fonts: 150 * kB, preloadedFonts: 55 * kB };
/** Each of the drill's pages, the libraries that check and keep what a reader answers included. */
const drillScript = 40 * kB;

const site = builtRootSite();
const compressed = new Map<string, number>();

function sent(file: string): number {
	if (/\.woff2$/.test(file)) return site.read(file).length;
	const known = compressed.get(file);
	if (known !== undefined) return known;
	const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
	const bytes = brotliCompressSync(site.read(file), { params }).length;
	compressed.set(file, bytes);
	return bytes;
}

const rel = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
/** Path of a file from an address in a page, which starts with the base path `/`. */
const fileOf = (address: unknown): string =>
	String(address)
		.replace(/^\//, '')
		.replace(/[?#].*$/, '');

const linked = (page: Page, wanted: string): string[] =>
	page.elements
		.filter(({ tagName, properties }) => tagName === 'link' && rel(properties.rel).includes(wanted))
		.map(({ properties }) => fileOf(properties.href));

const styles = (page: Page): string[] => linked(page, 'stylesheet');

/** The scripts of a page with everything they import before they run. */
function scripts(page: Page): string[] {
	const named = page.elements
		.filter(({ tagName, properties }) => tagName === 'script' && properties.src)
		.map(({ properties }) => fileOf(properties.src));
	const found = new Set([...named, ...linked(page, 'modulepreload')]);
	for (const file of found) {
		const source = site.read(file).toString();
		for (const [, address = ''] of source.matchAll(/\b(?:from|import)\s*["']([^"']+)["']/g)) {
			found.add(address.startsWith('/') ? fileOf(address) : posix.join(posix.dirname(file), address));
		}
	}
	return [...found];
}

/** Every face that the page's stylesheets declare. */
const fonts = (page: Page): string[] => [
	...new Set(
		styles(page).flatMap((file) =>
			[
				...site
					.read(file)
					.toString()
					.matchAll(/url\(["']?([^"')]+\.woff2)/g),
			].map(([, address]) => fileOf(address)),
		),
	),
];

const preloadedFonts = (page: Page): string[] => linked(page, 'preload').filter((file) => /\.woff2$/.test(file));

/** Over budget, the failure names each file with its bytes. */
function expectWithin(budget: number, files: readonly string[]): void {
	const total = files.reduce((sum, file) => sum + sent(file), 0);
	const bill = files.map((file) => `${sent(file)} B ${file}`).join(', ');
	expect(total, `${total} B of ${budget} B: ${bill}`).toBeLessThanOrEqual(budget);
}

describe.each(site.pages.filter(isConceptPage))('$route', (page) => {
	it('sends at most 40 kB of HTML', () => expectWithin(budgets.html, [page.file]));
	it('sends at most 10 kB of CSS', () => expectWithin(budgets.css, styles(page)));
	it('loads at most 6 kB of JavaScript', () => expectWithin(budgets.script, scripts(page)));
	it('declares at most 150 kB of fonts', () => expectWithin(budgets.fonts, fonts(page)));
	it('preloads at most 55 kB of fonts', () => expectWithin(budgets.preloadedFonts, preloadedFonts(page)));
});

describe.each(site.pages.filter(({ route }) => /^drill\//.test(route)))('$route', (page) => {
	it('loads at most 40 kB of JavaScript', () => expectWithin(drillScript, scripts(page)));
});

it('finds the drill pages', () => {
	expect(site.pages.filter(({ route }) => /^drill\//.test(route)).length).toBeGreaterThanOrEqual(4);
});

it('answers about symbols in at most 3 kB of JavaScript', () => {
	const files = [...site.files].filter((file) => /^_astro\/answer\..*\.js$/.test(file));
	expect(files).not.toEqual([]);
	expectWithin(3 * kB, files);
});

it('finds the concept pages', () => {
	expect(site.pages.filter(isConceptPage)).not.toEqual([]);
});

describe('running code', () => {
	const built = [...site.files].filter((file) => /^_astro\/.+\.js$/.test(file));
	const named = (name: string): string[] => built.filter((file) => file.startsWith(`_astro/${name}.`));

	it('costs at most 2 kB before it is asked for', () => {
		expect(named('Controls.astro_astro_type_script_index_0_lang')).toHaveLength(1);
		expectWithin(2 * kB, named('Controls.astro_astro_type_script_index_0_lang'));
	});

	it('brings an editor of at most 150 kB', () => {
		expect(named('editor')).toHaveLength(1);
		expectWithin(150 * kB, named('editor'));
	});
});
