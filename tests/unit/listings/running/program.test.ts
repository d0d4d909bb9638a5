/** Runs programs in the interpreter that the page uses, here in Node. */
import { describe, expect, it } from 'vitest';
import { openPage } from '../../../../src/listings/recording/page.ts';

const page = await openPage();
const { runner } = page;
const run = (source: string) => page.run({ name: 'attend.py', source });

describe('a program', () => {
	it('prints', () => {
		expect(run('print(1)\nprint("é", end="")')).toMatchObject({ out: '1\né', err: '', end: null });
	});

	it('is the main module, under its own name, alone in an empty folder', () => {
		const source = 'import os, sys\nprint(__name__, __file__, sys.argv, os.listdir())\nopen("left", "w").close()';
		expect(run(source).out).toBe("__main__ /home/program/attend.py ['attend.py'] []\n");
		expect(run(source).out).toBe("__main__ /home/program/attend.py ['attend.py'] []\n");
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

	it.each([
		[
			'the form of a log',
			'import logging\nlogging.basicConfig(level="INFO", format="A %(message)s")',
			'import logging, sys\nlogging.basicConfig(level="INFO", format="B %(message)s", stream=sys.stdout)\nlogging.info("x")',
			'B x\n',
		],
		[
			'a seed',
			'import random\nrandom.seed(1)\nrandom.gauss(0, 1)',
			'import random\na = random.getstate()\nrandom.seed(1)\nrandom.gauss(0, 1)\nprint(a == random.getstate())',
			'False\n',
		],
		['a collector that is off', 'import gc\ngc.disable()', 'import gc\nprint(gc.isenabled())', 'True\n'],
		[
			'an input',
			'import io, sys\nsys.stdin = io.StringIO("left")',
			'import sys\nprint(repr(sys.stdin.read()))',
			"''\n",
		],
		[
			'what happens to warnings',
			'import warnings\nwarnings.simplefilter("error")',
			'import warnings, sys\nwarnings.showwarning = lambda m, *_: print(m)\nwarnings.warn("seen")',
			'seen\n',
		],
		[
			'an environment',
			'import os\nos.environ["LEFT"] = "1"\ndel os.environ["HOME"]',
			'import os\nprint(os.environ.get("LEFT"), "HOME" in os.environ, os.getenv("HOME") is None)',
			'None True False\n',
		],
		[
			'a function in place of another',
			'import json, os\njson.dumps = os.getcwd = json.JSONEncoder.default = lambda *_: "left"',
			'import json, os\nprint(json.dumps([1]), os.getcwd())\ntry: json.dumps(print)\nexcept TypeError: print("refused")',
			'[1] /home/listing\nrefused\n',
		],
		[
			'a module that it took away',
			'import sys, json\ndel sys.modules["json"], sys.modules["re"].compile',
			'import json, re\nprint(json.loads("1"), bool(re.compile("a")))',
			'1 True\n',
		],
		[
			'the precision of decimals',
			'import decimal\ndecimal.getcontext().prec = 3',
			'import decimal\nprint(decimal.getcontext().prec)',
			'28\n',
		],
		['closed streams', 'import sys\nsys.stdout.close()\nsys.stderr.close()', 'print("out")', 'out\n'],
		[
			'files',
			'import tempfile\nopen(tempfile.gettempdir() + "/left", "w").close()',
			'import os\nprint(os.listdir("/tmp"))',
			'[]\n',
		],
		[
			'a tracer',
			'import sys\nsys.settrace(lambda *_: None)\nsys.tracebacklimit = 0',
			'import sys\nprint(sys.gettrace(), hasattr(sys, "tracebacklimit"))',
			'None False\n',
		],
		[
			'an entry of a table',
			'import copyreg, string\ncopyreg.dispatch_table[1] = 2\nstring.digits = ""',
			'import copyreg, string\nprint(1 in copyreg.dispatch_table, string.digits)',
			'False 0123456789\n',
		],
	])('finds nothing of the one before: %s', (_what, first, second, printed) => {
		expect(run(first).end).toBeNull();
		expect(run(second)).toEqual({ out: printed, err: '', end: null });
	});

	it('may name a character, as often as it runs', () => {
		// Python keeps pointing into the module that knows the names; without it, the third run broke the interpreter.
		const source = 'kept = [bytes(n % 300) for n in range(30_000)]\nprint("\\N{CHICKEN}" == "\\U0001F414", kept[2])';
		for (let time = 0; time < 4; time++)
			expect(run(source)).toEqual({ out: "True b'\\x00\\x00'\n", err: '', end: null });
	});

	it('runs what it left for its end, and lets go of what it made', () => {
		const source = [
			'import atexit',
			'class Held:',
			'    def __del__(self): print("let go")',
			'atexit.register(print, "at the end")',
			'held = Held()',
			'print("last line")',
		];
		expect(run(source.join('\n'))).toEqual({ out: 'last line\nat the end\nlet go\n', err: '', end: null });
		expect(run('pass').out).toBe('');
	});

	it('reads the input that it puts in place of standard input', () => {
		const source = 'import io, sys\nsys.stdin = io.StringIO("3 4\\n")\na, b = map(int, input().split())\nprint(a + b)';
		expect(run(source)).toMatchObject({ out: '7\n', end: null });
	});

	it('may read its own source', () => {
		expect(run('print(open(__file__).read(), end="")\n# é').out).toBe('print(open(__file__).read(), end="")\n# é');
	});

	it('runs coroutines, one after another and side by side', () => {
		const source = [
			'import asyncio',
			'async def after(seconds, word):',
			'    await asyncio.sleep(seconds)',
			'    print(word)',
			'async def main():',
			'    await asyncio.gather(after(0.02, "second"), after(0.01, "first"))',
			'    async with asyncio.timeout(0.01):',
			'        await asyncio.Event().wait()',
			'try: asyncio.run(main())',
			'except TimeoutError: print("too late")',
		];
		for (let time = 0; time < 2; time++) {
			expect(run(source.join('\n'))).toEqual({ out: 'first\nsecond\ntoo late\n', err: '', end: null });
		}
	});

	it('is told of a wait that never ends', () => {
		const { end } = run('import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())');
		expect(end).toMatchObject({ type: 'RuntimeError', line: 4, message: expect.stringContaining('nothing is left') });
	});

	it('ends where it says, without more', () => {
		expect(run('import os\nprint("before", flush=True)\nos._exit(0)\nprint("after")')).toEqual({
			out: 'before\n',
			err: '',
			end: null,
		});
	});

	it('defines dataclasses and enumerations, which look their module up', () => {
		const source = 'from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\nprint(P(1))';
		expect(run(source)).toMatchObject({ out: 'P(x=1)\n', end: null });
	});
});

describe('what a program imports', () => {
	it.each([
		['modules', 'import math, random as r\nfrom collections.abc import Callable', ['collections', 'math', 'random']],
		['after another statement', 'import time; import numpy as np', ['numpy', 'time']],
		[
			'inside a function, a condition, over two lines',
			'def f():\n    if True: import os, \\\n        numpy',
			['numpy', 'os'],
		],
		[
			'by a call',
			'import importlib\nimportlib.import_module("numpy.linalg")\n__import__("scipy")',
			['importlib', 'numpy', 'scipy'],
		],
		['nothing in texts and comments, nor of its own folder', '# import numpy\nx = "import scipy"\nfrom . import y', []],
		['nothing when it cannot be read', 'import numpy\nprint(', []],
	])('%s', (_what, source, modules) => {
		expect(JSON.parse(runner.imports(source))).toEqual(modules);
	});
});

describe('an error', () => {
	it('has the line of the listing, and a traceback of its frames alone', () => {
		const { err, end } = run('def f(x):\n    return 1 / x\n\nf(0)');
		expect(end).toEqual({ type: 'ZeroDivisionError', message: 'division by zero', line: 2, hint: null, module: null });
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

	it.each([
		['Python', 'def f(): f()', 'f()', 1],
		['the text of an object', 'class A:\n    def __repr__(self): return repr(self)', 'repr(A())', 2],
		['a missing attribute', 'class A:\n    def __getattr__(self, name): return getattr(self, name)', 'A().x', 2],
		['a key function', 'def key(x): return sorted([x], key=key)', 'key(1)', 1],
		['a partial function', 'import functools\ndef f(): functools.partial(f)()', 'f()', 2],
		['a cached function', 'import functools\n@functools.cache\ndef f(n): return f(n + 1)', 'f(0)', 3],
	])('of a recursion without end has its line, and what was printed before stands: %s', (_what, made, called, line) => {
		const { out, end } = run(`${made}\nprint('start')\n${called}`);
		expect(out).toBe('start\n');
		expect(end?.type).toBe('RecursionError');
		expect([line, made.split('\n').length + 2]).toContain(end?.line);
		expect(run('print("next")').out).toBe('next\n');
	});

	it('shows the lines that the editor numbers', () => {
		expect(run('x = "a\u2028b"\n\f\nprint(x)\nprint(1 / 0)').err).toContain('line 4, in <module>\n    print(1 / 0)\n');
	});

	it('goes to the hook that the program has for it', () => {
		const source =
			'import sys\nsys.excepthook = lambda kind, error, place: print("caught", kind.__name__, place.tb_lineno)\n1 / 0';
		expect(run(source)).toMatchObject({ out: 'caught ZeroDivisionError 3\n', err: '', end: { line: 3 } });
		expect(run('1 / 0').err).toContain('Traceback');
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
		[
			'module',
			'import torch',
			{ type: 'ModuleNotFoundError', message: "No module named 'torch'", hint: 'module', module: 'torch' },
		],
		['thread', 'import threading\nthreading.Thread(target=print).start()', { hint: 'thread' }],
	])('says in words what a browser cannot do: %s', (_what, source, expected) => {
		expect(run(source).end).toMatchObject(expected);
	});

	it('is none when the program exits as it should', () => {
		expect(run('import sys\nprint(1)\nsys.exit()')).toMatchObject({ out: '1\n', end: null });
	});
});
