import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAP, type FromWorker, type ToWorker, type WorkerEnd } from '../../../../src/listings/running/protocol.ts';
import {
	ANSWER_LIMIT,
	PythonWorker,
	START_LIMIT,
	type WorkerLike,
} from '../../../../src/listings/running/pythonWorker.ts';
import type { Runtime } from '../../../../src/listings/running/runtime.ts';

const runtime = { script: 'the script' } as Runtime;
const program = { file: 'attend.py', source: 'print(1)' };
const end: WorkerEnd = { milliseconds: 1, dropped: 0, report: 'null' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A worker that answers as the test says. */
class FakeWorker implements WorkerLike {
	onmessage: WorkerLike['onmessage'] = null;
	onerror: WorkerLike['onerror'] = null;
	terminated = false;
	readonly asked: ToWorker[] = [];
	readonly #answer: (message: ToWorker) => FromWorker[];

	constructor(answer: (message: ToWorker) => FromWorker[]) {
		this.#answer = answer;
	}

	postMessage(message: ToWorker): void {
		this.asked.push(message);
		for (const answer of this.#answer(message)) {
			queueMicrotask(() => this.onmessage?.({ data: answer } as MessageEvent<FromWorker>));
		}
	}

	terminate(): void {
		this.terminated = true;
	}
}

function answering(message: ToWorker): FromWorker[] {
	if (message.kind === 'start') return [{ kind: 'started' }];
	if (message.kind === 'install') return [{ kind: 'installed' }];
	if (message.kind === 'imports') return [{ kind: 'imports', modules: '["math"]' }];
	const { run } = message;
	return [
		{ kind: 'output', run: run - 1, stream: 'out', bytes: bytes('of another run') },
		{ kind: 'running', run },
		{ kind: 'output', run, stream: 'out', bytes: bytes('1\n') },
		{ kind: 'ended', run, end },
	];
}

function pythonOf(answer: (message: ToWorker) => FromWorker[]) {
	const workers: FakeWorker[] = [];
	const python = new PythonWorker((script) => {
		expect(script).toBe(runtime.script);
		const worker = new FakeWorker(answer);
		workers.push(worker);
		return worker;
	});
	return { python, workers };
}

const running = (signal = new AbortController().signal) => ({ signal, onRunning: vi.fn(), onOutput: vi.fn() });

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a worker with Python', () => {
	it('keeps its worker for the next run', async () => {
		const { python, workers } = pythonOf(answering);
		const { signal } = new AbortController();
		await python.start(runtime, signal);
		const options = running();
		expect(await python.run(program, options)).toEqual(end);
		expect(options.onRunning).toHaveBeenCalledOnce();
		expect(options.onOutput.mock.calls).toEqual([['out', bytes('1\n')]]);
		await python.start(runtime, signal);
		expect(await python.run(program, running())).toEqual(end);
		expect(workers).toHaveLength(1);
	});

	it('tells what a program imports', async () => {
		const { python } = pythonOf(answering);
		const { signal } = new AbortController();
		await python.start(runtime, signal);
		expect(await python.imports('import math', signal)).toEqual(['math']);
	});

	it('knows what is installed, until its worker is gone', async () => {
		const { python } = pythonOf(answering);
		const stop = new AbortController();
		await python.start(runtime, stop.signal);
		await python.install([{ name: 'numpy', file: 'numpy.whl', bytes: new ArrayBuffer(0) }], stop.signal);
		expect(python.hasInstalled('numpy')).toBe(true);
		stop.abort();
		await expect(python.run(program, running(stop.signal))).rejects.toThrow();
		await python.start(runtime, new AbortController().signal);
		expect(python.hasInstalled('numpy')).toBe(false);
	});

	it('ends its worker when a run is stopped, and starts another', async () => {
		const { python, workers } = pythonOf((message) =>
			message.kind === 'run' ? [{ kind: 'running', run: message.run }] : answering(message),
		);
		const stop = new AbortController();
		await python.start(runtime, stop.signal);
		const run = python.run(program, running(stop.signal));
		await Promise.resolve();
		stop.abort(new Error('stopped'));
		await expect(run).rejects.toThrow('stopped');
		expect(workers[0]?.terminated).toBe(true);
		expect(python.isStarted).toBe(false);
		await python.start(runtime, new AbortController().signal);
		expect(workers).toHaveLength(2);
	});

	it('lets a program run for as long as it takes, once the worker has said that it runs', async () => {
		const { python, workers } = pythonOf((message) =>
			message.kind === 'run' ? [{ kind: 'running', run: message.run }] : answering(message),
		);
		await python.start(runtime, new AbortController().signal);
		const ended = python.run(program, running());
		await vi.advanceTimersByTimeAsync(100 * ANSWER_LIMIT);
		workers[0]?.onmessage?.({ data: { kind: 'ended', run: 1, end } } as MessageEvent<FromWorker>);
		expect(await ended).toEqual(end);
	});
});

describe('a worker with Python gives up, and says why,', () => {
	it.each([
		['a worker that never starts', 'silent', START_LIMIT, () => []],
		[
			'a policy that forbids WebAssembly',
			'forbidden',
			0,
			() => [{ kind: 'failed', reason: 'forbidden', detail: '' } as const],
		],
		[
			'an interpreter that breaks',
			'broken',
			0,
			() => [{ kind: 'failed', reason: 'broken', detail: 'out of memory' } as const],
		],
	])('%s', async (_what, reason, after, answer) => {
		const { python, workers } = pythonOf(answer);
		const started = python.start(runtime, new AbortController().signal);
		const failed = expect(started).rejects.toMatchObject({ reason });
		await vi.advanceTimersByTimeAsync(after);
		await failed;
		expect(workers[0]?.terminated).toBe(true);
		expect(python.isStarted).toBe(false);
	});

	it('a worker that cannot be made', async () => {
		const { python, workers } = pythonOf(() => []);
		const started = python.start(runtime, new AbortController().signal);
		workers[0]?.onerror?.('');
		await expect(started).rejects.toMatchObject({ reason: 'unloadable' });
	});

	it('a program that sends more than the page takes', async () => {
		const { python, workers } = pythonOf((message) => {
			if (message.kind !== 'run') return answering(message);
			const { run } = message;
			const half = { kind: 'output', run, stream: 'out', bytes: new Uint8Array(CAP / 2) } as const;
			return [{ kind: 'running', run }, half, half, { ...half, bytes: new Uint8Array(1) }, { kind: 'ended', run, end }];
		});
		await python.start(runtime, new AbortController().signal);
		const options = running();
		await expect(python.run(program, options)).rejects.toMatchObject({ reason: 'broken' });
		expect(options.onOutput).toHaveBeenCalledTimes(2);
		expect(workers[0]?.terminated).toBe(true);
	});

	it('a worker that does not answer a run', async () => {
		const { python } = pythonOf((message) => (message.kind === 'run' ? [] : answering(message)));
		await python.start(runtime, new AbortController().signal);
		const failed = expect(python.run(program, running())).rejects.toMatchObject({ reason: 'silent' });
		await vi.advanceTimersByTimeAsync(ANSWER_LIMIT);
		await failed;
	});
});
