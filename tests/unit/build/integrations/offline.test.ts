import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtFile, manifestOf } from '../../../../src/build/integrations/offline.ts';
import { filesOf, sizeOf } from '../../../../src/offline/manifest.ts';

const file = (path: string, content: string | Buffer = path) =>
	builtFile(path, Buffer.from(content), Math.ceil(content.length / 2));
const fragment = (name: string, slug: string) =>
	file(`pagefind/fragment/${name}`, gzipSync(`pagefind_dcd{"url":"/${slug}/math"}`));

const site = [
	file('index.html', '<title>Sixfold</title><script src="/_astro/page.a1.js">'),
	file('404.html', '<script src="/_astro/suggest.a1.js">'),
	file('review/index.html', '<title>Review · Sixfold</title><script src="/_astro/page.a1.js">'),
	file('review/concepts.json'),
	file('about/index.html', '<title>Q &amp; A · Sixfold</title>'),
	file('concepts/pca/index.html', '<title>PCA · Sixfold</title><script src="/_astro/page.a1.js">'),
	file('concepts/pca/sheet/index.html', '<link href="/_astro/sheet.a1.css">'),
	file('concepts/pca/prompts.json'),
	file('concepts/pca/listings/power.py'),
	file('search/concepts.json'),
	file('pagefind/pagefind.js'),
	file('pagefind/index/en_1.pf_index'),
	fragment('en_1.pf_fragment', 'pca'),
	fragment('en_2.pf_fragment', 'rag'),
	file('listings/python.json'),
	file('listings/frame.html'),
	file('_astro/page.a1.js', 'import("./part.a1.js")'),
	file('_astro/part.a1.js', '"/_astro/part.a1.css" import("./editor.a1.js")'),
	file('_astro/part.a1.css', 'url(/_astro/serif.a1.woff2)'),
	file('_astro/serif.a1.woff2'),
	file('_astro/sheet.a1.css'),
	file('_astro/suggest.a1.js'),
	file('_astro/editor.a1.js'),
	file('_astro/pyodide.asm.a1.wasm'),
];
const manifest = manifestOf(site);
const unitOf = (root: string, of = manifest) => {
	const unit = of.units.find((unit) => unit.root === root);
	if (!unit) throw new Error(`no unit ${root}`);
	return unit;
};
const pathsOf = (root: string) => filesOf(manifest, [unitOf(root)]).map(([path]) => path);

describe('the list of what is kept', () => {
	it('has a page with all that its scripts and styles lead to, its root last', () => {
		const all = ['_astro/page.a1.js', '_astro/part.a1.css', '_astro/part.a1.js', '_astro/serif.a1.woff2'];
		expect(pathsOf('review/').slice(0, -1).sort()).toEqual([...all, 'review/concepts.json'].sort());
		expect(pathsOf('review/').at(-1)).toBe('review/');
	});

	it('has a concept with its sheet, its data and its texts of the search index, and no other’s', () => {
		expect(pathsOf('concepts/pca/')).toEqual(
			expect.arrayContaining([
				'concepts/pca/sheet/',
				'concepts/pca/prompts.json',
				'concepts/pca/listings/power.py',
				'_astro/sheet.a1.css',
				'pagefind/fragment/en_1.pf_fragment',
			]),
		);
		expect(pathsOf('concepts/pca/')).not.toContain('pagefind/fragment/en_2.pf_fragment');
		expect(manifest.units.map(({ root }) => root)).not.toContain('concepts/pca/sheet/');
	});

	it('has the search index as a unit of its own, and Python with its editor as another', () => {
		expect(pathsOf('search/concepts.json').sort()).toEqual([
			'pagefind/index/en_1.pf_index',
			'pagefind/pagefind.js',
			'search/concepts.json',
		]);
		expect(unitOf('search/concepts.json').kind).toBe('core');
		expect(pathsOf('listings/python.json').sort()).toEqual([
			'_astro/editor.a1.js',
			'_astro/pyodide.asm.a1.wasm',
			'listings/frame.html',
			'listings/python.json',
		]);
	});

	it('knows what every visit brings, and what pages are called', () => {
		expect(manifest.units.filter(({ kind }) => kind === 'core').map(({ root }) => root)).toEqual([
			'',
			'review/',
			'search/concepts.json',
		]);
		expect(unitOf('about/').title).toBe('Q & A');
	});

	it('hashes what is not named by its content', () => {
		const hashed = manifest.files.filter(([, , , hash]) => hash !== undefined).map(([path]) => path);
		expect(hashed).toContain('review/concepts.json');
		expect(hashed.some((path) => path.startsWith('_astro/'))).toBe(false);
	});

	it('gives a unit another version when any of its files changes, and leaves the others', () => {
		const changed = manifestOf(
			site.map((one) => (one.address === 'review/concepts.json' ? file(one.address, 'new') : one)),
		);
		const differ = changed.units.filter((unit) => unit.version !== unitOf(unit.root).version);
		expect(differ.map(({ root }) => root)).toEqual(['review/']);
	});

	it('counts a file that several units need once', () => {
		const [home, review] = [unitOf(''), unitOf('review/')];
		const both = sizeOf(manifest, [home, review]).bytes;
		expect(both).toBeLessThan(sizeOf(manifest, [home]).bytes + sizeOf(manifest, [review]).bytes);
	});
});
