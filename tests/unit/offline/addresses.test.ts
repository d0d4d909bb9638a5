import { describe, expect, it } from 'vitest';
import { fixedFolders, isNamedByContent, keptPath } from '../../../src/offline/addresses.ts';

describe('keptPath', () => {
	const home = 'https://example.org/sixfold/';
	it.each([
		['https://example.org/sixfold/', ''],
		['https://example.org/sixfold', ''],
		['https://example.org/sixfold/index.html', ''],
		['https://example.org/sixfold/?q=softmax#top', ''],
		['https://example.org/sixfold/concepts/kv-cache/', 'concepts/kv-cache/'],
		['https://example.org/sixfold/concepts/kv-cache', 'concepts/kv-cache/'],
		['https://example.org/sixfold/concepts/kv-cache/index.html', 'concepts/kv-cache/'],
		['https://example.org/sixfold/404.html', '404.html'],
		['https://example.org/sixfold/pagefind/wasm.en.pagefind', 'pagefind/wasm.en.pagefind'],
		['https://example.org/sixfold/_astro/page.BpHkJrol.js', '_astro/page.BpHkJrol.js'],
	])('%s is %s', (address, path) => expect(keptPath(address, home)).toBe(path));

	it.each([
		'https://example.org/',
		'https://example.org/sixfold-other/',
		'https://example.com/sixfold/',
		'http://example.org/sixfold/',
	])('%s is not of the site', (address) => expect(keptPath(address, home)).toBeUndefined());
});

describe('isNamedByContent', () => {
	it.each([
		['_astro/page.BpHkJrol.js', true],
		['pagefind/fragment/en_01384f5.pf_fragment', true],
		['pagefind/pagefind.en_2e623321f7.pf_meta', true],
		['listings/python.2e4e2d87fe86.js', true],
		['pagefind/pagefind.js', false],
		['pagefind/pagefind-entry.json', false],
		['listings/python.json', false],
		['concepts/kv-cache/', false],
		['service-worker.js', false],
	])('%s: %s', (path, named) => expect(isNamedByContent(path)).toBe(named));

	it.each(fixedFolders)('everything in %s', (folder) => expect(isNamedByContent(`${folder}x.1234`)).toBe(true));
});
