import { afterEach, expect, test, vi } from 'vitest';
import { PartNotLoaded } from '../../../../src/loading/loadPart.ts';
import { attempt, failure, failureOf, isRefusal, RecallError } from '../../../../src/recall/log/failures.ts';
import { blockedStorage, fakeStorage } from '../../keeping/fakeStorage.ts';

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

test.each([
	[new DOMException('', 'QuotaExceededError'), 'storage-full'],
	[new DOMException('', 'VersionError'), 'site-outdated'],
	[new DOMException('', 'SecurityError'), 'storage-blocked'],
	[new DOMException('', 'UnknownError'), 'storage-failed'],
	[new RecallError(failure('tab-outdated')), 'tab-outdated'],
	[new PartNotLoaded('Reload the page.'), 'part-not-loaded'],
])('%s is told to the reader as %s', async (error, kind) => {
	expect(failureOf(error).kind).toBe(kind);
	expect(await attempt(() => Promise.reject(error))).toMatchObject({ ok: false, failure: { kind } });
});

test.each([new TypeError('x is undefined'), 'thrown text'])(
	'%s is our own error, and stands in the console',
	(error) => {
		const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
		expect(failureOf(error).kind).toBe('program-failed');
		expect(logged).toHaveBeenCalledExactlyOnceWith(error);
	},
);

test('a browser whose reader blocks cookies says only that something failed, and means a refusal', () => {
	const unknown = new DOMException('Internal error', 'UnknownError');
	vi.stubGlobal('localStorage', fakeStorage());
	expect(isRefusal(unknown)).toBe(false);
	vi.stubGlobal('localStorage', blockedStorage());
	expect(isRefusal(unknown)).toBe(true);
	expect(isRefusal(new TypeError('x'))).toBe(false);
});

test('what works is given as it is', async () => {
	expect(await attempt(async () => 7)).toEqual({ ok: true, value: 7 });
});
