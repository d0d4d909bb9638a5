/** A thread that compresses what it is sent (`compressing.ts`). */
import { parentPort } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What every reader gets, whichever pages they read, is worth the best there is. */
const BEST = constants.BROTLI_MAX_QUALITY;
/** A fiftieth larger, in two fifths of the time: half of a build would go into these few bytes. */
const GOOD = 10;
/** A tenth larger, in a fiftieth of the time. */
const QUICK = 7;

const brotli = (quality: number) => (content: Uint8Array) =>
	brotliCompressSync(content, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
		},
	});

/** What is kept of earlier builds is found by these names: other settings need other names. */
const methods = {
	'best br': brotli(BEST),
	'good br': brotli(GOOD),
	'quick br': brotli(QUICK),
	gz: (content: Uint8Array) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
} as const;

export type Method = keyof typeof methods;

/** What the thread is sent, and answers with the bytes. */
export interface Task {
	readonly method: Method;
	readonly content: Uint8Array;
}

parentPort?.on('message', ({ method, content }: Task) => parentPort?.postMessage(methods[method](content)));
