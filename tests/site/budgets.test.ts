/** What a reader pays for a concept page: bytes as a host sends them, compressed by brotli at its best. */
import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtRootSite, isConceptPage, type Page } from './builtSite.ts';

const kB = 1000;
const budgets = { html: 56 * kB, css: 10 * kB, script: 7.6 * kB, fonts: 150 * kB, preloadedFonts: 55 * kB };
/** Each of the drill's pages, the libraries that check and keep what a reader answers included. */
const drillScript = 43 * kB;
/** A figure: its markup as the server rendered it, the scripts of the first one that a reader meets, and of each after it. */
const figureBudgets = { markup: 8 * kB, firstScript: 16 * kB, nextScript: 4 * kB };

/** The review, with scheduler and database. */
const reviewScript = 33 * kB;

const site = builtRootSite();
const compressed = new Map<string, number>();

function brotli(content: string | Buffer): number {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
	return brotliCompressSync(content, { params }).length;
}

function sent(file: string): number {
	if (/\.woff2$/.test(file)) return site.read(file).length;
	const known = compressed.get(file);
	if (known !== undefined) return known;
	const bytes = brotli(site.read(file));
	compressed.set(file, bytes);
	return bytes;
}

const rel = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
/** Path of a file from an address in a page, which starts with the base path `/`. */
const fileOf = (address: unknown): string =>
	String(address)
		.replace(/^\//, '')
		.replace(/[?#].*$/, '');

const linked = (
	page: Page,
	wanted: string,
	isMeant: (link: Page['elements'][number]) => boolean = () => true,
): string[] =>
	page.elements
		.filter(({ tagName, properties }) => tagName === 'link' && rel(properties.rel).includes(wanted))
		.filter(isMeant)
		.map(({ properties }) => fileOf(properties.href));

/** What a screen waits for: styles for paper come after it. */
const styles = (page: Page): string[] => linked(page, 'stylesheet', ({ properties }) => properties.media !== 'print');

/** Scripts with everything they import before they run. */
function withImports(files: readonly string[]): string[] {
	const found = new Set(files);
	for (const file of found) {
		const source = site.read(file).toString();
		for (const [, address = ''] of source.matchAll(/\b(?:from|import)\s*["']([^"']+)["']/g)) {
			found.add(address.startsWith('/') ? fileOf(address) : posix.join(posix.dirname(file), address));
		}
	}
	return [...found];
}

/** What a page loads at once. */
function scripts(page: Page): string[] {
	const named = page.elements
		.filter(({ tagName, properties }) => tagName === 'script' && properties.src)
		.map(({ properties }) => fileOf(properties.src));
	return withImports([...named, ...linked(page, 'modulepreload')]);
}

const island = /<figure[^>]* id="?figure-[\s\S]*?<\/figure>/g;
/** Each figure as the server rendered it; the budget of the page's own HTML leaves them out. */
const figuresOf = (html: string): string[] => html.match(island) ?? [];
const withoutFigures = (html: string): string => html.replace(island, '');

const islandsOf = (page: Page) =>
	page.elements.filter(({ tagName, properties }) => tagName === 'astro-island' && properties['component-url']);

/** Every figure of the site. */
const islands = site.pages.flatMap(islandsOf);

const islandScripts = ({ properties }: Page['elements'][number]): string[] =>
	withImports([properties['component-url'], properties['renderer-url']].map(fileOf));

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
	it('sends at most 56 kB of HTML beside its figures', () => {
		const bytes = brotli(withoutFigures(page.html));
		expect(bytes, `${bytes} B of ${budgets.html} B, and ${sent(page.file) - bytes} B of figures`).toBeLessThanOrEqual(
			budgets.html,
		);
	});
	it('sends at most 8 kB for each figure', () => {
		for (const figure of figuresOf(page.html)) expect(brotli(figure)).toBeLessThanOrEqual(figureBudgets.markup);
	});
	it('loads at most 16 kB of JavaScript for the first figure, and 4 kB for each after it', () => {
		const atLoad = scripts(page);
		for (const island of islandsOf(page)) {
			const own = islandScripts(island).filter((file) => !atLoad.includes(file));
			expectWithin(figureBudgets.firstScript, own);
			const others = islands.filter(
				(other) => other.properties['component-url'] !== island.properties['component-url'],
			);
			for (const other of others) {
				const known = islandScripts(other);
				expectWithin(
					figureBudgets.nextScript,
					own.filter((file) => !known.includes(file)),
				);
			}
		}
	});
	it('sends at most 10 kB of CSS', () => expectWithin(budgets.css, styles(page)));
	it('loads at most 7.6 kB of JavaScript', () => expectWithin(budgets.script, scripts(page)));
	it('declares at most 150 kB of fonts', () => expectWithin(budgets.fonts, fonts(page)));
	it('preloads at most 55 kB of fonts', () => expectWithin(budgets.preloadedFonts, preloadedFonts(page)));
});

describe.each(site.pages.filter(({ route }) => /^drill\//.test(route)))('$route', (page) => {
	it('loads at most 43 kB of JavaScript', () => expectWithin(drillScript, scripts(page)));
});

it('finds the drill pages', () => {
	expect(site.pages.filter(({ route }) => /^drill\//.test(route)).length).toBeGreaterThanOrEqual(4);
});

it('answers about symbols in at most 3 kB of JavaScript', () => {
	const files = [...site.files].filter((file) => /^_astro\/answer\..*\.js$/.test(file));
	expect(files).not.toEqual([]);
	expectWithin(3 * kB, files);
});

it('finds the figures', () => {
	expect(islands).not.toEqual([]);
	for (const page of site.pages.filter(isConceptPage)) {
		expect(figuresOf(page.html)).toHaveLength(islandsOf(page).length);
	}
});

it('the review loads at most 33 kB of JavaScript', () => {
	const page = site.pages.find(({ route }) => route === 'review/');
	if (!page) throw new Error('There is no page review/');
	expectWithin(reviewScript, scripts(page));
});

it.each(['marks/', 'prompts/'])('%s loads at most 30 kB of JavaScript', (route) => {
	const page = site.pages.find((found) => found.route === route);
	if (!page) throw new Error(`There is no page ${route}`);
	expectWithin(30 * kB, scripts(page));
});

it('finds the concept pages', () => {
	expect(site.pages.filter(isConceptPage)).not.toEqual([]);
});

describe('running code', () => {
	const built = [...site.files].filter((file) => /^_astro\/.+\.js$/.test(file));
	const named = (name: string): string[] => built.filter((file) => file.startsWith(`_astro/${name}.`));

	it('costs at most 2 kB before it is asked for', () => {
		expect(named('Start.astro_astro_type_script_index_0_lang')).toHaveLength(1);
		expectWithin(2 * kB, named('Start.astro_astro_type_script_index_0_lang'));
	});

	it('brings an editor of at most 150 kB', () => {
		expect(named('editor')).toHaveLength(1);
		expectWithin(150 * kB, named('editor'));
	});
});

it('today is painted by at most 0.8 kB of the home page', () => {
	const html = site.pages.find(({ route }) => route === '')?.html ?? '';
	const [script = ''] = /<script>seen\([^<]*\[data-today\][\s\S]*?<\/script>/.exec(html) ?? [];
	expect(script).not.toBe('');
	expect(brotli(html) - brotli(html.replace(script, ''))).toBeLessThanOrEqual(0.8 * kB);
});

it('the plan loads at most 40 kB of JavaScript', () => {
	const page = site.pages.find(({ route }) => route === 'plan/');
	if (!page) throw new Error('There is no page plan/');
	expectWithin(40 * kB, scripts(page));
});

describe('progress', () => {
	it('loads at most 40 kB of JavaScript on its page', () => {
		const page = site.pages.find(({ route }) => route === 'progress/');
		if (!page) throw new Error('There is no progress page');
		expectWithin(40 * kB, scripts(page));
	});

	it.each(site.pages.filter(({ html }) => html.includes('function paintRings')))(
		'is painted on /$route by at most 0.8 kB inside of the page',
		({ html }) => {
			const [, script = ''] = /<script>(seen\(function paintRings[\s\S]*?)<\/script>/.exec(html) ?? [];
			const bytes = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
			expect(bytes).toBeGreaterThan(0);
			expect(bytes).toBeLessThanOrEqual(0.8 * kB);
		},
	);
});
