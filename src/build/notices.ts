/** The license texts of what the built site carries of others: their licenses ask for it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code or fonts reach a reader. */
export interface Notice {
	readonly name: string;
	readonly version: string;
	/** As the package says: `MIT`, `OFL-1.1`. */
	readonly license: string;
	readonly text: string;
}

/** What reaches readers without passing through the bundler: formulas and their fonts, typefaces, the search engine, Python. */
export const copied = [
	'katex',
	'@fontsource-variable/gelasio',
	'@fontsource-variable/instrument-sans',
	'@fontsource/ibm-plex-mono',
	'pagefind',
	'pyodide',
] as const;

/** Texts that a package names and does not bring. */
const texts = (license: string): string | undefined => {
	const file = join('src', 'build', 'licenses', `${license}.txt`);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/** The package that a module belongs to, from its path; undefined for our own. */
export function packageOf(module: string): string | undefined {
	return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];
}

/** Reads a package's own words. @throws when it brings no license text and we keep none for its license: it may not be shipped so. */
export function noticeOf(name: string, folder = join('node_modules', name)): Notice {
	const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const files = readdirSync(folder, { withFileTypes: true, recursive: false });
	const own = files.find((file) => /^licen[cs]e/i.test(file.name));
	const path = own && (own.isDirectory() ? join(folder, own.name, 'LICENSE') : join(folder, own.name));
	const text = path ? readFileSync(path, 'utf8') : texts(license);
	if (!text)
		throw new Error(
			`${name} ${version} (${license}) brings no license text: put it into src/build/licenses/${license}.txt`,
		);
	return { name, version, license, text: text.trim() };
}

/** One text file, sorted by name, the same for the same packages. */
export function noticesFile(notices: readonly Notice[]): string {
	const python: Notice = {
		name: 'CPython, its standard library, and what they contain',
		version: 'as part of Pyodide',
		license: 'PSF-2.0',
		text: texts('Python') ?? '',
	};
	const sections = [...notices].sort((a, b) => (a.name < b.name ? -1 : 1)).concat(python);
	const line = '-'.repeat(80);
	return [
		'Sixfold ships parts of these works of others, under these licenses.\n',
		...sections.map(
			({ name, version, license, text }) => `${line}\n${name} ${version} (${license})\n${line}\n\n${text}\n`,
		),
	].join('\n');
}
