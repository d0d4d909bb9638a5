/** Which tasks a query names, and where they stand among what it finds. */
import { describe, expect, it } from 'vitest';
import { findByTitle } from '../../../src/search/results.ts';
import { matchTasks } from '../../../src/search/tasks.ts';
import { catalog } from './catalogFixture.ts';

const named = (query: string) => matchTasks(query, catalog.tasks, catalog.concepts).map(({ question }) => question);

describe('a task is found', () => {
	it.each([
		['one adamw step', ['write-adamw']],
		['one adamw setp', ['write-adamw']],
		['transformer block', ['write-block']],
		['forward pass', ['write-heads', 'write-block']],
		['update rule', ['write-adamw']],
		['implement adamw', ['write-adamw']],
		['code a transformer', ['write-block']],
		['gradient descent task', ['write-adamw']],
		['coding qkv', ['write-heads']],
	])('by %s', (query, questions) => {
		expect(named(query)).toEqual(questions);
	});

	it.each(['adamw', 'attention', 'tasks', 'implement consensus', 'step', 'what is a forward pass of adamw', ''])(
		'not by %j, which asks for something else',
		(query) => {
			expect(named(query)).toEqual([]);
		},
	);
});

it('is not asked for by a word of its concept’s own name that also asks for something to solve', () => {
	const [concept] = catalog.concepts;
	const [task] = catalog.tasks.filter(({ slug }) => slug === concept?.slug);
	if (!concept || !task) throw new Error('the fixture has no task');
	const concepts = [{ ...concept, aliases: [...concept.aliases, 'write-back'] }];
	expect(matchTasks('write back', [task], concepts)).toEqual([]);
	expect(matchTasks('implement write back', [task], concepts)).toEqual([task]);
});

it('stands at the head of its concept, and that before the others', () => {
	const [first, second] = findByTitle('forward pass', catalog);
	expect([first?.concept.slug, second?.concept.slug]).toEqual(['attention-mechanism', 'transformer-architecture']);
	expect(first?.hits[0]).toMatchObject({ anchor: 'q-write-heads', stage: 5, label: 'Task' });
	expect(first?.hits[0]?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['forward pass']);
});

it('does not come from a category that is not asked for', () => {
	expect(findByTitle('update rule', catalog, 'llms')).toEqual([]);
});
