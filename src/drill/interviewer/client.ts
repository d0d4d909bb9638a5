/**
 * Speaks to any OpenAI-compatible chat-completions endpoint: streams a reply, and tells every way in which that fails apart.
 * Nothing is sent again without being asked, and nothing is logged.
 */
import { createParser } from 'eventsource-parser';
import * as z from 'zod/mini';
import { type Endpoint, isKey } from './endpoint.ts';
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

/** How long to wait, ms: until the first word, while a model may be loading and reads its prompt, and between words. */
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

/** Characters after which a reply is stopped; gradings have a few thousand, thoughts before them a hundred thousand. */
const LONGEST = 400_000;

/** Characters of a server's own words that are shown. */
const LONGEST_SAID = 240;

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

/** A field of a value that may be anything. */
function field(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The words of a field: a text, or a list of parts that have one. */
function wordsIn(value: unknown): string {
	if (typeof value === 'string') return value;
	return Array.isArray(value) ? value.map((part) => wordsIn(field(part, 'text'))).join('') : '';
}

/**
 * What a server says went wrong, as `{ error: { message } }`, `{ error }`, `{ message }` or `{ detail }`; undefined for web pages and other
 * things that are no words for a reader.
 */
function saidIn(body: string): string | undefined {
	const read = parsed(body);
	const content = Array.isArray(read) ? read[0] : read;
	const [error, detail] = [field(content, 'error'), field(content, 'detail')];
	const details = Array.isArray(detail) ? detail.map((one) => field(one, 'msg')) : [detail];
	const said = [field(error, 'message'), error, field(content, 'message'), ...details].find(
		(one) => typeof one === 'string',
	);
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

/** Gathers a reply out of events. Every field is looked at by itself: one of an unknown kind costs no other. */
class Reply {
	text = '';
	/** Whether the model has begun to speak, aloud or in thought. A role that it speaks in is no word. */
	begun = false;
	ended = false;

	take(data: string, event?: string): void {
		if (data.trim() === '[DONE]') {
			this.ended = true;
			return;
		}
		// What is no event of the protocol is passed over: the grades in the reply are checked anyway.
		const content = parsed(data);
		if (field(content, 'error') || field(content, 'object') === 'error' || event === 'error') {
			const said = saidIn(data);
			throw new ModelFailure('broken', said ? { said } : {});
		}
		const choices = field(content, 'choices');
		// Servers that do not stream send `message` instead of `delta`; some know no choices.
		const choice = Array.isArray(choices) ? choices[0] : content;
		const piece = field(choice, 'delta') ?? field(choice, 'message');
		const reason = field(choice, 'finish_reason');
		if (wordsIn(field(piece, 'refusal')) !== '' || reason === 'content_filter') throw new ModelFailure('declined');
		const words = wordsIn(field(piece, 'content'));
		this.text += words;
		const thought = wordsIn(field(piece, 'reasoning_content')) + wordsIn(field(piece, 'reasoning'));
		if (words !== '' || thought !== '') this.begun = true;
		if (reason === 'length') throw new ModelFailure('cutOff');
		if (this.text.length > LONGEST) throw new ModelFailure('tooLong');
	}

	/** Ends a reply that the server has finished. */
	whole(): string {
		if (this.text.trim() === '') throw new ModelFailure('empty');
		return this.text;
	}
}

/** Takes a body apart as it comes. What it is shows in its first character: servers label streams as JSON, and JSON as streams. */
class Body {
	readonly #reply: Reply;
	readonly #events;
	#kind: 'unknown' | 'events' | 'json' = 'unknown';
	#rest = '';

	constructor(reply: Reply) {
		this.#reply = reply;
		this.#events = createParser({ onEvent: ({ data, event }) => reply.take(data, event) });
	}

	feed(text: string): void {
		if (this.#kind === 'events') {
			this.#events.feed(text);
			return;
		}
		this.#rest += text;
		const first = this.#rest.trimStart()[0];
		if (first === undefined) return;
		if (first === '<') throw new ModelFailure('notAnApi');
		if (first !== '{' && first !== '[') {
			this.#kind = 'events';
			this.#events.feed(this.#rest);
		} else {
			this.#kind = 'json';
			this.#takeLines();
		}
		if (this.#rest.length > LONGEST * 2) throw new ModelFailure('tooLong');
	}

	/** Objects that stand on a line each; one object over many lines stays whole until its end. */
	#takeLines(): void {
		for (;;) {
			const end = this.#rest.indexOf('\n');
			const line = this.#rest.slice(0, end);
			if (end < 0 || parsed(line) === undefined) return;
			this.#rest = this.#rest.slice(end + 1);
			this.#reply.take(line);
		}
	}

	end(): void {
		// A last event without the empty line that ends it.
		if (this.#kind === 'events') this.#events.feed('\n\n');
		else if (parsed(this.#rest) !== undefined) this.#reply.take(this.#rest);
		else for (const line of this.#rest.split('\n')) this.#reply.take(line);
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
	// `fetch` would fail as it does where nothing answers.
	if (!isKey(key)) throw new ModelFailure('badKey');
	// Without a key there is no Authorization header: servers that allow “*” do not allow that one, and the preflight would fail.
	return { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) };
}

/** Requests carry nothing but what stands in them, and follow no redirect: a key goes to the address it was given for. */
const careful = {
	credentials: 'omit',
	redirect: 'manual',
	referrerPolicy: 'no-referrer',
	cache: 'no-store',
} as const satisfies RequestInit;

/** Whether a server answers that what is asked for is elsewhere. Browsers show of such an answer nothing but that. */
function isRedirect({ type, status }: Response): boolean {
	return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

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
	const body = new Body(reply);
	const decoder = new TextDecoder();
	const reader = response.body?.getReader();
	let told = '';
	const tell = (): void => {
		if (reply.text !== told) onText?.(reply.text);
		told = reply.text;
	};
	while (reader && !reply.ended) {
		const { done, value } = await reader.read();
		if (done) {
			body.feed(decoder.decode());
			body.end();
			tell();
			break;
		}
		body.feed(decoder.decode(value, { stream: true }));
		watch.wait(reply.begun ? patience.between : patience.first);
		tell();
	}
	return reply.whole();
}

/** A request that is watched: given up when nothing comes, stopped when the reader wants it. Throws {@link ModelFailure}. */
async function watched<Value>(
	{ signal, patience = usualPatience }: Listening,
	send: (signal: AbortSignal) => Promise<Response>,
	take: (response: Response, watch: Watch) => Promise<Value>,
): Promise<Value> {
	const watch = new Watch(signal);
	let began = false;
	try {
		watch.wait(patience.first);
		const response = await send(watch.signal);
		began = true;
		if (isRedirect(response)) throw new ModelFailure('redirected');
		return await take(response, watch);
	} catch (error) {
		if (error instanceof ModelFailure) throw error;
		if (watch.signal.aborted) throw watch.signal.reason;
		throw new ModelFailure(began ? 'dropped' : 'unreachable');
	} finally {
		watch.end();
	}
}

/** Streams one reply and returns it whole. Throws {@link ModelFailure}. */
export async function complete(endpoint: Endpoint, request: ChatRequest, listening: Listening = {}): Promise<string> {
	const headers = headersOf(endpoint);
	return watched(
		listening,
		(signal) => {
			const body = bodyOf(endpoint, request);
			return fetch(`${endpoint.baseUrl}/chat/completions`, { ...careful, method: 'POST', headers, body, signal });
		},
		async (response, watch) => {
			if (!response.ok) throw await failureOf(response);
			return read(response, watch, listening);
		},
	);
}

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/**
 * The models that a server offers; empty when it does not say. Throws {@link ModelFailure} when it cannot be reached, refuses the
 * key, or does not answer in time.
 */
export async function listModels(endpoint: Endpoint, listening: Listening = {}): Promise<string[]> {
	const { Authorization } = headersOf(endpoint);
	return watched(
		listening,
		(signal) =>
			fetch(`${endpoint.baseUrl}/models`, { ...careful, ...(Authorization && { headers: { Authorization } }), signal }),
		async (response) => {
			if (response.status === 401 || response.status === 403) throw await failureOf(response);
			const text = await response.text();
			if (response.ok && /^\s*</.test(text)) throw new ModelFailure('notAnApi');
			const read = modelList.safeParse(parsed(text));
			return response.ok && read.success ? read.data.data.map(({ id }) => id) : [];
		},
	);
}

/** A look at an address without the key, wherever it leads; undefined when nothing answers in time. */
async function look(baseUrl: string, mode: RequestMode, listening: Listening): Promise<Response | undefined> {
	const send = (signal: AbortSignal): Promise<Response> =>
		fetch(`${baseUrl}/models`, { ...careful, redirect: 'follow', mode, signal });
	return watched(listening, send, async (response) => response).catch(() => undefined);
}

/** Whether anything at all answers at an address. The reply itself stays hidden from the page. */
export async function isThere(baseUrl: string, listening: Listening = {}): Promise<boolean> {
	return (await look(baseUrl, 'no-cors', listening)) !== undefined;
}

/** The base address that another one leads to; undefined where the browser does not let the page know. */
export async function whereTo(baseUrl: string, listening: Listening = {}): Promise<string | undefined> {
	const url = (await look(baseUrl, 'cors', listening))?.url ?? '';
	return url.endsWith('/models') ? url.slice(0, -'/models'.length) : undefined;
}
