/** What readers type, and where it leads: the built index, asked as the dialog asks it. The queries were written before the ranking. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { rootSite } from '../../src/build/bootstrap/sites.mjs';
import type { SearchCatalog } from '../../src/search/catalog.ts';
import { type Contents, readContents } from '../../src/search/contents.ts';
import { type Engine, engineOptions, fullTextOf } from '../../src/search/fullText.ts';
import { type FullText, findEverywhere, opens } from '../../src/search/results.ts';

interface Query {
	readonly query: string;
	/** Slug of the concept that must come first. */
	readonly to: string;
	/** Anchors of which one must be the first hit there. */
	readonly section?: readonly string[];
}

// Hundreds of queries on a machine that is busy.
vi.setConfig({ testTimeout: 300_000 });

const folder = new URL('../queries/', import.meta.url);
const queries = readdirSync(folder)
	.filter((file) => file.endsWith('.yaml'))
	.flatMap((file): Query[] => parse(readFileSync(new URL(file, folder), 'utf8')));

const dist = pathToFileURL(`${rootSite.folder}/`);
let catalog: SearchCatalog;
let index: FullText;

/** Where a query leads: the first concept, and the sections listed under it. */
async function lead(query: string): Promise<{ slugs: string[]; anchors: string[] }> {
	const { results } = await findEverywhere(query, catalog, index);
	return {
		slugs: results.map(({ concept }) => concept.slug),
		anchors: results[0]?.hits.map(({ anchor }) => anchor) ?? [],
	};
}

beforeAll(async () => {
	// Pagefind's engine was written for a page: it reads its files by fetch, and looks for a script element.
	vi.stubGlobal('fetch', async (address: string) => {
		const [path = ''] = String(address).split('?');
		return new Response(await readFile(path.startsWith('file:') ? fileURLToPath(path) : path));
	});
	vi.stubGlobal('document', { querySelector: () => null, documentElement: { getAttribute: () => 'en' } });
	vi.stubGlobal('location', new URL('http://localhost/'));
	const json = async <Content>(path: string): Promise<Content> =>
		JSON.parse(await readFile(new URL(path, dist), 'utf8'));
	catalog = await json<SearchCatalog>('search/concepts.json');
	const pagefind = new URL('pagefind/', dist);
	const engine: { createInstance(options: Record<string, unknown>): Engine } = await import(
		/* @vite-ignore */ new URL('pagefind.js', pagefind).href
	);
	const instance = engine.createInstance({ basePath: fileURLToPath(pagefind), ...engineOptions });
	await instance.init();
	const contents = await json<Contents>('search/contents.json');
	const categories = new Map(catalog.concepts.map(({ slug, category }) => [slug, category]));
	index = fullTextOf(
		instance,
		() => json<string[]>('search/words.json'),
		readContents(contents, (slug) => categories.get(slug)),
	);
});

/** Queries of one kind, wherever they lead: `tests/queries/by-kind`. */
interface QueryOfKind {
	readonly query: string;
	/** Addresses that Enter may open, `concept#section`, or `concept` for the page itself. */
	readonly at?: readonly string[];
	/** Name of the concept in preparation that must be named. */
	readonly planned?: string;
}

const kinds = new URL('by-kind/', folder);
const byKind = new Map(
	readdirSync(kinds).map((file) => [
		file.replace('.yaml', ''),
		parse(readFileSync(new URL(file, kinds), 'utf8')) as QueryOfKind[],
	]),
);

const addressOf = (slug: string, anchor: string | undefined): string => (anchor ? `${slug}#${anchor}` : slug);

/** Whether Enter opens what is meant, and whether it is among the first three hits of the first three concepts. */
async function success({
	query,
	at,
	planned,
}: QueryOfKind): Promise<{ first: boolean; near: boolean; opened: string }> {
	const found = await findEverywhere(query, catalog, index);
	const [first] = found.results;
	const opened = first ? addressOf(first.concept.slug, opens(first)) : 'nothing';
	const isPublished = catalog.concepts.some(({ name }) => name === planned);
	if (planned !== undefined && !isPublished) {
		const isNamed = found.planned === planned && found.results.some(({ hits }) => hits.length > 0);
		return { first: isNamed, near: isNamed, opened: `${found.planned}, ${opened}` };
	}
	if (planned !== undefined) return { first: first?.concept.name === planned, near: true, opened };
	if (!at) return { first: !first, near: !first, opened };
	const listed = found.results
		.slice(0, 3)
		.flatMap((one) => [
			one.concept.slug,
			...one.hits.slice(0, 3).map(({ anchor }) => addressOf(one.concept.slug, anchor)),
		]);
	return { first: at.includes(opened), near: at.some((address) => listed.includes(address)), opened };
}

/** What is wanted of all kinds together. */
const wanted = { first: 0.95, near: 0.99 };
/**
 * What is reached by kind: what falls behind it is a step back. Questions in a reader's own words lag, as long as words are all that is
 * compared, and so do formulas that a page writes with other letters.
 */
const reached: Readonly<Record<string, readonly [first: number, near: number]>> = {
	titles: [0.95, 0.99],
	aliases: [0.95, 0.99],
	terms: [0.97, 0.99],
	questions: [0.89, 0.98],
	symbols: [0.91, 0.97],
	slips: [0.95, 0.99],
	'slips-two': [0.95, 0.99],
	planned: [0.95, 0.99],
	nonsense: [0.95, 0.99],
};

describe('by kind, leads to the right section', () => {
	test.each(Object.entries(reached))('%s', async (kind, [atFirst, atThree]) => {
		const asked = byKind.get(kind) ?? [];
		const results = await Promise.all(asked.map(async (one) => ({ ...one, ...(await success(one)) })));
		const missed = results.filter(({ first }) => !first).map(({ query, opened }) => `${query}: ${opened}`);
		const far = results.filter(({ near }) => !near).map(({ query }) => query);
		expect(1 - missed.length / asked.length, missed.join('\n')).toBeGreaterThanOrEqual(atFirst);
		expect(1 - far.length / asked.length, far.join('\n')).toBeGreaterThanOrEqual(atThree);
	});

	test('together, .95 at the first and .99 among the first three', async () => {
		const all = [...byKind.values()].flat();
		const results = await Promise.all(all.map(success));
		const share = (key: keyof typeof wanted): number => results.filter((one) => one[key]).length / all.length;
		expect(share('first')).toBeGreaterThanOrEqual(wanted.first);
		expect(share('near')).toBeGreaterThanOrEqual(wanted.near);
	});

	test('all kinds are asked, 400 queries together, and every section they name exists', async () => {
		expect([...byKind.keys()].sort()).toEqual(Object.keys(reached).sort());
		const all = [...byKind.values()].flat();
		expect(all.length).toBeGreaterThanOrEqual(400);
		const ids = new Map(
			await Promise.all(
				catalog.concepts.map(async ({ slug }) => {
					const html = await readFile(new URL(`concepts/${slug}/index.html`, dist), 'utf8');
					return [slug, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))] as const;
				}),
			),
		);
		for (const address of all.flatMap(({ at = [] }) => at)) {
			const [slug = '', anchor] = address.split('#');
			expect(ids.has(slug) && (anchor === undefined || ids.get(slug)?.has(anchor)), address).toBe(true);
		}
	});

	test.each([
		['weight decay vs l2', /#(?:weight-decay|q-adam-to-adamw|adamw|q-weight-decay-stopped-working)$/],
		['what is perplexity', /#(?:bits-per-byte|q-which-perplexity)$/],
		['why does my loss explode', /gradient-descent#(?:q-loss-explodes-after-feature|loss-curves|quadratic-limit)$/],
		['1/sqrt(d_k)', /#(?:why-sqrt|formula|scale-measured|q-derive-the-root)$/],
	])('Enter opens the section for %s', async (query, section) => {
		expect((await success({ query })).opened).toMatch(section);
	});
});

/**
 * Queries by kind that nothing was tuned to: what the ranking does for readers whose words it has never met. The second files were written
 * later, without a look at the ranking, and ask for what is rarer.
 */
const unseen = new URL('unseen/', folder);
const isSecond = (file: string): boolean => file.startsWith('second-');

describe('leads to the right section for queries that nothing was tuned to', () => {
	test.each([
		{
			written: 'once the ranking stood',
			holds: (file: string) => !isSecond(file),
			least: 160,
			atFirst: 0.78,
			atThree: 0.91,
		},
		{ written: 'after it was tuned', holds: isSecond, least: 120, atFirst: 0.74, atThree: 0.9 },
	])('$written', async ({ holds, least, atFirst, atThree }) => {
		const asked = readdirSync(unseen)
			.filter(holds)
			.flatMap((file) => parse(readFileSync(new URL(file, unseen), 'utf8')) as QueryOfKind[]);
		expect(asked.length).toBeGreaterThanOrEqual(least);
		const tuned = new Set([...byKind.values()].flat().map(({ query }) => query.toLowerCase()));
		expect(asked.filter(({ query }) => tuned.has(query.toLowerCase()))).toEqual([]);
		const results = await Promise.all(asked.map(async (one) => ({ ...one, ...(await success(one)) })));
		const missed = results.filter(({ first }) => !first).map(({ query, opened }) => `${query}: ${opened}`);
		const far = results.filter(({ near }) => !near).map(({ query }) => query);
		expect(1 - missed.length / asked.length, missed.join('\n')).toBeGreaterThanOrEqual(atFirst);
		expect(1 - far.length / asked.length, far.join('\n')).toBeGreaterThanOrEqual(atThree);
	});
});

describe('leads to the right concept and section', () => {
	const published = () => new Set(catalog.concepts.map(({ slug }) => slug));

	test('of the right concept for at least .98 of the queries, and among the first three for .995', async () => {
		const asked = queries.filter(({ to }) => published().has(to));
		const missed: string[] = [];
		const far: string[] = [];
		for (const { query, to, section } of asked) {
			const { slugs, anchors } = await lead(query);
			const hit = slugs[0] === to && (!section || section.includes(anchors[0] ?? ''));
			const near =
				slugs.slice(0, 3).includes(to) && (!section || section.some((anchor) => anchors.slice(0, 3).includes(anchor)));
			if (!hit) missed.push(`${query}: ${slugs.slice(0, 3)} #${anchors.slice(0, 3)}`);
			if (!near) far.push(query);
		}
		expect(1 - missed.length / asked.length, missed.join('\n')).toBeGreaterThanOrEqual(0.98);
		expect(1 - far.length / asked.length, far.join('\n')).toBeGreaterThanOrEqual(0.995);
	});

	test('every title and alias finds its concept: a title first, an alias among the first three', async () => {
		for (const { slug, name, aliases } of catalog.concepts) {
			expect((await lead(name)).slugs[0], name).toBe(slug);
			for (const alias of aliases) expect((await lead(alias)).slugs.slice(0, 3), alias).toContain(slug);
		}
	});

	test('a long title survives two slips', async () => {
		for (const { slug, name } of catalog.concepts.filter(({ name: title }) => title.length > 12)) {
			// A letter lost in the middle of the first word, and two swapped in the last: slips of a hurried hand.
			const words = name.split(' ');
			const slips = words.map((word, at) => {
				if (word.length < 6) return word;
				if (at === 0) return word.slice(0, 3) + word.slice(4);
				return word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4);
			});
			expect((await lead(slips.join(' '))).slugs[0], slips.join(' ')).toBe(slug);
		}
	});

	test.each(['xyzzy', 'qwertz uiopq', '???'])('nothing is found for %s', async (query) => {
		expect((await lead(query)).slugs).toEqual([]);
	});
});
