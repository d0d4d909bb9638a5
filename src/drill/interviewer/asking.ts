/**
 * Asks a server for what it may lack: to hold a model to a form, and a role for rules. What it refuses, by its status or by its words
 * alone, is left out, and remembered once that helped.
 */
import { type ChatMessage, type ChatRequest, complete, type Listening } from './client.ts';
import type { Endpoint } from './endpoint.ts';
import { ModelFailure } from './failures.ts';

export type Feature = 'form' | 'rules';

const lacking = new WeakMap<Endpoint, ReadonlySet<Feature>>();

/** What an endpoint turned out to lack. */
export function lackingOf(endpoint: Endpoint): ReadonlySet<Feature> {
	return lacking.get(endpoint) ?? new Set();
}

/** How servers say that a system message is nothing for their model's template, in whatever words. */
const noRules =
	/\b(?:system|developer)\b[^.]{0,40}\b(?:role|message|prompt|instruction)|\b(?:role|message)s?\b[^.]{0,40}\b(?:system|must alternate)\b|\bonly\b[^.]{0,40}\broles?\b/i;
const noForm = /response[_ ]?format|json[_ ]?(?:schema|object|mode)|grammar|structured|guided|not implemented/i;

/** The feature of a request that a failure is about; undefined when it is about none. */
function refusedIn({ kind, details }: ModelFailure, sent: ReadonlySet<Feature>): Feature | undefined {
	if (kind !== 'refused' && kind !== 'broken') return undefined;
	const said = details.said ?? '';
	if (sent.has('rules') && noRules.test(said)) return 'rules';
	const about = kind === 'refused' || details.status === 501 || noForm.test(said);
	return sent.has('form') && about ? 'form' : undefined;
}

/** The rules put before the first words to the model, where they have no role of their own. */
function withoutRoles(messages: readonly ChatMessage[]): ChatMessage[] {
	const rules = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
	const [first, ...others] = messages.filter(({ role }) => role !== 'system');
	return first ? [{ ...first, content: [...rules, first.content].join('\n\n') }, ...others] : [];
}

/** The reply to messages. Throws {@link ModelFailure}. */
export async function ask(endpoint: Endpoint, request: ChatRequest, listening: Listening = {}): Promise<string> {
	const without = new Set(lackingOf(endpoint));
	for (;;) {
		const sent = new Set<Feature>((['form', 'rules'] as const).filter((feature) => !without.has(feature)));
		const { schema } = request;
		const messages = sent.has('rules') ? request.messages : withoutRoles(request.messages);
		try {
			const reply = await complete(endpoint, { messages, ...(schema && sent.has('form') && { schema }) }, listening);
			lacking.set(endpoint, without);
			return reply;
		} catch (error) {
			const feature = error instanceof ModelFailure && refusedIn(error, sent);
			if (!feature) throw error;
			without.add(feature);
		}
	}
}
