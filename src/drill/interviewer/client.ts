/**
 * Speaks to any OpenAI-compatible chat-completions endpoint: streams a reply, and tells every way in which that fails apart.
 * Nothing is sent again without being asked, and nothing is logged.
 */
import { createParser } from 'eventsource-parser';
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { ModelFailure } from './failures.ts';

// zod would try whether it may compile code, which the pages' policy reports as a violation.
z.config({ jitless: true });

export interface ChatMessage {
	readonly role: 'system' | 'user' | 'assistant';
	readonly content: string;
}

export interface ChatRequest {
	readonly messages: readonly ChatMessage[];
	/** What the reply has to look like, for servers that can hold a model to it. */
	readonly schema?: { readonly name: string; readonly schema: object };
}

/** How long to wait, ms: for the first word, while a model may be loading, and between words. */
export interface Patience {
	readonly first: number;
	readonly between: number;
}

const usualPatience: Patience = { first: 180_000, between: 60_000 };

export interface Listening {
	readonly signal?: AbortSignal;
	/** Called with the whole reply so far. */
	readonly onText?: (text: string) => void;
	readonly patience?: Patience;
}

/** Characters after which a reply is stopped; gradings have a few thousand. */
const LONGEST = 60_000;

/** Characters of a server's own words that are shown. */
const LONGEST_SAID = 240;

const text = z.exactOptional(z.nullable(z.string()));
const part = z.exactOptional(z.object({ content: text, refusal: text }));

/** An event of a stream, or a whole reply: servers that do not stream send `message` instead of `delta`. */
const completion = z.object({
	error: z.exactOptional(z.unknown()),
	choices: z.exactOptional(z.array(z.object({ delta: part, message: part, finish_reason: text }))),
});

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

/**
 * What a server says went wrong, as `{ error: { message } }`, `{ error }` or `{ message }`; undefined for web pages and other things that
 * are no words for a reader.
 */
function saidIn(body: string): string | undefined {
	const field = (value: unknown, name: string): unknown =>
		typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
	const content = parsed(body);
	const error = field(content, 'error');
	const said = [field(error, 'message'), error, field(content, 'message')].find((one) => typeof one === 'string');
	return typeof said === 'string' ? said.slice(0, LONGEST_SAID) : undefined;
}

/** Seconds of a `Retry-After` header, which is a number or a date. Browsers show it only where the server allows that. */
function retryAfter(headers: Headers): number | undefined {
	const value = headers.get('retry-after');
	if (value === null) return undefined;
	const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
	return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

async function failureOf(response: Response): Promise<ModelFailure> {
	const { status } = response;
	const text = await response.text().catch(() => '');
	const said = saidIn(text);
	const wait = retryAfter(response.headers);
	const details = { status, ...(said && { said }), ...(wait !== undefined && { retryAfter: wait }) };
	if (status === 401 || status === 403) return new ModelFailure('unauthorized', details);
	if (status === 404) return new ModelFailure('notFound', details);
	if (status === 429) return new ModelFailure('busy', details);
	return new ModelFailure(status >= 500 ? 'broken' : 'refused', details);
}

/** Gathers a reply out of events. */
class Reply {
	text = '';
	ended = false;

	take(data: string): void {
		if (data.trim() === '[DONE]') {
			this.ended = true;
			return;
		}
		const read = completion.safeParse(parsed(data));
		// What is no event of the protocol is passed over: the grades in the reply are checked anyway.
		if (!read.success) return;
		if (read.data.error) {
			const said = saidIn(data);
			throw new ModelFailure('broken', said ? { said } : {});
		}
		const [choice] = read.data.choices ?? [];
		const piece = choice?.delta ?? choice?.message;
		if (piece?.refusal || choice?.finish_reason === 'content_filter') throw new ModelFailure('declined');
		this.text += piece?.content ?? '';
		if (choice?.finish_reason === 'length') throw new ModelFailure('cutOff');
		if (this.text.length > LONGEST) throw new ModelFailure('tooLong');
	}

	/** Ends a reply that the server has finished. */
	whole(): string {
		if (this.text.trim() === '') throw new ModelFailure('empty');
		return this.text;
	}
}

/** Ends a request that stays silent for too long, or that the reader stops. Its signal's reason is the failure. */
class Watch {
	readonly #controller = new AbortController();
	readonly #outer: AbortSignal | undefined;
	readonly #stop = (): void => this.#controller.abort(new ModelFailure('stopped'));
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(outer: AbortSignal | undefined) {
		this.#outer = outer;
		if (outer?.aborted) this.#stop();
		outer?.addEventListener('abort', this.#stop);
	}

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** Waits for a sign of life for so many milliseconds from now. */
	wait(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#controller.abort(new ModelFailure('stalled')), ms);
	}

	/** Ends the connection whatever state it is in, and gives the signal back. */
	end(): void {
		clearTimeout(this.#timer);
		this.#outer?.removeEventListener('abort', this.#stop);
		this.#controller.abort(new ModelFailure('stopped'));
	}
}

function headersOf({ key }: Endpoint): Record<string, string> {
	// Without a key there is no Authorization header: servers that allow “*” do not allow that one, and the preflight would fail.
	return { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) };
}

/** Requests carry nothing but what stands in them, and follow no redirect: a key goes to the address it was given for. */
const careful = {
	credentials: 'omit',
	redirect: 'error',
	referrerPolicy: 'no-referrer',
	cache: 'no-store',
} as const satisfies RequestInit;

function bodyOf({ model }: Endpoint, { messages, schema }: ChatRequest): string {
	return JSON.stringify({
		model,
		messages,
		stream: true,
		...(schema && { response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } } }),
	});
}

async function read(
	response: Response,
	watch: Watch,
	{ onText, patience = usualPatience }: Listening,
): Promise<string> {
	const type = response.headers.get('content-type') ?? '';
	if (/^text\/html\b/.test(type)) throw new ModelFailure('notAnApi');
	const reply = new Reply();
	if (/^application\/json\b/.test(type)) {
		const text = await response.text();
		reply.take(text);
		onText?.(reply.text);
		return reply.whole();
	}
	const parser = createParser({ onEvent: ({ data }) => reply.take(data) });
	const decoder = new TextDecoder();
	const reader = response.body?.getReader();
	const feed = (text: string): void => {
		const before = reply.text;
		parser.feed(text);
		if (reply.text !== before) onText?.(reply.text);
	};
	while (reader && !reply.ended) {
		const { done, value } = await reader.read();
		if (done) {
			// A last event without the empty line that ends it.
			feed(`${decoder.decode()}\n\n`);
			break;
		}
		watch.wait(patience.between);
		feed(decoder.decode(value, { stream: true }));
	}
	return reply.whole();
}

/** Streams one reply and returns it whole. Throws {@link ModelFailure}. */
export async function complete(endpoint: Endpoint, request: ChatRequest, listening: Listening = {}): Promise<string> {
	const watch = new Watch(listening.signal);
	let began = false;
	try {
		watch.wait((listening.patience ?? usualPatience).first);
		const response = await fetch(`${endpoint.baseUrl}/chat/completions`, {
			...careful,
			method: 'POST',
			headers: headersOf(endpoint),
			body: bodyOf(endpoint, request),
			signal: watch.signal,
		});
		began = true;
		if (!response.ok) throw await failureOf(response);
		return await read(response, watch, listening);
	} catch (error) {
		if (error instanceof ModelFailure) throw error;
		if (watch.signal.aborted) throw watch.signal.reason;
		throw new ModelFailure(began ? 'dropped' : 'unreachable');
	} finally {
		watch.end();
	}
}

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The models that a server offers; empty when it does not say. Throws {@link ModelFailure} when it cannot be reached or refuses the key. */
export async function listModels(endpoint: Endpoint, signal?: AbortSignal): Promise<string[]> {
	const { Authorization } = headersOf(endpoint);
	let response: Response;
	try {
		response = await fetch(`${endpoint.baseUrl}/models`, {
			...careful,
			...(Authorization && { headers: { Authorization } }),
			...(signal && { signal }),
		});
	} catch {
		throw new ModelFailure(signal?.aborted ? 'stopped' : 'unreachable');
	}
	if (response.status === 401 || response.status === 403) throw await failureOf(response);
	const text = await response.text().catch(() => '');
	if (response.ok && /^\s*</.test(text)) throw new ModelFailure('notAnApi');
	const read = modelList.safeParse(parsed(text));
	return response.ok && read.success ? read.data.data.map(({ id }) => id) : [];
}

/** Whether anything at all answers at an address. The reply itself stays hidden from the page. */
export async function isThere(baseUrl: string, signal?: AbortSignal): Promise<boolean> {
	try {
		await fetch(`${baseUrl}/models`, { ...careful, redirect: 'follow', mode: 'no-cors', ...(signal && { signal }) });
		return true;
	} catch {
		return false;
	}
}
