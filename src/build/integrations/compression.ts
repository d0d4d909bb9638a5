/**
 * Writes `.br` and `.gz` beside each built file that becomes smaller by them, for hosts that serve such files instead of compressing at
 * each request: `npm start`, nginx with `gzip_static` and `brotli_static`, Caddy with `precompressed`. Others ignore them.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { ResultCache } from '../resultCache.ts';

/** What is text, or as repetitive as text; pictures, fonts, archives and Pagefind's files are compressed already. */
const compressible = /\.(?:html|css|m?js|json|svg|xml|txt|md|ipynb|py|out|webmanifest|wasm)$/;

/** In bytes. A smaller file fits into the first packets anyway. */
const LEAST = 1024;

/** Compressing a site takes a minute, and most of it is as in the build before. */
const kept = new ResultCache('compressed', () => [process.versions.brotli ?? '', process.versions.zlib ?? '']);

/** A change of these settings needs a name of its own, as results are kept by it. */
const methods = {
	br: (content: Buffer) =>
		promisify(brotliCompress)(content, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
				[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
			},
		}),
	gz: (content: Buffer) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
} as const;
type Method = keyof typeof methods;

/** Runs after everything that writes or changes files. */
export default function compression(): AstroIntegration {
	return {
		name: 'compression',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
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
export async function compressSite(root: string): Promise<{ before: number; after: number }> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const waiting = entries.filter((entry) => entry.isFile() && compressible.test(entry.name)).values();
	let [before, after] = [0, 0];
	const worker = async (): Promise<void> => {
		for (const { parentPath, name } of waiting) {
			const path = join(parentPath, name);
			const { length, packed } = await compressFile(path);
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
 * @returns Its bytes, and those of its `.br` if there is one.
 */
export async function compressFile(path: string): Promise<{ length: number; packed?: number | undefined }> {
	const content = await readFile(path);
	const { length } = content;
	if (length < LEAST) return { length };
	const [packed] = await Promise.all([compress(path, content, 'br'), compress(path, content, 'gz')]);
	return { length, packed };
}

/** @returns Bytes of the compressed file; undefined when it would not be smaller, and is not written. */
async function compress(path: string, content: Buffer, method: Method): Promise<number | undefined> {
	const compressed = await kept.get([method, content], () => methods[method](content));
	if (compressed.length >= content.length) return undefined;
	await writeFile(`${path}.${method}`, compressed);
	return compressed.length;
}
