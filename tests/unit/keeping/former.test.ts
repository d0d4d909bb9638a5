import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { blockedStorage, fakeStorage, fullStorage } from './fakeStorage.ts';

beforeEach(() => {
	vi.resetModules();
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
});

const former = {
	'sixfold:theme': 'dark',
	'sixfold:recent-searches': '["bpe"]',
	'sixfold:listing:pca/axis.py': 'print("1")\n',
	'sixfold:sizes:pca': '{"n":3}',
	'sixfold:recall:/site/': '{"due":{},"stages":{}}',
	'sixfold:interviewer:/site/': '{"server":"x"}',
	'sixfold:drill:/site/': '{"id":1}',
	'sixfold:drill:/site/:seen': '17',
	'sixfold:drill:/site/:finished:abc': '{"id":2}',
	'sixfold:last:/site/pca': '{"q":"hire"}',
};

const takeOver = async (base: string): Promise<void> => {
	vi.stubEnv('BASE_URL', base);
	(await import('../../../src/keeping/former.ts')).takeOver();
};

test('what older versions kept is found under its name now', async () => {
	vi.stubGlobal('localStorage', fakeStorage(former));
	await takeOver('/site/');
	expect({ ...localStorage }).toEqual({
		'sixfold:/site/:theme': '"dark"',
		'sixfold:/site/:searches': '["bpe"]',
		'sixfold:/site/:listing:pca/axis.py': '"print(\\"1\\")\\n"',
		'sixfold:/site/:sizes:pca': '{"n":3}',
		'sixfold:/site/:summary': '{"due":{},"stages":{}}',
		'sixfold:/site/:interviewer': '{"server":"x"}',
		'sixfold:/site/:drill': '{"id":1}',
		'sixfold:/site/:drill-seen': '17',
		'sixfold:/site/:finished:abc': '{"id":2}',
		'sixfold:/site/:last:pca': '{"q":"hire"}',
	});
});

test('what is of another site stays', async () => {
	const others = Object.entries(former).filter(([key]) => key.includes('/site/'));
	vi.stubGlobal('localStorage', fakeStorage({ ...Object.fromEntries(others), 'sixfold:/site/:theme': '"dark"' }));
	const before = { ...localStorage };
	await takeOver('/');
	expect({ ...localStorage }).toEqual(before);
});

test('what was kept since is not overwritten', async () => {
	vi.stubGlobal('localStorage', fakeStorage({ 'sixfold:theme': 'dark', 'sixfold:/:theme': '"light"' }));
	await takeOver('/');
	expect({ ...localStorage }).toEqual({ 'sixfold:/:theme': '"light"' });
});

test('without room, nothing is lost and nothing throws', async () => {
	const storage = fullStorage({ 'sixfold:theme': 'dark', 'sixfold:sizes:pca': '{}' });
	const refused = storage.setItem;
	let calls = 0;
	// What was just taken away fits again, what is longer does not.
	Object.defineProperty(storage, 'setItem', {
		value(this: Record<string, string>, key: string, value: string) {
			calls++;
			if (key.startsWith('sixfold:/:')) refused.call(storage, key, value);
			this[key] = value;
		},
	});
	vi.stubGlobal('localStorage', storage);
	await takeOver('/');
	expect(calls).toBe(4);
	expect({ ...localStorage }).toEqual({ 'sixfold:theme': 'dark', 'sixfold:sizes:pca': '{}' });
});

test('a browser that refuses is asked again by whoever reads next', async () => {
	vi.stubGlobal('localStorage', blockedStorage());
	await expect(takeOver('/')).rejects.toThrow('denied');
});
