/** Line diffs: complete, shortest where it matters, and readable in a terminal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffOf, diffText } from '../../../src/listings/diff.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('a diff', () => {
	it('holds both texts, with their line numbers', () => {
		fc.assert(
			fc.property(lines, lines, (before, after) => {
				const diff = diffOf(before, after);
				const side = (kind: string) => diff.filter((line) => line.kind === 'same' || line.kind === kind);
				expect(side('removed').map(({ text }) => text)).toEqual(before);
				expect(side('added').map(({ text }) => text)).toEqual(after);
				expect(side('removed').map((line) => line.before)).toEqual(before.map((_, index) => index + 1));
				expect(side('added').map((line) => line.after)).toEqual(after.map((_, index) => index + 1));
			}),
		);
	});

	it('changes nothing between equal texts', () => {
		fc.assert(
			fc.property(lines, (text) => {
				expect(diffOf(text, text).every(({ kind }) => kind === 'same')).toBe(true);
			}),
		);
	});

	it('keeps every line that can stay', () => {
		const kinds = diffOf(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'd', 'e']).map(({ kind }) => kind);
		expect(kinds).toEqual(['same', 'removed', 'added', 'same', 'same', 'added']);
	});
});

it('shows a change with its surroundings', () => {
	expect(diffText('1\n2\n3\n4\n5\n6', '1\n2\n3\nfour\n5\n6')).toBe('  …\n  3\n- 4\n+ four\n  5\n  …');
});
