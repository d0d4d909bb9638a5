/**
 * Compresses in threads of their own, one for each processor. An encoder holds tens of megabytes, and V8 counts them as of the thread that asked
 * for it: the thread that holds a whole site would look through all that it holds after every other file.
 */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Method, Task } from './compressor.ts';

/** Threads that have nothing to do. They keep no process from its end. */
const idle: Worker[] = [];
let started = 0;
/** Those who wait until a thread has nothing to do. */
const waiting: ((thread: Worker) => void)[] = [];

function start(): Worker {
	started++;
	return new Worker(new URL('compressor.ts', import.meta.url));
}

function take(): Worker | Promise<Worker> {
	const thread = idle.pop() ?? (started < availableParallelism() ? start() : undefined);
	return thread ?? new Promise((resolve) => waiting.push(resolve));
}

function giveBack(thread: Worker): void {
	const next = waiting.shift();
	if (next) {
		next(thread);
		return;
	}
	thread.unref();
	idle.push(thread);
}

/**
 * What a content is as compressed.
 *
 * @throws what the thread stopped with
 */
export async function compress(method: Method, content: Uint8Array): Promise<Buffer> {
	const thread = await take();
	thread.ref();
	const task: Task = { method, content };
	thread.postMessage(task);
	try {
		const [bytes] = (await once(thread, 'message')) as [Uint8Array];
		giveBack(thread);
		return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	} catch (error) {
		// A thread that failed has stopped; another takes its place.
		started--;
		waiting.shift()?.(start());
		throw error;
	}
}
