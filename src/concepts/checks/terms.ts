/** The terms that an interviewer listens for: enough of them, and each said in the text, the most wanted first. */
import { count } from '../../ground/words.ts';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { INTUITION, type StageNumber } from '../stageNumbers.ts';
import { writtenStages, writtenStagesOf } from '../stages.ts';
import { firstPlaces, termId } from '../terms.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';
import { stageBlocks } from './stageBlocks.ts';

const LEAST = 10;
const MOST = 15;
/** So many are said before the first formula is derived. */
const EARLY = 5;

const kinds = {
	'terms-count': ({ terms }: { terms: number }) => ({
		found: `terms with ${count(terms, 'entry', 'entries')}`,
		expected: `${LEAST} to ${MOST}: the words that an interviewer listens for, the most wanted first`,
		mend: terms < LEAST ? 'Add to terms: { term, gloss }.' : 'Keep the ones that are asked for most.',
	}),
	'term-unsaid': ({ term }: { term: string }) => ({
		found: `the term ${term}, which stages 1 to 4 never say`,
		expected: 'each term in the text, glossed where it first appears; headings, links and formulas do not count',
		mend: 'Say it where it belongs, list another form of it under also, or remove it.',
	}),
	'term-late': ({ term, place, title }: { term: string; place: number; title: string }) => ({
		found: `${term}, term number ${place}, first said under ## ${title}`,
		expected: `the first ${EARLY} terms within stages 1 and 2`,
		mend: 'Say it earlier, or move it down in the list.',
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const checkTerms: OwnCheck = function* (concept) {
	const { frontmatter, body } = concept;
	if (!frontmatter) return;
	const list = frontmatter.get('terms');
	const entries = list.items.filter((entry) => entry.get('term').text !== undefined);
	if (list.items.length < LEAST || list.items.length > MOST) {
		yield problem('terms-count', list.place, { terms: list.items.length });
	}
	yield* doubled(entries);
	// A stage that is missing or misspelt is told by itself.
	if (!body || writtenStagesOf(concept.track).some(({ number }) => !stageBlocks(concept, number))) return;
	const said = stagesSaying(concept, entries);
	for (const [index, entry] of entries.entries()) {
		const { place } = entry.get('term');
		const term = entry.get('term').text ?? '';
		const stage = said.get(index);
		if (stage === undefined) yield problem('term-unsaid', place, { term });
		else if (index < EARLY && stage > INTUITION) {
			const title = stageBlocks(concept, stage)?.title ?? '';
			yield problem('term-late', place, { term, place: index + 1, title });
		}
	}
};

function* doubled(entries: readonly YamlEntry[]): Generator<Problem> {
	const lines = new Map<string, number>();
	for (const entry of entries) {
		const { text = '', place } = entry.get('term');
		const line = lines.get(termId(text));
		if (line !== undefined) yield problem('id-doubled', place, { id: text, kind: 'term', line });
		else lines.set(termId(text), place.line);
	}
}

/** The stage in which each term is first said, by its index. */
function stagesSaying(concept: ConceptSource, entries: readonly YamlEntry[]): Map<number, StageNumber> {
	const terms = entries.map((entry) => ({ term: entry.get('term').text ?? '', also: entry.get('also').texts }));
	const stages = writtenStages.flatMap((number) => {
		const stage = stageBlocks(concept, number);
		return stage ? [{ number, places: firstPlaces({ type: 'root', children: [...stage.blocks] }, terms) }] : [];
	});
	// The earliest stage is written last.
	return new Map(
		stages.toReversed().flatMap(({ number, places }) => places.map(({ term }) => [term, number] as const)),
	);
}

export const check = { kinds, own: [checkTerms] } satisfies Check;
