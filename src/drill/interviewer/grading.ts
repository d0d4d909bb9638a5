/** Has a model grade one answer: asks, asks once more where the reply cannot be read, and holds every grade against the answer. */
import { newId } from '../../keeping/newId.ts';
import { ask } from './asking.ts';
import type { Listening } from './client.ts';
import type { Endpoint } from './endpoint.ts';
import { ModelFailure } from './failures.ts';
import type { ModelMark } from './marks.ts';
import { messagesFor, type Occasion, type ReadReply, readReply, repairing, schemaFor } from './protocol.ts';
import { verified } from './quotes.ts';

/** What a model made of an answer. */
export interface Grading {
	/** By criterion; those that the model left out are left out. */
	readonly marks: Readonly<Record<string, ModelMark>>;
	/** Its words to the candidate; text, whatever it looks like. */
	readonly remark: string;
	/** The follow-up it would ask, of those that were offered. */
	readonly followUp: string | null;
}

/** A line that no answer contains. */
export function newFence(): string {
	return `answer-${newId()}`;
}

function better(first: ReadReply, second: ReadReply): ReadReply {
	return second.claims.size >= first.claims.size ? second : first;
}

async function readTwice(endpoint: Endpoint, occasion: Occasion, listening: Listening): Promise<ReadReply> {
	const [messages, schema] = [messagesFor(occasion), schemaFor(occasion)];
	const said = await ask(endpoint, { messages, schema }, listening);
	const first = readReply(said, occasion);
	if (first.problems.length === 0) return first;
	try {
		const again = await ask(endpoint, { messages: repairing(messages, said, first.problems), schema }, listening);
		return better(first, readReply(again, occasion));
	} catch (error) {
		// What could be read stands, unless the reader stopped it.
		if (first.claims.size > 0 && error instanceof ModelFailure && error.kind !== 'stopped') return first;
		throw error;
	}
}

/** Grades an answer that is not empty. Throws {@link ModelFailure}. */
export async function gradeAnswer(endpoint: Endpoint, occasion: Occasion, listening: Listening = {}): Promise<Grading> {
	const { claims, remark, followUp } = await readTwice(endpoint, occasion, listening);
	if (claims.size === 0) throw new ModelFailure('unreadable');
	return { marks: verified(occasion.answer, claims), remark, followUp: followUp ?? null };
}
