import { expect, it } from 'vitest';
import { listSlug } from '../../../src/build/listSlug.ts';

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
