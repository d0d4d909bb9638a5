/** Records: made of two runs that agree, held against one of today. */
import { beforeAll, expect, it } from 'vitest';
import { pythonWith } from '../../../../src/build/python.ts';
import { sourceHash } from '../../../../src/concepts/schema/record.ts';
import { pageVersion } from '../../../../src/listings/recording/page.ts';
import { driftOf, outdatedIn, recordOf, runOnPage, runTwice } from '../../../../src/listings/recording/record.ts';
import { requirementsIn } from '../../../../src/listings/requirements.ts';

let python: string;
beforeAll(async () => {
	python = await pythonWith([]);
});

const program = (source: string) => ({ name: 'listing.py', source });

it('is made when both runs print the same', async () => {
	const counting = program('print(sum(range(5)))\n');
	const run = await runTwice(python, counting);
	expect(run.output).toBe('10\n');
	const page = await runOnPage([{ ...counting, output: run.output }]);
	expect(recordOf(counting, { ...run, page }, new Map([['one-less', 'print(6)']]), '2026-05-04')).toEqual({
		sourceHash: sourceHash(counting.source),
		python: run.python,
		packages: {},
		page: pageVersion,
		breaks: { 'one-less': sourceHash('print(6)') },
		date: '2026-05-04',
	});
});

it.each([
	['the order of a set', 'print("first")\nprint({"spam", "eggs", "ham", "bacon", "toast"})', /- \{.*\n\+ \{/],
	['chance', 'import random\nprint("first")\nprint(random.random())', /- 0\.\d+\n\+ 0\.\d+/],
	['an address', 'print("first")\nprint(object())', /- <object object at/],
])('is refused for %s, with the lines that differ', async (_, source, lines) => {
	const message = await runTwice(python, program(source)).catch((error: Error) => error.message);
	expect(message).toMatch(/^It prints something else each time/);
	expect(message).toMatch(lines);
});

it.each([
	[
		'prints otherwise there',
		'import sys\nprint("first")\nprint(sys.platform)\n',
		'first\nlinux\n',
		/- linux\n\+ emscripten/,
	],
	['fails there', 'print("first")\nimport threading\nthreading.Thread().start()\n', 'first\n', /RuntimeError/],
])('is refused for what %s', async (_, source, output, words) => {
	const programs = [
		{ ...program('print(1)\n'), output: '1\n' },
		{ ...program(source), output },
	];
	const message = await runOnPage(programs).then(
		() => '',
		(error: Error) => error.message,
	);
	expect(message).toMatch(/^On the page’s Python it prints something else/);
	expect(message).toMatch(words);
});

it('is outdated when the pages have another Python than the one that it was seen on', () => {
	const record = { sourceHash: '', python: '3.11.2', packages: {}, date: '2026-05-04' };
	expect(outdatedIn({ ...record, page: pageVersion }, [])).toEqual([]);
	expect(outdatedIn({ ...record, page: '0.1' }, [])).toEqual([`the pages’ Python 0.1, pinned ${pageVersion}`]);
	expect(outdatedIn(record, [])).toEqual([`no page’s Python, pinned ${pageVersion}`]);
	expect(outdatedIn({ ...record, packages: { numpy: '1' } }, [])).toEqual([]);
});

// Elsewhere, the instructions that are put out of use are not there anyway.
it.runIf(process.arch === 'x64')('is refused for a digit that the processor decides', async () => {
	const source = [
		'import numpy as np',
		'a = np.random.default_rng(0).standard_normal((300, 300)).astype("f")',
		'print(f"{(a @ a).sum():.3f}")',
	].join('\n');
	await expect(runTwice(await pythonWith(['numpy']), program(source))).rejects.toThrow(
		'no digit that rounding decides',
	);
});

it('names the packages that are recorded at another version than is pinned', () => {
	const record = {
		sourceHash: '',
		python: '3.11.2',
		packages: { numpy: '1.24.2', torch: '2.13.0' },
		date: '2026-05-04',
	};
	const pinned = requirementsIn(
		'numpy==2.4.6  # numpy: NumPy\ntorch==2.13.0  # torch: PyTorch\nscipy==1.17.1  # scipy: SciPy',
	);
	expect(outdatedIn(record, pinned)).toEqual(['numpy 1.24.2, pinned 2.4.6']);
});

it('shows a drift with the versions on both sides', () => {
	const record = { sourceHash: '', python: '3.11.2', packages: { numpy: '1.24.2' }, date: '2026-05-04' };
	const today = { output: 'a\nc\n', python: '3.13.1', packages: { numpy: '2.2.0' }, warnings: '' };
	expect(driftOf('a\nc\n', record, today)).toBeUndefined();
	expect(driftOf('a\nb\n', record, today)).toBe(
		[
			'It prints something else than its record (recorded on Python 3.11.2, numpy 1.24.2; run on Python 3.13.1, numpy 2.2.0):',
			'  a',
			'- b',
			'+ c',
			'  ',
		].join('\n'),
	);
});
