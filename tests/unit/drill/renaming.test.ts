import { expect, test } from 'vitest';
import { renamedSession } from '../../../src/drill/renaming.ts';
import { begin } from '../../../src/drill/session.ts';
import { request, someQuestions } from './planFixture.ts';

test('a drill follows the names of its concepts', () => {
	const [first] = someQuestions;
	if (!first) throw new Error('no question');
	const asked = [`${first.concept}/${first.id}`];
	const drill = begin(
		{ id: 'd', kind: 'drill', request: { ...request(), concepts: [first.concept], asked } },
		[first],
		5,
	);
	const renamed = renamedSession(drill, { [first.concept]: 'new' });
	expect(renamed.items.map(({ concept, question }) => [concept, question])).toEqual([['new', first.id]]);
	expect(renamed.request).toMatchObject({ concepts: ['new'], asked: [`new/${first.id}`] });
	expect(renamedSession(drill, {})).toEqual(drill);
});
