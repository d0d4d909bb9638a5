import { expect, test } from 'vitest';
import { attempt, problem, problemOf, RecallError } from '../../../src/recall/problems.ts';

test.each([
	[new DOMException('', 'QuotaExceededError'), 'storage-full'],
	[new DOMException('', 'VersionError'), 'site-outdated'],
	[new DOMException('', 'SecurityError'), 'storage-blocked'],
	[new DOMException('', 'UnknownError'), 'storage-failed'],
	[new TypeError('x is undefined'), 'storage-failed'],
	['thrown text', 'storage-failed'],
	[new RecallError(problem('tab-outdated')), 'tab-outdated'],
])('%s is told to the reader as %s', async (error, kind) => {
	expect(problemOf(error).kind).toBe(kind);
	expect(await attempt(() => Promise.reject(error))).toMatchObject({ ok: false, problem: { kind } });
});

test('what works is given as it is', async () => {
	expect(await attempt(async () => 7)).toEqual({ ok: true, value: 7 });
});
