/** Walks everything in `questions.yaml` that asks for an answer: questions, their follow-ups, and theirs. */
import type { YamlEntry } from '../reading/yaml.ts';

export interface Answer {
	readonly entry: YamlEntry;
	readonly kind: 'question' | 'follow-up';
	/** The question or follow-up that a follow-up belongs to. */
	readonly parent: YamlEntry | undefined;
	/** The question at the root. */
	readonly question: YamlEntry;
}

/** In the order of the file. */
export function* answersOf(questions: YamlEntry | undefined): Generator<Answer> {
	for (const question of questions?.items ?? []) {
		yield { entry: question, kind: 'question', parent: undefined, question };
		yield* followUpsOf(question, question);
	}
}

function* followUpsOf(parent: YamlEntry, question: YamlEntry): Generator<Answer> {
	for (const entry of parent.get('followUps').items) {
		yield { entry, kind: 'follow-up', parent, question };
		yield* followUpsOf(entry, question);
	}
}
