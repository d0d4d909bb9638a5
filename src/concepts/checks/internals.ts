/** What a third stage about internals has: the costs of each operation, named invariants, and how it fails. */

import { toString as textOf } from 'mdast-util-to-string';
import { problemOf, type Wordings } from '../problems.ts';
import { THIRD } from '../stageNumbers.ts';
import { trackRules } from '../tracks.ts';
import type { Check, OwnCheck } from './check.ts';
import { checkNames } from './components.ts';
import { stageBlocks } from './stageBlocks.ts';

/** What a table of failure modes says of each. */
const failureColumns = ['Symptom', 'Cause', 'Measurement', 'Mend'] as const;

const kinds = {
	'table-missing': ({ title }: { title: string }) => ({
		found: `no table under ## ${title}`,
		expected: 'the costs of each operation as a table',
		mend: 'Add a table of complexities.',
	}),
	'invariant-missing': ({ title }: { title: string }) => ({
		found: `no invariant under ## ${title}`,
		expected: 'what the mechanism keeps true at every step, under a name: <Invariant id="…" name="…">',
		mend: 'Name one.',
	}),
	'failures-missing': ({ title }: { title: string }) => ({
		found: `no failure modes under ## ${title}`,
		expected: `a table of ${failureColumns.join(', ')} between <Failures> and </Failures>`,
		mend: 'Add it.',
	}),
	'failures-form': ({ columns }: { columns: readonly string[] }) => ({
		found: columns.length === 0 ? '<Failures> without a table' : `failure modes by ${columns.join(', ')}`,
		expected: `one table with the columns ${failureColumns.join(', ')}`,
		mend: columns.length === 0 ? 'Write one, with empty lines around.' : 'Rename or complete its columns.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkInternals: OwnCheck = function* (concept) {
	const { body, track } = concept;
	const third = stageBlocks(concept, THIRD);
	if (!trackRules[track].internals || !body || !third) return;
	const { title, place, blocks } = third;
	if (!blocks.some((block) => block.type === 'table')) yield problem('table-missing', place, { title });
	const invariants = concept.componentsNamed('Invariant');
	yield* checkNames(body, 'Invariant', invariants);
	if (invariants.length === 0) yield problem('invariant-missing', place, { title });
	const failures = concept.componentsNamed('Failures');
	if (failures.length === 0) yield problem('failures-missing', place, { title });
	for (const { node } of failures) {
		const tables = node.children.filter((child) => child.type === 'table');
		const columns = tables.flatMap(({ children: [head] }) => head?.children.map((cell) => textOf(cell).trim()) ?? []);
		const isRight = tables.length === 1 && columns.join() === failureColumns.join();
		if (!isRight) yield problem('failures-form', body.placeOf(node), { columns });
	}
};

export const check = { kinds, own: [checkInternals] } satisfies Check;
