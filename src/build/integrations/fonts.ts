/**
 * Cuts every font file of the built site down to what its pages set: the characters, and the weights and widths that
 * the `@font-face` rule declares. Faces that no page needs are dropped, file and rule, and so are the rules of KaTeX's
 * stylesheet that fit no formula. Names keep the hash of what is in the file, through all that mention them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import subsetFont from 'subset-font';
import { codeParts, ResultCache } from '../../resultCache.ts';
import { carryNames, hashedName, withNames } from '../fonts/assetNames.ts';
import { type FontFace, fontFacesIn, type Span } from '../fonts/fontFaces.ts';
import { type FaceChoice, formulaFontRulesIn } from '../fonts/katexFaces.ts';
import { withoutUnusedFormulaRules } from '../fonts/katexRules.ts';
import { onlyWoff2 } from '../fonts/onlyWoff2.ts';
import { axesOf, charactersOf } from '../fonts/openType.ts';
import { addPage, addSource, addUsage, type FontUsage, noUsage, readUsage, writeUsage } from '../fonts/usage.ts';

export default function fonts(): AstroIntegration {
	return {
		name: 'fonts',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({ vite: { css: { postcss: { plugins: [onlyWoff2] } } } });
			},
			'astro:build:done': ({ dir, logger }) => subsetFonts(fileURLToPath(dir), logger),
		},
	};
}

interface BuiltFile {
	readonly path: string;
	readonly name: string;
}

/** A stylesheet or a script, whose name tells what is in it. */
interface HashedFile extends BuiltFile {
	readonly content: string;
}

interface FontFile {
	/** Path without the file's name. */
	readonly folder: string;
	readonly bytes: Buffer;
}

async function subsetFonts(root: string, logger: AstroIntegrationLogger): Promise<void> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const named = (pattern: RegExp): BuiltFile[] =>
		files
			.filter(({ name }) => pattern.test(name))
			.map(({ name, parentPath }) => ({ name, path: join(parentPath, name) }));
	const hashed: HashedFile[] = await Promise.all(
		named(/\.(css|js)$/).map(async (file) => ({ ...file, content: await readFile(file.path, 'utf8') })),
	);
	// Pages and data are read one after the other, and again when names change: all of a large site do not fit into memory.
	const read = named(/\.(html|json)$/);
	const fontFiles = new Map<string, FontFile>();
	for (const { name, parentPath } of files) {
		if (name.endsWith('.woff2'))
			fontFiles.set(name, { folder: parentPath, bytes: await readFile(join(parentPath, name)) });
	}

	const css = hashed
		.filter(({ name }) => name.endsWith('.css'))
		.map(({ content }) => content)
		.join('\n');
	const faces = fontFacesIn(css).filter(({ file }) => file && fontFiles.has(file));
	const usage = await usageOf(hashed, read, css);
	const kept = await cutFaces(faces, usage, fontFiles, logger);

	const unused = faces.filter(({ file }) => file && !kept.has(file)).map(({ rule }) => rule);
	const names = carryNames(
		new Map(hashed.map(({ name, content }) => [name, content])),
		new Map([...kept].map(([name, bytes]) => [name, hashedName(name, bytes)])),
	);
	for (const { path } of read) {
		const content = readFileSync(path, 'utf8');
		const result = withNames(content, names);
		if (result !== content) writeFileSync(path, result);
	}
	for (const { path, name, content } of hashed) {
		let result = withNames(content, names);
		if (name.endsWith('.css')) {
			for (const rule of unused) result = result.replace(withNames(rule, names), '');
			result = withoutUnusedFormulaRules(result, usage.classes, usage.elements);
		}
		if (result !== content) writeFileSync(path, result);
		if (names.has(name)) await rename(path, path.slice(0, -name.length) + names.get(name));
	}
	for (const [name, { folder }] of fontFiles) {
		await rm(join(folder, name));
		const bytes = kept.get(name);
		if (bytes) await writeFile(join(folder, names.get(name) ?? name), bytes);
	}

	const total = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
	logger.info(`${kept.size} of ${fontFiles.size} font files are used, ${Math.round(total / 1000)} kB in all`);
}

const keptUsage = new ResultCache('font-usage', codeParts);

async function usageOf(hashed: readonly HashedFile[], read: readonly BuiltFile[], css: string): Promise<FontUsage> {
	const usage = noUsage();
	const rules = formulaFontRulesIn(css);
	for (const { content } of hashed) addSource(usage, content);
	for (const { path, name } of read) {
		const content = readFileSync(path, 'utf8');
		if (name.endsWith('.html')) {
			const page = await keptUsage.getText([JSON.stringify(rules), content], async () => {
				const used = noUsage();
				addPage(used, content, rules);
				return writeUsage(used);
			});
			addUsage(usage, readUsage(page));
		} else addSource(usage, content);
	}
	return usage;
}

const keptFonts = new ResultCache('fonts', codeParts);

/** As `subsetFont`, once for each font and cut. */
function cut(
	bytes: Buffer,
	characters: string | undefined,
	options: Parameters<typeof subsetFont>[2],
): Promise<Buffer> {
	const parts = [bytes, JSON.stringify([characters ?? null, options])];
	return keptFonts.get(parts, () => subsetFont(bytes, characters, options));
}

/** The cut files by old name; a face that sets nothing has none. */
async function cutFaces(
	faces: readonly FontFace[],
	usage: FontUsage,
	files: ReadonlyMap<string, FontFile>,
	logger: AstroIntegrationLogger,
): Promise<Map<string, Buffer>> {
	const formulas = charactersByFormulaFace(faces, usage);
	const kept = new Map<string, Buffer>();
	const leftOver = new Set(usage.text);
	for (const face of faces) {
		const bytes = face.file && files.get(face.file)?.bytes;
		if (!bytes || !face.file) continue;
		const font = await cut(bytes, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt' });
		const settable = charactersOf(font);
		const inFormulas = formulas.get(face) ?? [];
		const missing = [...inFormulas].filter((point) => !settable.has(point));
		if (missing.length > 0) throw new Error(`${face.file} cannot set ${listed(missing)}, which a formula asks of it`);
		const inText = isFormulaFace(face)
			? []
			: [...usage.text].filter((point) => face.covers(point) && settable.has(point));
		for (const point of inText) leftOver.delete(point);
		const characters = [...inFormulas, ...inText].sort((a, b) => a - b);
		if (characters.length === 0) continue;
		kept.set(
			face.file,
			await cut(font, String.fromCodePoint(...characters), {
				targetFormat: 'woff2',
				variationAxes: limitsOf(face, axesOf(font)),
			}),
		);
	}
	if (leftOver.size > 0) logger.debug(`the reader's own fonts set ${listed([...leftOver])}`);
	return kept;
}

function isFormulaFace({ family }: FontFace): boolean {
	return family.startsWith('KaTeX_');
}

/** The part of each axis that the face's rule declares. */
function limitsOf(face: FontFace, axes: readonly string[]): Record<string, number | Span> {
	const declared = { wght: face.weight, wdth: face.stretch };
	return Object.fromEntries(
		Object.entries(declared)
			.filter(([axis]) => axes.includes(axis))
			.map(([axis, span]) => [axis, span.min === span.max ? span.min : span]),
	);
}

function charactersByFormulaFace(faces: readonly FontFace[], usage: FontUsage): Map<FontFace, Set<number>> {
	const byFace = new Map<FontFace, Set<number>>();
	for (const { choice, characters } of usage.formulas.values()) {
		const face = nearestFace(faces, choice);
		if (!face) throw new Error(`a formula asks for ${choice.family}, which no stylesheet declares`);
		byFace.set(face, (byFace.get(face) ?? new Set()).union(characters));
	}
	return byFace;
}

/** The face a browser takes: the family decides, then the slant, then the weight. */
function nearestFace(faces: readonly FontFace[], { family, bold, italic }: FaceChoice): FontFace | undefined {
	const distance = (face: FontFace) => (face.italic === italic ? 0 : 2) + (face.weight.max >= 600 === bold ? 0 : 1);
	return faces.filter((face) => face.family === family).sort((a, b) => distance(a) - distance(b))[0];
}

function listed(points: readonly number[]): string {
	return [...points]
		.sort((a, b) => a - b)
		.map((point) => `${String.fromCodePoint(point)} (U+${point.toString(16).toUpperCase().padStart(4, '0')})`)
		.join(', ');
}
