import { expect, it } from 'vitest';
import { readBody } from '../../../src/concepts/body.ts';
import { frozen, Made } from '../../../src/concepts/made.ts';

it('is made again when anything is another, and not before', () => {
	const made = new Made<number>();
	let times = 0;
	const from = (...of: unknown[]) => made.from(of, () => ++times);
	const entry = {};
	expect([from(entry, 'a'), from(entry, 'a')]).toEqual([1, 1]);
	expect([from(entry, 'b'), from({}, 'b'), from(entry), from(), from()]).toEqual([2, 3, 4, 5, 5]);
});

it('is nothing that one who has it could change for another', () => {
	const body = frozen(readBody('## Big picture\n\nA <Out file="a.py">word</Out>.\n', 'ml'));
	const [, paragraph] = body.blocks;
	const change = (data: unknown) => Object.assign(data as object, { 0: 'another' });
	for (const data of [body, body.outline, body.outline[0]?.sections, paragraph?.pieces, paragraph?.pieces[1]])
		expect(() => change(data)).toThrow(TypeError);
});
