/** What a static host needs beside the pages: files it reads itself, and files as it sends them. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtSites } from './builtSite.ts';

describe.each(builtSites())('$name', ({ base, files, pages, read }) => {
	it.each(['_headers', '.htaccess'])('tells hosts by %s what no meta tag can say, for its own path', (file) => {
		const text = read(file).toString();
		expect(text).toContain("frame-ancestors 'self'; object-src 'none'; base-uri 'none'; ");
		expect(text).toContain('microphone=(self)');
		expect(text).toContain('max-age=31536000, immutable');
		expect(text).toContain(`${base}_astro/`);
		expect(text).not.toMatch(/(script|style|default)-src/);
	});

	it('keeps GitHub Pages from leaving out _astro/, whose name begins with an underscore', () => {
		expect(files).toContain('.nojekyll');
	});

	it('carries the license texts of what it ships', () => {
		const text = read('licenses.txt').toString();
		for (const name of [
			'preact',
			'idb',
			'ts-fsrs',
			'zod',
			'@codemirror/view',
			'katex',
			'pagefind',
			'pyodide',
			'CPython',
		]) {
			expect(text).toMatch(new RegExp(`^${name}[ ,]`, 'm'));
		}
		for (const words of [
			'Permission is hereby granted',
			'Mozilla Public License',
			'SIL OPEN FONT LICENSE',
			'PYTHON SOFTWARE FOUNDATION',
		]) {
			expect(text).toContain(words);
		}
	});

	it('has pages, scripts and the interpreter compressed as well, and each unpacks to its file', () => {
		const packed = [...files].filter((file) => /\.(br|gz)$/.test(file));
		for (const file of packed) {
			const content = file.endsWith('.br') ? brotliDecompressSync(read(file)) : gunzipSync(read(file));
			expect(content.equals(read(file.slice(0, -3))), file).toBe(true);
		}
		const large = [...files].filter((file) => /\.(html|css|js|wasm|json)$/.test(file) && read(file).length > 4096);
		expect(large.length).toBeGreaterThan(pages.length);
		expect(large.flatMap((file) => [`${file}.br`, `${file}.gz`]).filter((file) => !files.has(file))).toEqual([]);
	});

	it('does not tell where it was built', () => {
		for (const { html, file } of pages) {
			expect(html, file).not.toMatch(/<astro-island[^>]* uid=/);
			expect(html.includes(process.cwd()), file).toBe(false);
		}
	});
});
