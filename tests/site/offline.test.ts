/** What a built site offers to be kept: all of it, whole, within a budget, and nothing that would not be found again. */
import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isNamedByContent } from '../../src/offline/addresses.ts';
import { filesOf, HASH_LENGTH, type Manifest, manifestPath, sizeOf } from '../../src/offline/manifest.ts';
import { builtSites } from './builtSite.ts';

const kB = 1000;
/**
 * As a host sends them that compresses: the worker, the list, the pages that every visit brings, a concept beside those, and what each
 * concept adds to the search index.
 */
const budgets = { worker: 2 * kB, list: 40 * kB, visit: 400 * kB, concept: 260 * kB, search: 50 * kB };

describe.each(builtSites())('$name', ({ base, files, pages, read }) => {
	const manifest: Manifest = JSON.parse(read(manifestPath).toString());
	const { units } = manifest;
	const fileOf = (path: string): string => (/(?:^|\/)$/.test(path) ? `${path}index.html` : path);
	const worker = read('service-worker.js');

	it('lists files that are there, each with its bytes, and with its hash where it has no other name', () => {
		for (const [path, bytes, , hash] of manifest.files) {
			const content = read(fileOf(path));
			expect(content.length, path).toBe(bytes);
			if (isNamedByContent(path)) expect(hash).toBeUndefined();
			else expect(createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH), path).toBe(hash);
		}
	});

	it('has a unit for every page, with every file that the page names', () => {
		const roots = new Map(units.map((unit) => [unit.root, unit]));
		for (const { route, html } of pages) {
			const root = route.replace(/sheet\/$/, '').replace(/^404\.html$/, '');
			const unit = roots.get(root);
			expect(unit, route).toBeDefined();
			const kept = new Set(unit && filesOf(manifest, [unit]).map(([path]) => path));
			for (const [, name = ''] of html.matchAll(new RegExp(`${base}(_astro/[^"'&\\s)]+)`, 'g'))) {
				expect(kept.has(name), `${route} needs ${name}`).toBe(true);
			}
		}
	});

	it('marks every page as its own, in the first letters of it', () => {
		for (const { html, file } of pages) expect(html.indexOf(`data-site="${base}"`), file).toBeLessThan(100);
	});

	it('keeps to its budgets', () => {
		const concepts = units.filter(({ root }) => /^concepts\/./.test(root));
		const search = units.filter(({ root }) => root === 'search/concepts.json');
		const core = units.filter((unit) => unit.kind === 'core' && !search.includes(unit));
		const sent = (of: typeof units): number => sizeOf(manifest, of).sent;
		expect(sent(core)).toBeLessThanOrEqual(budgets.visit);
		expect(sent(search)).toBeLessThanOrEqual(budgets.search * concepts.length);
		for (const unit of concepts) {
			expect(sent([...core, unit]) - sent(core), unit.root).toBeLessThanOrEqual(budgets.concept);
		}
		expect(brotliCompressSync(worker).length).toBeLessThanOrEqual(budgets.worker);
		expect(brotliCompressSync(read(manifestPath)).length).toBeLessThanOrEqual(budgets.list);
	});

	it('has a worker that knows its own path, and the file that retires it', () => {
		expect(worker.toString()).toContain(`sixfold:${base}:`);
		const retired = read('service-worker-retired.js').toString();
		expect(retired).toContain(`sixfold:${base}:`);
		expect(retired).not.toContain('fetch');
		expect(files.has(`offline/index.html`)).toBe(true);
	});
});
