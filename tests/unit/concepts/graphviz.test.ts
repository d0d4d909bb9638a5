/** Graphviz starts when it is needed: a check to which everything is known does not wait for it. */
import { expect, it } from 'vitest';
import '../../../src/build/knownProblems.ts';
import { graphviz, startGraphviz } from '../../../src/concepts/graphviz.ts';

it('is not started by those who may need it, and says so', async () => {
	expect(() => graphviz()).toThrow('not been started');
	await startGraphviz();
	expect(graphviz().renderString('digraph { a }')).toContain('a');
});
