/** The runner, with a real Python: what it lets through, and what it refuses with the listing's own line. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pythonWith } from '../../../../src/build/python.ts';
import { type Limits, machines, packagesOf, run } from '../../../../src/listings/recording/run.ts';

let python: string;
beforeAll(async () => {
	python = await pythonWith([]);
});

const runSource = (source: string, limits?: Limits) =>
	run(python, { name: 'listing.py', source }, machines.own, limits);

describe('a listing that behaves', () => {
	it('prints what it prints, byte for byte, and tells on what it ran', async () => {
		const { output, python: version, packages, warnings } = await runSource("print('é', end='')");
		expect(output).toBe('é');
		expect(version).toMatch(/^3\.\d+\.\d+/);
		expect(packages).toEqual({});
		expect(warnings).toBe('');
	});

	it('runs as the main program, alone in an empty folder, with nothing to read', async () => {
		const { output } = await runSource(
			[
				'import os, sys',
				'from dataclasses import dataclass',
				'@dataclass',
				'class Pair:',
				'    left: int',
				'print(__name__, os.listdir(), sys.argv, repr(sys.stdin.read()), Pair(1))',
			].join('\n'),
		);
		expect(output).toBe("__main__ [] ['listing.py'] '' Pair(left=1)\n");
	});

	it('passes on what it writes to stderr', async () => {
		const { output, warnings } = await runSource('import warnings\nwarnings.warn("careful")\nprint(1)');
		expect(output).toBe('1\n');
		expect(warnings).toContain('careful');
	});
});

describe('a listing that does not is refused', () => {
	it.each([
		['a socket', 'import socket\n\nsocket.socket()', 'line 3, in <module>\n    socket.socket()\n', 'open a socket'],
		['a name to look up', 'import socket\nsocket.gethostbyname("example.org")', 'line 2', 'open a socket'],
		[
			'a download',
			'from urllib.request import urlopen\nurlopen("http://example.org")',
			'line 2, in <module>',
			'open a socket (urllib.Request)',
		],
		['a process', 'import subprocess\nsubprocess.run(["true"])', 'line 2', 'open another process (subprocess.Popen)'],
		['a shell', 'import os\nos.system("true")', 'line 2', 'open another process (os.system)'],
		['waiting', 'import time\nfor _ in range(4):\n    time.sleep(0.6)', 'line 3', 'A listing may wait for 2 s in all'],
		['a fork', 'import os\nos.fork()', 'line 2', 'open another process (os.fork)'],
		['memory', 'size = 5 * 2**30\nblock = bytearray(size)', 'line 2', 'A listing may use 4 GB of memory.'],
		['an exception', 'def half(x):\n    return x / 0\n\nhalf(1)', 'line 4', 'ZeroDivisionError: division by zero'],
		['a syntax error', 'x = 1\ny = = 2', 'line 2', 'SyntaxError'],
		['a package', 'import os\nimport pandas.core', 'line 2 imports pandas', 'allowed are the standard library, numpy'],
		['its own folder', 'from . import other', 'line 1', 'a module of its own folder'],
		['an exit', 'import sys\nsys.exit("gave up")', 'ended itself', 'gave up'],
		['input', 'name = input()', 'line 1', 'EOFError'],
		['a flood of output', 'for i in range(100000):\n    print(i)', 'prints more than', '64 kB'],
	])('%s', async (_, source, line, reason) => {
		const error = await runSource(source).catch((thrown: Error) => thrown.message);
		expect(error).toContain(line);
		expect(error).toContain(reason);
	});

	it('even when it catches the refusal', async () => {
		const source = 'import socket\ntry:\n    socket.socket()\nexcept OSError:\n    print("offline")';
		await expect(runSource(source)).rejects.toThrow('A listing must not open a socket (socket.__new__). It caught');
	});

	it('when it computes for too long, with the line it was at', async () => {
		const source = 'n = 0\nwhile True:\n    n += 1';
		await expect(runSource(source, { computing: 1, waiting: 100 })).rejects.toThrow(
			/^line [23], in <module>\n.*\n.*A listing may compute for 1 s\.$/,
		);
	});

	it('when it computes where Python cannot interrupt it', async () => {
		const source = 'sum(range(10**12))';
		await expect(runSource(source, { computing: 1, waiting: 100 })).rejects.toThrow('it computes for too long');
	});

	it('when it waits', async () => {
		const source = 'import threading\nthreading.Event().wait(30)';
		await expect(runSource(source, { computing: 20, waiting: 1 })).rejects.toThrow('It did not end within 1 s.');
	});
});

it('reads imports off the syntax tree', async () => {
	const listings = resolve('content/concepts/attention-mechanism/listings');
	const found = await packagesOf(python, [`${listings}/attend.py`, `${listings}/torch_check.py`]);
	expect(Object.values(found)).toEqual([[], ['torch']]);
});
