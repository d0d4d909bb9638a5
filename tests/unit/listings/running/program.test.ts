/** Runs programs in the interpreter that the page uses, here in Node. */
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { describe, expect, it } from 'vitest';

const python = await loadPyodide({
	lockFileContents: JSON.stringify({
		info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: '3.14.2' },
		packages: {},
	}),
	packageBaseUrl: 'https://packages.invalid/',
});
const namespace = python.globals.get('dict')();
python.runPython(readFileSync('src/listings/running/program.py', 'utf8'), { globals: namespace });
const runProgram: (source: string, file: string) => string = namespace.get('run');

function run(source: string) {
	const printed = { out: '', err: '' };
	const decoder = new TextDecoder();
	const into = (stream: 'out' | 'err') => ({
		write: (bytes: Uint8Array) => {
			printed[stream] += decoder.decode(bytes);
			return bytes.length;
		},
	});
	python.setStdout(into('out'));
	python.setStderr(into('err'));
	const end = JSON.parse(runProgram(source, 'attend.py'));
	return { ...printed, end };
}

describe('a program', () => {
	it('prints', () => {
		expect(run('print(1)\nprint("é", end="")')).toMatchObject({ out: '1\né', err: '', end: null });
	});

	it('is the main module, under its own name, alone in an empty folder', () => {
		const source = 'import os, sys\nprint(__name__, __file__, sys.argv, os.listdir())\nopen("left", "w").close()';
		expect(run(source).out).toBe("__main__ attend.py ['attend.py'] []\n");
		expect(run(source).out).toBe("__main__ attend.py ['attend.py'] []\n");
	});

	it('finds nothing of the one before', () => {
		run(
			'import statistics, builtins, sys\nleft = 1\nstatistics.left = 1\nbuiltins.left = 1\nsys.path.append("/left")\nbuiltins.print = None',
		);
		const { out } = run(
			'import statistics, sys\nprint("left" in globals(), hasattr(statistics, "left"), hasattr(__builtins__, "left"), "/left" in sys.path)',
		);
		expect(out).toBe('False False False False\n');
	});

	it('defines dataclasses and enumerations, which look their module up', () => {
		const source = 'from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\nprint(P(1))';
		expect(run(source)).toMatchObject({ out: 'P(x=1)\n', end: null });
	});
});

describe('an error', () => {
	it('has the line of the listing, and a traceback of its frames alone', () => {
		const { err, end } = run('def f(x):\n    return 1 / x\n\nf(0)');
		expect(end).toEqual({ type: 'ZeroDivisionError', message: 'division by zero', line: 2, hint: null });
		expect(err).toMatch(/^Traceback \(most recent call last\):\n {2}File "attend.py", line 4, in <module>\n {4}f\(0\)/);
		expect(err).not.toContain('program.py');
	});

	it('may be in the way it is written', () => {
		const { err, end } = run('x = 1\nprint(x');
		expect(end).toMatchObject({ type: 'SyntaxError', line: 2, message: "'(' was never closed" });
		expect(err).toMatch(/^ {2}File "attend.py", line 2\n/);
	});

	it('deep in the standard library has the line that led there', () => {
		expect(run('import json\n\njson.loads("{")').end).toMatchObject({ type: 'JSONDecodeError', line: 3 });
	});

	it('leaves what was printed before, and the next program in good order', () => {
		expect(run('import sys, io\nprint("before")\nsys.stdout = io.StringIO()\nraise ValueError').out).toBe('before\n');
		expect(run('print("after")').out).toBe('after\n');
	});

	it('may go very deep', () => {
		expect(run('def f(): f()\nf()').end).toMatchObject({ type: 'RecursionError', line: 1 });
	});

	it.each([
		['exit', 'import sys\nsys.exit("no data")', { type: 'SystemExit', message: 'no data' }],
		['input', 'input("name?")', { type: 'EOFError', message: expect.stringContaining('nobody to ask') }],
		[
			'network',
			'import urllib.request\nurllib.request.urlopen("http://x.invalid")',
			{ message: expect.stringContaining('no network') },
		],
		[
			'socket',
			'import socket\nsocket.create_connection(("127.0.0.1", 1))',
			{ message: expect.stringContaining('no network') },
		],
		['process', 'import subprocess\nsubprocess.run(["ls"])', { type: 'OSError', hint: 'process' }],
		['module', 'import torch', { type: 'ModuleNotFoundError', message: "No module named 'torch'", hint: 'module' }],
		['thread', 'import threading\nthreading.Thread(target=print).start()', { hint: 'thread' }],
	])('says in words what a browser cannot do: %s', (_what, source, expected) => {
		expect(run(source).end).toMatchObject(expected);
	});

	it('is none when the program exits as it should', () => {
		expect(run('import sys\nprint(1)\nsys.exit()')).toMatchObject({ out: '1\n', end: null });
	});
});
