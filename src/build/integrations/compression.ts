/**
 * Writes `.br` and `.gz` beside each built file that becomes smaller by them, for hosts that serve such files instead of compressing at
 * each request: `npm start`, nginx with `gzip_static` and `brotli_static`, Caddy with `precompressed`. Others ignore them.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ResultCache } from '../../resultCache.ts';
import { compress } from '../compressing.ts';
import type { Method } from '../compressor.ts';

/** What is text, or as repetitive as text; pictures, fonts, archives and Pagefind's files are compressed already. */
const compressible = /\.(?:html|css|m?js|json|svg|xml|txt|md|ipynb|py|out|webmanifest|wasm)$/;

/** In bytes. A smaller file fits into the first packets anyway. */
const LEAST = 1024;

/** Compressing a site takes a minute, and most of it is as in the build before. */
const kept = new ResultCache('compressed', () => [process.versions.brotli ?? '', process.versions.zlib ?? '']);

/** What every reader gets, whichever concepts they read: styles, scripts, and the pages beside the concepts, with their data. Of paths below the site's root. */
const shared = /\.(?:css|m?js)$|^(?!concepts[\\/]).*\.(?:html|json)$/;

/** What readers take away, one at a time, and no page waits for. */
const takenAway = /\.(?:md|ipynb|py|out|txt)$/;

function methodFor(file: string): Method {
	if (shared.test(file)) return 'best br';
	return takenAway.test(file) ? 'quick br' : 'good br';
}

/** @param hash Of the content: that it is asked for by two methods is no reason to read it twice. */
const compressed = (method: Method, content: Buffer, hash = sha256(content)): Promise<Buffer> =>
	kept.get([method, hash], () => compress(method, content));

const sha256 = (content: Buffer): Buffer => createHash('sha256').update(content).digest();

/** By far the largest file, which a build only copies: compressing it takes as long as rendering all pages. */
const interpreter = createRequire(import.meta.url).resolve('pyodide/pyodide.asm.wasm');

/** Runs after everything that writes or changes files. */
export default function compression(): AstroIntegration {
	let begun: Promise<unknown> | undefined;
	return {
		name: 'compression',
		hooks: {
			// Beside the rendering, which keeps one processor busy.
			'astro:build:start': () => {
				begun = readFile(interpreter).then((content) => compressed('good br', content));
				// Told when it is waited for.
				begun.catch(() => {});
			},
			'astro:build:done': async ({ dir, logger }) => {
				await begun;
				const { before, after } = await compressSite(fileURLToPath(dir));
				logger.info(`${megabytes(before)} MB that compress are ${megabytes(after)} MB as .br`);
			},
		},
	};
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/**
 * Writes the compressed files of a built site.
 *
 * @returns Bytes of what compresses, and of the same as `.br`.
 */
async function compressSite(root: string): Promise<{ before: number; after: number }> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const waiting = entries.filter((entry) => entry.isFile() && compressible.test(entry.name)).values();
	let [before, after] = [0, 0];
	const worker = async (): Promise<void> => {
		for (const { parentPath, name } of waiting) {
			const { length, packed } = await compressFile(root, relative(root, join(parentPath, name)));
			if (length < LEAST) continue;
			before += length;
			after += packed ?? length;
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, worker));
	return { before, after };
}

/**
 * Writes the compressed files of one file.
 *
 * @param file Its path below the site's root.
 * @returns Its bytes, and those of its `.br` if there is one.
 */
export async function compressFile(
	root: string,
	file: string,
): Promise<{ length: number; packed?: number | undefined }> {
	const path = join(root, file);
	const content = readFileSync(path);
	const { length } = content;
	if (length < LEAST) return { length };
	const hash = sha256(content);
	/** @returns Bytes of the compressed file; undefined when it would not be smaller, and is not written. */
	const write = async (extension: 'br' | 'gz', method: Method): Promise<number | undefined> => {
		const smaller = await compressed(method, content, hash);
		if (smaller.length >= length) return undefined;
		writeFileSync(`${path}.${extension}`, smaller);
		return smaller.length;
	};
	const [packed] = await Promise.all([write('br', methodFor(file)), write('gz', 'gz')]);
	return { length, packed };
}
