import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { addCategory, freeAccent, listSlug } from '../../../../src/build/scaffold/categories.ts';
import { accent, type Category } from '../../../../src/concepts/schema/category.ts';

const source = `# The catalog.
- id: one
  concepts:
    - a # planned
    - b

- id: two
  concepts: [c, d]
`;

it('adds to the end of a list, and leaves the rest as it was', () => {
	expect(listSlug(source, 'one', 'new')).toBe(source.replace('    - b\n', '    - b\n    - new\n'));
	expect(listSlug(source, 'two', 'new')).toBe(source.replace('[c, d]', '[c, d, new]'));
});

it('keeps a comment behind the last slug where it is', () => {
	expect(listSlug('- id: one\n  concepts:\n    - a # why', 'one', 'b')).toBe(
		'- id: one\n  concepts:\n    - a # why\n    - b',
	);
});

it('says so when there is no such list', () => {
	expect(() => listSlug(source, 'three', 'new')).toThrow('The category three has no list of concepts');
});

it('adds a category at the end, whatever its words hold', () => {
	const made: Category = {
		...{ id: 'data-structures', title: "Data: 'structures' & more", track: 'swe' },
		...{ description: 'Where things lie, and what it costs', accent: 'moss', concepts: ['ring-buffer'] },
	} as Category;
	const added = addCategory(source, made);
	expect(added.startsWith(source)).toBe(true);
	expect(parse(added).at(-1)).toEqual(made);
});

it('gives a category an accent that none has, then one that none of its track has, then none', () => {
	const [first, second, ...others] = accent.options;
	const of = (track: Category['track'], ...accents: Category['accent'][]) =>
		accents.map((one) => ({ track, accent: one }));
	expect(freeAccent(of('ml', first as Category['accent']), 'ml')).toBe(second);
	const all = [...of('ml', first as Category['accent'], ...others), ...of('swe', second as Category['accent'])];
	expect(freeAccent(all, 'swe')).toBe(first);
	expect(() => freeAccent(of('ml', ...accent.options), 'ml')).toThrow('add one to src/styles/tokens.css');
});
