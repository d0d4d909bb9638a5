import { afterEach, expect, test, vi } from 'vitest';
import { renamed } from '../../../src/keeping/rename.ts';
import { renameKept } from '../../../src/keeping/renameKept.ts';
import { fakeStorage } from './fakeStorage.ts';

afterEach(() => vi.unstubAllGlobals());

test('a concept, and what belongs to it, takes the new name; anything else keeps its own', () => {
	const renames = { pca: 'principal-components' };
	expect(['pca', 'pca/axis', 'pca-2', 'svd/pca', '__proto__'].map((name) => renamed(name, renames))).toEqual([
		...['principal-components', 'principal-components/axis', 'pca-2', 'svd/pca', '__proto__'],
	]);
});

test('what a browser keeps moves with the name, and what is newer stays', () => {
	vi.stubGlobal(
		'localStorage',
		fakeStorage({
			'sixfold:/:drafts:old/q': '"draft"',
			'sixfold:/:listing:old/a.py': '"before"',
			'sixfold:/:listing:new/a.py': '"after"',
			'sixfold:/:last:old': '{"q":"hire"}',
			'sixfold:/:sizes:older': '{}',
			'sixfold:/:theme': '"dark"',
			'sixfold:/other/:last:old': '{}',
		}),
	);
	renameKept({ old: 'new' });
	expect({ ...localStorage }).toEqual({
		'sixfold:/:drafts:new/q': '"draft"',
		'sixfold:/:listing:new/a.py': '"after"',
		'sixfold:/:last:new': '{"q":"hire"}',
		'sixfold:/:sizes:older': '{}',
		'sixfold:/:theme': '"dark"',
		'sixfold:/other/:last:old': '{}',
	});
});
