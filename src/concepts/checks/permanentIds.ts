/** The permanent ids of a concept, with what the register remembers of each. */
import { withoutBindings } from '../outputs.ts';
import type { ConceptSource } from '../reading/content.ts';
import type { Place } from '../reading/place.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import type { IdKind } from '../schema/register.ts';
import { answersOf } from './questionTree.ts';

export interface PermanentId {
	/** As the register has it: criteria and follow-ups stand behind their question's id. */
	readonly id: string;
	readonly kind: IdKind;
	/** Of the prompt, or of the question that the follow-up or criterion belongs to; 1 for a break. */
	readonly revision: number;
	/** The words by which a reader's history is understood: what was asked, what a criterion demands, what a break changes. */
	readonly text: string;
	readonly place: Place;
}

/** In the order of the files. Entries without an id are left to the schema, or have none yet. */
export function* permanentIdsOf({ questions, prompts, breaks }: ConceptSource): Generator<PermanentId> {
	for (const { entry, kind, question } of answersOf(questions)) {
		const scope = `${question.get('id').text ?? ''}/`;
		yield* permanentId(kind, entry, question, ['ask'], kind === 'question' ? '' : scope);
		for (const criterion of entry.get('rubric').items) {
			yield* permanentId('criterion', criterion, question, ['text'], scope);
		}
	}
	for (const prompt of prompts?.items ?? []) yield* permanentId('prompt', prompt, prompt, ['ask', 'answer']);
	for (const entries of breaks.values()) {
		for (const entry of entries.items) yield* permanentId('break', entry, entry, ['title']);
	}
}

function* permanentId(
	kind: IdKind,
	entry: YamlEntry,
	revised: YamlEntry,
	fields: string[],
	scope = '',
): Generator<PermanentId> {
	const id = entry.get('id');
	const revision = revised.get('revision').value;
	if (id.text === undefined) return;
	// Binding words to an output changes nothing that is asked.
	const text = fields.map((field) => withoutBindings(entry.get(field).text ?? '')).join('\n');
	const known = typeof revision === 'number' ? revision : 1;
	yield { id: scope + id.text, kind, revision: known, text, place: id.place };
}
