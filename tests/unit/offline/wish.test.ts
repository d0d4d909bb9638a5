import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Manifest } from '../../../src/offline/manifest.ts';
import { changeWish, readWish, unitsOf } from '../../../src/offline/wish.ts';
import { fakeStorage } from '../keeping/fakeStorage.ts';

const unit = (root: string, kind: 'core' | 'page' | 'python', ...files: number[]) => ({
	root,
	kind,
	files,
	version: root,
});
const manifest: Manifest = {
	files: ['', 'about/', 'concepts/pca/', 'concepts/pca/sheet/', 'listings/python.json'].map((path) => [path, 1, 1]),
	units: [
		unit('about/', 'page', 1),
		unit('concepts/pca/', 'page', 3, 2),
		unit('', 'core', 0),
		unit('listings/python.json', 'python', 4),
	],
};
const roots = (change: Parameters<typeof changeWish>[0]) =>
	unitsOf({ ...readWish(), ...change }, manifest).map(({ root }) => root);

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
	vi.stubGlobal('location', new URL('https://example.org/concepts/pca/sheet/'));
});
afterEach(() => vi.unstubAllGlobals());

it('is the page that is open and what comes with every visit, unless the reader says otherwise', () => {
	expect(roots({})).toEqual(['concepts/pca/', '']);
	expect(roots({ reading: false })).toEqual([]);
	expect(roots({ everything: true })).toEqual(['concepts/pca/', '', 'about/']);
	expect(roots({ reading: false, python: true })).toEqual(['listings/python.json']);
});

it('is kept, and what somebody else wrote in its place is not believed', () => {
	changeWish({ everything: true, packages: ['numpy'] });
	expect(readWish()).toEqual({ reading: true, everything: true, python: false, packages: ['numpy'] });
	localStorage.setItem('sixfold:/:offline', '{"reading":"no","packages":[1,"numpy"]}');
	expect(readWish()).toEqual({ reading: true, everything: false, python: false, packages: ['numpy'] });
	localStorage.setItem('sixfold:/:offline', '7');
	expect(readWish().reading).toBe(true);
});
