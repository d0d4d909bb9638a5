import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eraseKept } from '../../../src/keeping/erase.ts';
import { follow, kept, keptInTab } from '../../../src/keeping/kept.ts';
import { allOf, settingAside } from '../../../src/keeping/work.ts';
import { blockedStorage, fakeStorage, fullStorage } from './fakeStorage.ts';

const words = (value: unknown) => (typeof value === 'string' ? value : undefined);
const listings = kept('listing', words);
const drill = kept('drill', words);
const check = keptInTab('check', words);

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
	vi.stubGlobal('sessionStorage', fakeStorage());
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
	vi.useRealTimers();
});

test('what was kept is read again, item by item', () => {
	expect(listings.read('pca/axis.py')).toBeUndefined();
	expect(listings.keep('print(1)', 'pca/axis.py')).toBe(true);
	expect(listings.keep('print(2)', 'pca/plot.py')).toBe(true);
	expect(drill.keep('a drill')).toBe(true);
	expect(listings.read('pca/axis.py')).toBe('print(1)');
	expect([...allOf(listings)]).toEqual([
		['pca/axis.py', 'print(1)'],
		['pca/plot.py', 'print(2)'],
	]);
	listings.forget('pca/axis.py');
	expect([...allOf(listings).keys()]).toEqual(['pca/plot.py']);
});

test('sites under one origin do not see each other, even where one is below the other', () => {
	listings.keep('of the root', 'a/one.py');
	vi.stubEnv('BASE_URL', '/a/');
	expect(listings.read('one.py')).toBeUndefined();
	expect(allOf(listings).size).toBe(0);
	listings.keep('of a', 'one.py');
	eraseKept();
	vi.stubEnv('BASE_URL', '/');
	expect([...allOf(listings)]).toEqual([['a/one.py', 'of the root']]);
});

test('one malformed entry hides none of the others', () => {
	listings.keep('one', 'one');
	localStorage.setItem('sixfold:/:listing:half', '"cut o');
	localStorage.setItem('sixfold:/:listing:other', '{"a":1}');
	listings.keep('two', 'two');
	expect([...allOf(listings).values()]).toEqual(['one', 'two']);
	expect(listings.read('half')).toBeUndefined();
});

test('what cannot be read is set aside before something is written over it', () => {
	vi.useFakeTimers({ now: 5 });
	const drill = settingAside(kept('drill', words));
	localStorage.setItem('sixfold:/:drill', '{"of":"a newer page"}');
	drill.keep('a drill');
	drill.keep('the same drill');
	expect(Object.entries(localStorage)).toEqual([
		['sixfold:/:drill', '"the same drill"'],
		['sixfold:/:aside:drill:5', '"{\\"of\\":\\"a newer page\\"}"'],
	]);
});

test('a browser that refuses keeps nothing, and nothing throws', () => {
	for (const name of ['localStorage', 'sessionStorage']) vi.stubGlobal(name, blockedStorage());
	for (const place of [listings, check]) {
		expect(place.read('one')).toBeUndefined();
		expect(allOf(place).size).toBe(0);
		expect(place.keep('one', 'one')).toBe(false);
		place.forget('one');
	}
	eraseKept();
});

test('a browser without room says so, and what was there is still read', () => {
	vi.stubGlobal('localStorage', fullStorage({ 'sixfold:/:listing:one': '"before"' }));
	expect(listings.keep('after', 'one')).toBe(false);
	expect(listings.read('one')).toBe('before');
});

test('erasing leaves nothing of this site, and all of others', () => {
	listings.keep('one', 'one');
	drill.keep('two');
	check.keep('three', 'pca');
	localStorage.setItem('sixfold:/other/:drill', '"theirs"');
	localStorage.setItem('somebody', 'else');
	eraseKept();
	expect(Object.keys(localStorage)).toEqual(['sixfold:/other/:drill', 'somebody']);
	expect(Object.keys(sessionStorage)).toEqual([]);
});

test('hears of what another tab changes, and of all being cleared', () => {
	const target = new EventTarget();
	vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
	vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
	const heard = vi.fn();
	const change = (key: string | null) => target.dispatchEvent(Object.assign(new Event('storage'), { key }));
	const stop = follow(listings, heard);
	for (const key of ['sixfold:/:drill', 'sixfold:/a/:listing:one', 'sixfold:/:listing:one', null]) change(key);
	stop();
	change(null);
	expect(heard).toHaveBeenCalledTimes(2);
});
