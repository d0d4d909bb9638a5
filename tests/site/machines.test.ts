/** What pages carry for browsers, search engines, feed readers and programs that read. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { withPolicy } from '../../src/build/contentSecurityPolicy.ts';
import { fontFacesIn } from '../../src/build/fonts/fontFaces.ts';
import { packagesAddress } from '../../src/published/packageSource.ts';
import { builtSites, isConceptPage, type Page } from './builtSite.ts';

const attribute = (page: Page, tagName: string, name: string, value: string, wanted: string): string[] =>
	page.elements
		.filter((element) => element.tagName === tagName && [element.properties[name]].flat().join(' ') === value)
		.map(({ properties }) => String(properties[wanted]));
const link = (page: Page, rel: string) => attribute(page, 'link', 'rel', rel, 'href');
const meta = (page: Page, name: string) => [
	...attribute(page, 'meta', 'name', name, 'content'),
	...attribute(page, 'meta', 'property', name, 'content'),
];

describe.each(builtSites())('$name', (site) => {
	const { origin, base, pages } = site;
	const text = (file: string) => site.read(file).toString();
	const fileOf = (address: string) => new URL(address, origin ?? 'https://unknown.invalid').pathname.slice(base.length);
	const arrivals = pages.filter((page) => meta(page, 'robots').length === 0);
	const concepts = arrivals.filter(isConceptPage);
	const slugs = concepts.map(({ route }) => posix.basename(route)).sort();

	it('has pages to look at', () => {
		expect(concepts.length).toBeGreaterThan(0);
	});

	describe('head', () => {
		it.each(pages)('$file has a title, a description and its icons', (page) => {
			if (attribute(page, 'meta', 'httpEquiv', 'refresh', 'content').length > 0) return;
			expect(meta(page, 'description')).toHaveLength(1);
			expect(link(page, 'icon').map(fileOf)).toEqual(['favicon.ico', 'favicon.svg']);
			expect(meta(page, 'theme-color')).toHaveLength(2);
		});

		it('names every page differently', () => {
			for (const name of ['og:title', 'description']) {
				const values = arrivals.flatMap((page) => meta(page, name));
				expect(new Set(values).size).toBe(arrivals.length);
			}
		});

		it.each(arrivals)('$file says where it is only when the site does', (page) => {
			const here = `${origin}${base}${page.route}`;
			expect(link(page, 'canonical')).toEqual(origin ? [here] : []);
			expect(meta(page, 'og:url')).toEqual(origin ? [here] : []);
		});

		it.each(arrivals)('$file has structured data that parses', (page) => {
			const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page.html) ?? [];
			const types = JSON.parse(json)['@graph'].map((thing: { '@type': string }) => thing['@type']);
			if (isConceptPage(page)) expect(types).toEqual(['LearningResource', 'BreadcrumbList']);
			else expect(types).toHaveLength(1);
		});
	});

	describe('cards', () => {
		const cardOf = (page: Page) => fileOf(meta(page, 'og:image')[0] ?? '');

		it.each(arrivals)('$file has a picture of 1200 by 630 pixels', async (page) => {
			const { width, height, format } = await sharp(site.read(cardOf(page))).metadata();
			expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
		});

		it('no two concepts or categories look alike', () => {
			const files = [...site.files].filter((file) => /^og\/.+\.png$/.test(file));
			const hashes = files.map((file) => createHash('sha256').update(site.read(file)).digest('hex'));
			expect(new Set(hashes).size).toBe(files.length);
			expect(new Set(concepts.map(cardOf)).size).toBe(concepts.length);
		});
	});

	describe('policy', () => {
		it.each(pages)('$file allows exactly the inline scripts that stand in it', ({ html, file }) => {
			const meta = /<meta http-equiv="content-security-policy"[^>]*>/.exec(html)?.[0] ?? '';
			expect(html).toBe(withPolicy(html.replace(meta, ''), packagesAddress(site.base), file));
			expect(html.indexOf(meta)).toBeLessThan(html.search(/<(script|link|style)\b/));
		});

		it('lets one page alone connect to any address; others ask this host, and the one that packages come from', () => {
			const packages = URL.parse(packagesAddress(site.base))?.origin;
			const named = ["'self'", ...(packages ? [`'self' ${packages}`] : [])];
			const elsewhere = pages.filter(({ html }) => !named.includes(/connect-src ([^;]*)/.exec(html)?.[1] ?? ''));
			expect(elsewhere.map(({ file }) => file)).toEqual(['drill/interviewer/index.html']);
		});

		it('lets Python compile and start its worker, and reach nothing', () => {
			const html = text('listings/frame.html');
			const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
			expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<script'));
			expect(policy.replace(/'sha256-[^']+'/, 'its own script')).toBe(
				"default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types sixfold; script-src 'wasm-unsafe-eval' its own script; worker-src blob:",
			);
		});
	});

	describe('fonts', () => {
		const css = [...site.files].filter((file) => file.endsWith('.css')).map(text);
		const faces = css.flatMap((sheet) => fontFacesIn(sheet)).flatMap(({ file }) => file ?? []);

		it('declares exactly the files that are there, each by a hash of its content', () => {
			const files = [...site.files].filter((file) => /\.(woff2?|ttf)$/.test(file));
			expect(new Set(files.map((file) => posix.basename(file)))).toEqual(new Set(faces));
			for (const file of files) {
				const hash = createHash('sha256').update(site.read(file)).digest('hex');
				expect(hash.slice(0, 10)).toBe(file.split('.').at(-2));
			}
		});

		it.each(concepts)('$file asks early for the serif and the sans', (page) => {
			const preloaded = link(page, 'preload').map((href) => posix.basename(fileOf(href)).split('.')[0]);
			expect(preloaded.sort()).toEqual(['gelasio-latin-wght-normal', 'instrument-sans-latin-wdth-normal']);
		});
	});

	describe('feed and sitemap', () => {
		it('are there only where the site says where it is', () => {
			for (const file of ['rss.xml', 'sitemap.xml']) expect(site.files.has(file)).toBe(origin !== undefined);
			expect(text('robots.txt').includes('Sitemap:')).toBe(origin !== undefined);
			const feeds = attribute(concepts[0] as Page, 'link', 'type', 'application/rss+xml', 'href');
			expect(feeds).toHaveLength(origin ? 1 : 0);
		});

		it.runIf(origin)('the sitemap lists every page that is a place to arrive at', () => {
			const listed = [...text('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
			expect(listed.sort()).toEqual(arrivals.map(({ route }) => `${origin}${base}${route}`).sort());
		});

		it.runIf(origin)('the feed has every concept', () => {
			const links = [...text('rss.xml').matchAll(/<item>.*?<link>([^<]*)<\/link>/gs)].map(([, address]) => address);
			expect(new Set(links)).toEqual(new Set(slugs.map((slug) => `${origin}${base}concepts/${slug}/`)));
		});
	});

	describe('Markdown twins', () => {
		it('stand beside every concept page, linked from it and from llms.txt', () => {
			for (const page of concepts) {
				const file = `${page.route.slice(0, -1)}.md`;
				const [linked = ''] = attribute(page, 'link', 'type', 'text/markdown', 'href');
				expect(fileOf(linked)).toBe(file);
				expect(site.files.has(file)).toBe(true);
				expect(text('llms.txt')).toContain(`${origin ?? ''}${base}${file}`);
			}
		});

		it.each(slugs)('%s is plain Markdown that says everything', (slug) => {
			const outsideCode = text(`concepts/${slug}.md`).replaceAll(/^ *(`{3,}).*?^ *\1$/gms, '');
			expect(outsideCode).not.toMatch(/<\/?[A-Z]\w*[\s/>]/);
			expect(outsideCode).not.toMatch(/\[[#@]/);
			expect(outsideCode).not.toMatch(/\[undefined\]|^undefined$/m);
			expect([...outsideCode.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toHaveLength(7);
		});
	});

	it('has a manifest whose icons are what they say', async () => {
		const manifest = JSON.parse(text('manifest.webmanifest'));
		expect(manifest).toMatchObject({ name: 'Sixfold', start_url: base, scope: base });
		for (const { src, sizes, type } of manifest.icons) {
			if (type !== 'image/png') continue;
			const { width, height } = await sharp(site.read(fileOf(src))).metadata();
			expect(`${width}x${height}`).toBe(sizes);
		}
	});
});
