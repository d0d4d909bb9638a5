/** What the tests of a task report, on the page's Python. */
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { describe, expect, it } from 'vitest';
import { isEnd, judging, newMark, type Report, reportIn } from '../../../src/tasks/program.ts';

const python = await loadPyodide();
const cases = readFileSync('src/tasks/cases.py', 'utf8');

function reportsOf(source: string, tests: string, only?: string[]): Report[] {
	const mark = newMark();
	let printed = '';
	python.setStdout({ batched: (line) => (printed += `${line}\n`) });
	const program = judging(cases, { source, file: 'double.py', tests, ...(only && { only }) }, mark);
	python.runPython(program, { globals: python.globals.get('dict')() });
	return printed.split('\n').flatMap((line) => reportIn(line, mark) ?? []);
}

function endOf(
	body: string,
	source = 'def f(*values, **named):\n    return values[0] if len(values) == 1 else list(values)',
) {
	const test = `from cases import case, check, close, raises, that\n@case("It holds.")\ndef only(task):\n    ${body}\n`;
	return reportsOf(source, test).filter(isEnd)[0];
}

describe('a case', () => {
	it.each([
		['equal numbers', 'check(task.f, 3, gives=3)'],
		['a number and a float that differ by rounding', 'check(task.f, 0.1 + 0.2, gives=0.3)'],
		['a tuple where a list is expected', 'check(task.f, (1, (2.0, 3)), gives=[1, [2, 3]])'],
		['what is near enough', 'check(task.f, 1.001, gives=1.0, within=1e-2)'],
		['a number that is none', 'check(task.f, float("nan"), gives=float("nan"))'],
		['dictionaries in any order', 'check(task.f, {"a": 1, "b": [2]}, gives={"b": [2], "a": 1.0})'],
		['an error that is expected', 'raises(ZeroDivisionError, lambda: 1 / 0)'],
	])('passes for %s', (_, body) => {
		expect(endOf(body)).toMatchObject({ state: 'passed' });
	});

	it.each([
		['another number', 'check(task.f, 3, gives=4)', [], { input: 'f(3)', expected: { text: '4' }, got: { text: '3' } }],
		['a number inside', 'check(task.f, [[1, 2], [3, 5]], gives=[[1, 2], [3, 4]])', ['1', '1'], {}],
		['a list that ends early', 'check(task.f, [1], gives=[1, 2])', ['1'], {}],
		['a list that goes on', 'check(task.f, [1, 2], gives=[1])', ['1'], {}],
		['a key that is missing', 'check(task.f, {}, gives={"a": 1})', ['a'], {}],
		['True where 1 is expected', 'check(task.f, True, gives=1)', [], {}],
		['nothing', 'check(task.f, None, gives=[])', [], { got: { text: 'None' } }],
	])('fails for %s, and says where', (_, body, place, told) => {
		expect(endOf(body)).toMatchObject({ state: 'failed', place, ...told });
	});

	it('tells small matrices as rows', () => {
		expect(endOf('check(task.f, [[1.0, 2.5]], gives=[[1.0, 2.0]])')).toMatchObject({
			expected: { rows: [['1', '2']] },
			got: { rows: [['1', '2.5']] },
		});
	});

	it('tells a function that was an argument by its name', () => {
		expect(endOf('check(task.f, task.f, lambda: 0, gives=0)')).toMatchObject({
			input: 'f(f, <lambda>)',
		});
	});

	it('tells words and values where a condition does not hold', () => {
		expect(endOf('that(False, "it grows", steps=[1, 2])')).toMatchObject({
			words: 'it grows',
			seen: { steps: '[1, 2]' },
		});
	});

	it('tells the line of the judged code in which an error rose', () => {
		const source = 'def f(value):\n    value + 1\n    return value["x"]';
		expect(endOf('check(task.f, 1, gives=1)', source)).toMatchObject({
			state: 'error',
			error: { type: 'TypeError', line: 3 },
			input: 'f(1)',
		});
	});

	it('keeps what the program printed beside it, up to a limit', () => {
		const source = 'def f(value):\n    print("x" * 5000)\n    return value';
		const { printed = '' } = endOf('check(task.f, 1, gives=1)', source) ?? {};
		expect(printed).toHaveLength(1500 + '… and 3501 characters more\n'.length);
	});

	it('gives the program copies: what it changes shows in the next call alone when the test passes its own', () => {
		const source = 'def f(values):\n    values.append(1)\n    return values';
		const body = 'given = [0]\n    check(task.f, given, gives=[0, 1])\n    check(task.f, given, gives=[0, 1])';
		expect(endOf(body, source)).toMatchObject({ state: 'passed' });
	});
});

describe('a program', () => {
	const tests =
		'from cases import case, that\n@case("A.")\ndef a(task): that(True, "")\n@case("B.", kind="edge", hidden=True, judges=["c"])\ndef b(task): that(True, "")\n';

	it('is told of its cases, then of each as it begins and ends', () => {
		const [first, ...rest] = reportsOf('', tests);
		expect(first).toEqual({
			cases: [
				{ name: 'a', title: 'A.', kind: 'example', hidden: false, judges: [] },
				{ name: 'b', title: 'B.', kind: 'edge', hidden: true, judges: ['c'] },
			],
		});
		expect(rest.map((report) => 'state' in report && report.state)).toEqual(['begins', 'passed', 'begins', 'passed']);
	});

	it('can be judged by some of its cases', () => {
		expect(reportsOf('', tests, ['b']).filter(isEnd)).toHaveLength(1);
	});

	it.each([
		['does not compile', 'def f(:\n', { type: 'SyntaxError', line: 1 }],
		['fails as it is loaded', 'x = 1\nraise KeyError("k")', { type: 'KeyError', line: 2 }],
	])('that %s is broken, with its line', (_, source, error) => {
		expect(reportsOf(source, tests).at(-1)).toMatchObject({ broken: error });
	});
});

it('shows in a notebook how each case ends, and runs again after a change', () => {
	let printed = '';
	python.setStdout({ batched: (line) => (printed += `${line}\n`) });
	const names = python.globals.get('dict')();
	const tests = `from cases import case, check\n@case("Doubles.")\ndef two(task):\n    check(task.f, 2, gives=4)\n@case("Zero.")\ndef none(task):\n    check(task.f, 0, gives=0)\n`;
	python.runPython(
		`import sys, types\ncases = sys.modules["cases"] = types.ModuleType("cases")\nexec(${JSON.stringify(cases)}, vars(cases))\ndef f(x): return x`,
		{ globals: names },
	);
	const show = `cases.show(${JSON.stringify(tests)}, globals())`;
	python.runPython(show, { globals: names });
	expect(printed).toBe('✕ Doubles.\n    called: f(2)\n    expected: 4\n    got: 2\n✓ Zero.\n1 of 2 passed\n');
	printed = '';
	python.runPython(`def f(x): return 2 * x\n${show}`, { globals: names });
	expect(printed).toBe('✓ Doubles.\n✓ Zero.\n2 of 2 passed\n');
});
