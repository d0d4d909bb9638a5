/** Every address in the built files leads somewhere on the site, and no page needs anything from elsewhere. */
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { builtSites, type Page, type Site } from './builtSite.ts';

const sites = builtSites();
const placeholder = 'https://unknown.invalid';

/** Addresses an element names, by whether the browser fetches them for the page or the reader follows them. */
function addressesOf({ tagName, properties }: Element): { fetched: string[]; followed: string[] } {
	const { href, src, srcSet, poster, action } = properties;
	const some = (...values: unknown[]): string[] => values.filter((value) => typeof value === 'string');
	const sources = some(src, poster, ...[srcSet].flat().map((entry) => String(entry ?? '').split(' ')[0])).filter(
		Boolean,
	);
	if (tagName === 'a' || tagName === 'area') return { fetched: [], followed: some(href) };
	if (tagName === 'form') return { fetched: [], followed: some(action) };
	if (tagName === 'link') {
		const rel = [properties.rel].flat().map(String);
		const isFetched = rel.some((word) => /stylesheet|preload|icon|manifest|prefetch/.test(word));
		return isFetched ? { fetched: some(href), followed: [] } : { fetched: [], followed: some(href) };
	}
	return { fetched: [...sources, ...(tagName === 'use' || tagName === 'image' ? some(href) : [])], followed: [] };
}

const originOf = ({ origin }: Site): string => origin ?? placeholder;
const addressOf = (site: Site, page: Page): string => originOf(site) + site.base + page.route;

/** What is wrong with an address of this site, or undefined. */
function problemWith(site: Site, url: URL): string | undefined {
	if (!url.pathname.startsWith(site.base)) return 'is outside the base path';
	const route = decodeURIComponent(url.pathname.slice(site.base.length));
	const file = [route, `${route}index.html`, `${route}/index.html`].find((name) => site.files.has(name));
	if (!file) return 'leads to no file';
	const id = decodeURIComponent(url.hash.slice(1));
	if (!id) return undefined;
	const page = site.pages.find((candidate) => candidate.file === file);
	return page?.ids.has(id) ? undefined : 'has an anchor that is not on its page';
}

describe.each(sites)('$name', (site) => {
	const isOwn = (url: URL): boolean => url.origin === originOf(site);
	const urlsOf = (page: Page, kind: 'fetched' | 'followed'): URL[] =>
		page.elements
			.flatMap((element) => addressesOf(element)[kind])
			.map((address) => new URL(address, addressOf(site, page)));

	it('has no link that leads nowhere', () => {
		const problems = site.pages.flatMap((page) =>
			[...urlsOf(page, 'followed'), ...urlsOf(page, 'fetched')].filter(isOwn).flatMap((url) => {
				const problem = problemWith(site, url);
				return problem ? [`${page.file}: ${url.href} ${problem}`] : [];
			}),
		);
		expect([...new Set(problems)]).toEqual([]);
	});

	it('fetches nothing from elsewhere for a page', () => {
		const foreign = site.pages.flatMap((page) =>
			urlsOf(page, 'fetched')
				.filter((url) => !isOwn(url))
				.map((url) => `${page.file}: ${url.href}`),
		);
		expect(foreign).toEqual([]);
	});

	it('fetches nothing from elsewhere for a stylesheet, and inlines no font', () => {
		const problems = [...site.files]
			.filter((file) => file.endsWith('.css'))
			.flatMap((file) => {
				const addresses = [
					...site
						.read(file)
						.toString()
						.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/g),
				];
				return addresses.flatMap(([, inUrl, imported]) => {
					const url = new URL(inUrl ?? imported ?? '', originOf(site) + site.base + file);
					if (!isOwn(url)) return [`${file}: ${url.href.slice(0, 80)} is from elsewhere`];
					const problem = problemWith(site, url);
					return problem ? [`${file}: ${url.href} ${problem}`] : [];
				});
			});
		expect(problems).toEqual([]);
	});

	it('names only addresses that exist in its text files', () => {
		const own = new RegExp(`${originOf(site).replaceAll('.', '\\.')}[^\\s<>()"'\`]*`, 'g');
		const problems = [...site.files]
			.filter((file) => /\.(md|txt|xml|webmanifest)$/.test(file))
			.flatMap((file) =>
				[...site.read(file).toString().matchAll(own)].flatMap(([address]) => {
					const problem = problemWith(site, new URL(address.replace(/[.,;]$/, '')));
					return problem ? [`${file}: ${address} ${problem}`] : [];
				}),
			);
		expect(problems).toEqual([]);
	});
});
