/** What is taken along: a folder whose addresses lead somewhere from wherever it lies, and a book that EPUBCheck finds valid. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rootSite, subPathSite } from '../../src/build/bootstrap/sites.mjs';
import { guide } from '../../src/build/takeAlong/portable.ts';
import { bookFrom, folderOf } from '../../src/build/takeAlong.ts';
import { published } from '../published.ts';

/** Debian's package of it is a Java archive. */
const jar = ['/usr/share/java/epubcheck.jar'].find(existsSync);
const canCheck = jar !== undefined && spawnSync('java', ['-version']).status === 0;

describe('the book', () => {
	const book = bookFrom(rootSite.folder, undefined);

	it('has a chapter for every concept, and is the same bytes again', () => {
		for (const slug of published) expect(book.includes(`book/${slug}.xhtml`), slug).toBe(true);
		expect(bookFrom(rootSite.folder, undefined).equals(book)).toBe(true);
	});

	it.runIf(canCheck)('is valid by EPUBCheck', { timeout: 300_000 }, () => {
		const folder = mkdtempSync(join(tmpdir(), 'sixfold-book-'));
		const file = join(folder, 'sixfold.epub');
		writeFileSync(file, book);
		const { stdout, stderr } = spawnSync('java', ['-jar', jar ?? '', file], { encoding: 'utf8' });
		rmSync(folder, { recursive: true });
		expect(`${stderr}${stdout}`.match(/^(?:ERROR|FATAL|WARNING).*$/gm) ?? []).toEqual([]);
		expect(`${stderr}${stdout}`).toContain('0 fatals / 0 errors / 0 warnings');
	});

	it.skipIf(canCheck)('is not checked: EPUBCheck is not installed (on Debian: apt install epubcheck)', (context) =>
		context.skip(),
	);
});

describe('the folder', () => {
	const { folder, base } = subPathSite;
	const files = new Map(folderOf(folder, base).map(({ path, content }) => [path, content]));
	const pages = [...files].filter(([path]) => path.endsWith('.html'));

	it('leads from every page to files that are there, and to no address of a host', () => {
		expect(pages.length).toBeGreaterThan(published.length);
		for (const [page, content] of pages) {
			for (const [, address = ''] of content
				.toString()
				.matchAll(/ (?:href|src|component-url|renderer-url)="([^"]*)"/g)) {
				if (/^(?:https?:|mailto:|#|data:)/.test(address)) continue;
				const file = posix.join(posix.dirname(page), address.replace(/[?#].*/, ''));
				// The feed stays with the site.
				if (file === 'rss.xml') continue;
				expect(files.has(file), `${page} leads to ${address}`).toBe(true);
			}
		}
	});

	it('has scripts and styles that ask where the folder is', () => {
		for (const [path, content] of files) {
			if (/\.(?:js|css)$/.test(path))
				expect(content.toString(), path).not.toMatch(new RegExp(`(?<!siteRoot\\+)[\`"'(]${base}`));
		}
	});

	it('says how it is used', () => {
		expect(files.get(guide)?.toString()).toContain('python3 -m http.server');
		expect(files.get('index.html')?.toString()).toContain(`href="./${guide}"`);
	});
});
