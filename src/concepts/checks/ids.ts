/** Permanent ids: questions, prompts and breaks each once in a concept, follow-ups and criteria each once in their question. */
import { problemOf } from '../problems.ts';
import type { Check, OwnCheck } from './check.ts';
import { permanentIdsOf } from './permanentIds.ts';
import { sharedKinds } from './shared.ts';

const problem = problemOf(sharedKinds);

const checkIds: OwnCheck = function* (concept) {
	const seen = new Map<string, { file: string; line: number }>();
	for (const { id, kind, place } of permanentIdsOf(concept)) {
		const first = seen.get(id);
		if (first) yield problem('id-doubled', place, { id, kind, line: first.line });
		else seen.set(id, place);
	}
};

export const check = { kinds: {}, own: [checkIds] } satisfies Check;
