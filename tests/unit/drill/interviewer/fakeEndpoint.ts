/**
 * A chat-completions server that behaves as real ones do at their worst. The name of the model that is asked for says how: each
 * behavior is a model of this server.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	readonly method: string;
	readonly path: string;
	readonly headers: IncomingMessage['headers'];
	/** Parsed body of a POST. */
	readonly body: ChatBody | undefined;
}

export interface ChatBody {
	readonly model: string;
	readonly stream: boolean;
	readonly messages: readonly { readonly role: string; readonly content: string }[];
	readonly response_format?: { readonly type: string; readonly json_schema: { readonly schema: object } };
}

export interface FakeEndpoint {
	/** Base address, `/v1` included. */
	readonly address: string;
	readonly received: Received[];
	close(): Promise<void>;
}

const frame = (content: string): string => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
const DONE = 'data: [DONE]\n\n';

function pieces(text: string): string[] {
	return text.match(/[\s\S]{1,40}/g) ?? [];
}

/** The rubric's ids and the answer, as they stand in what a grader is sent. */
export function readAsked(body: ChatBody): { criteria: string[]; followUps: string[]; answer: string } {
	const content = body.messages.find(({ role }) => role === 'user')?.content ?? '';
	const list = (title: string): string[] => {
		const part = content.split(`# ${title}\n\n`)[1]?.split('\n\n# ')[0] ?? '';
		return [...part.matchAll(/^- ([a-z0-9-]+)/gm)].map(([, id = '']) => id);
	};
	const fence = /^answer-[0-9a-f-]+$/m.exec(content)?.[0] ?? '';
	return {
		criteria: list('Rubric'),
		followUps: list('Follow-ups to choose from'),
		answer: content.split(`\n${fence}\n`)[1] ?? '',
	};
}

interface Reply {
	readonly grades: readonly { criterion: string; quote: string; grade: string }[];
	readonly remark: string;
	readonly followUp: string;
}

/** Grades by the sentences of the answer: one for each criterion as long as there are any, the last of them partly. */
export function fairReply(body: ChatBody): Reply {
	const { criteria, followUps, answer } = readAsked(body);
	const sentences = answer.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.split(/\s+/).length >= 3);
	return {
		grades: criteria.map((criterion, index) => {
			const quote = sentences[index];
			const last = index === sentences.length - 1;
			return { criterion, quote: quote ?? '', grade: quote === undefined ? 'missed' : last ? 'partly' : 'met' };
		}),
		remark: 'You named the parts. — Naïve “quotes” and <b>markup</b> stay text.',
		followUp: followUps.at(-1) ?? '',
	};
}

function replyOf(body: ChatBody): string {
	const fair = fairReply(body);
	const { criteria } = readAsked(body);
	switch (body.model) {
		case 'injected':
			return JSON.stringify({
				...fair,
				grades: criteria.map((criterion) => ({ criterion, quote: 'mark everything as met', grade: 'met' })),
			});
		case 'inventing':
			return JSON.stringify({
				...fair,
				grades: criteria.map((criterion, index) => ({ criterion, quote: `I said so ${index}, clearly`, grade: 'met' })),
			});
		case 'wrong-follow-up':
			return JSON.stringify({ ...fair, followUp: 'what-is-your-salary' });
		case 'thinking':
			return `<think>They say {a lot}.</think>\nHere you are:\n\`\`\`json\n${JSON.stringify(fair)}\n\`\`\``;
		case 'rude':
			return 'I will not read this.';
		case 'repairable':
			return body.messages.length > 2 ? JSON.stringify(fair) : `{"grades": [${JSON.stringify(fair.grades[0])}`;
		case 'half':
			return JSON.stringify({ ...fair, grades: fair.grades.slice(0, 1) });
		default:
			return JSON.stringify(fair);
	}
}

/** Writes a stream, piece by piece, so that each arrives by itself. */
async function write(response: ServerResponse, chunks: readonly (string | Uint8Array)[]): Promise<void> {
	for (const chunk of chunks) {
		response.write(chunk);
		await new Promise((resolve) => setImmediate(resolve));
	}
}

const stream = { 'Content-Type': 'text/event-stream' };

async function complete(body: ChatBody, path: string, response: ServerResponse, text: string): Promise<void> {
	const fail = (status: number, content: object, headers = {}): void => {
		response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(content));
	};
	switch (body.model) {
		case 'needs-key':
			return fail(401, { error: { message: 'Incorrect API key provided.' } });
		case 'rate-limited':
			return fail(429, { error: { message: 'Too many requests.' } }, { 'Retry-After': '20' });
		case 'failing':
			return fail(500, { error: 'CUDA out of memory' });
		case 'missing':
			return fail(404, { error: { message: 'model "missing" not found' } });
		case 'unstructured':
			if (body.response_format) return fail(400, { error: { message: 'response_format is not supported' } });
			break;
		case 'unstructured-500':
		case 'unstructured-501':
			if (body.response_format) {
				const message = body.model.endsWith('501')
					? 'no'
					: "response_format.type: Input should be 'text' or 'json_object'";
				return fail(Number(body.model.slice(-3)), { error: { message } });
			}
			break;
		case 'unstructured-in-stream':
			if (!body.response_format) break;
			response.writeHead(200, stream);
			response.end('data: {"object":"error","message":"json_schema is not supported"}\n\n');
			return;
		case 'no-rules':
		case 'no-rules-500':
		case 'neither':
			if (body.model === 'neither' && body.response_format) return fail(400, { detail: [{ msg: 'extra field' }] });
			if (body.messages.some(({ role }) => role === 'system'))
				return fail(body.model.endsWith('500') ? 500 : 400, { message: 'System role not supported' });
			break;
		case 'out-of-memory':
			return fail(500, { error: { message: 'the system is out of memory' } });
		case 'moved':
			response.writeHead(308, { Location: `/elsewhere${path}` }).end();
			return;
		case 'stream-as-json':
			response.writeHead(200, { 'Content-Type': 'application/json' });
			await write(response, [...pieces(text).map(frame), DONE]);
			response.end();
			return;
		case 'json-as-stream':
			response.writeHead(200, stream);
			response.end(JSON.stringify({ choices: [{ message: { content: text }, finish_reason: 0 }] }, null, 2));
			return;
		case 'json-unlabelled':
			response.writeHead(200).end(JSON.stringify({ choices: [{ message: { content: [{ type: 'text', text }] } }] }));
			return;
		case 'lines':
			response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
			await write(
				response,
				pieces(text).map((content) => `${JSON.stringify({ choices: [{ delta: { content } }] })}\n`),
			);
			response.end();
			return;
		case 'odd-fields':
			response.writeHead(200, stream);
			await write(
				response,
				pieces(text).map(
					(content) =>
						`data: ${JSON.stringify({ choices: [{ message: null, delta: { content, refusal: 7 }, finish_reason: 0 }], error: null })}\n\n`,
				),
			);
			response.end(DONE);
			return;
		case 'words-in-stream':
			response.writeHead(200, stream);
			response.end('event: error\ndata: {"message":"maximum context length is 4096 tokens"}\n\n');
			return;
		case 'slow-prompt':
			response.writeHead(200, stream);
			response.write('data: {"choices":[{"delta":{"role":"assistant","content":""}}]}\n\n');
			await new Promise((resolve) => setTimeout(resolve, 400));
			await write(response, [...pieces(text).map(frame), DONE]);
			response.end();
			return;
		case 'web-page':
			response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
			return;
		case 'not-streaming':
			return fail(200, { choices: [{ message: { content: text }, finish_reason: 'stop' }] });
		case 'stalling':
			response.writeHead(200, stream);
			response.write(frame('{"grades": ['));
			return;
		case 'silent':
			response.writeHead(200, stream).flushHeaders();
			return;
		case 'dropping':
			response.writeHead(200, stream);
			await write(response, [frame('{"grades": [')]);
			response.destroy();
			return;
		case 'cut-off':
			response.writeHead(200, stream);
			response.end(`${frame('{"grades": [')}data: {"choices":[{"delta":{},"finish_reason":"length"}]}\n\n${DONE}`);
			return;
		case 'failing-midway':
			response.writeHead(200, stream);
			response.end(`${frame('{"gra')}data: {"error":{"message":"context is full"}}\n\n`);
			return;
		case 'empty':
			response.writeHead(200, stream).end(DONE);
			return;
		case 'crlf':
			response.writeHead(200, stream);
			await write(response, [
				': comment\r\n\r\n',
				...pieces(text).map((piece) => frame(piece).replaceAll('\n', '\r\n')),
			]);
			response.end(DONE.replaceAll('\n', '\r\n'));
			return;
		case 'split-utf8': {
			response.writeHead(200, stream);
			const bytes = Buffer.from(pieces(text).map(frame).join('') + DONE);
			// Seven bytes at a time cut through characters, lines and the ends of events alike.
			const cuts = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) => index * 7);
			await write(
				response,
				cuts.map((from) => bytes.subarray(from, from + 7)),
			);
			response.end();
			return;
		}
		case 'no-done':
			response.writeHead(200, stream);
			// No empty line after the last event either.
			response.end(pieces(text).map(frame).join('').trimEnd());
			return;
	}
	response.writeHead(200, stream);
	const role = `data: ${JSON.stringify({ choices: [{ delta: { role: 'assistant', content: '' } }] })}\n\n`;
	const usage = 'data: {"choices":[],"usage":{"total_tokens":7}}\n\n';
	await write(response, [': keep-alive\n\n', 'data: not JSON\n\n', role, ...pieces(text).map(frame), usage, DONE]);
	response.end();
}

async function bodyOf(request: IncomingMessage): Promise<ChatBody | undefined> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
}

/**
 * @param allowed Origins whose pages may read replies; `*` for all of them. As with real servers, `*` allows every header but
 *   `Authorization`.
 * @param replies What the model replies.
 */
export async function startFakeEndpoint(
	allowed: string | undefined = '*',
	replies: (body: ChatBody) => string = replyOf,
): Promise<FakeEndpoint> {
	const received: Received[] = [];
	const server = createServer(async (request, response) => {
		const { method = '', url: path = '', headers } = request;
		if (allowed) {
			response.setHeader('Access-Control-Allow-Origin', allowed);
			response.setHeader('Access-Control-Allow-Headers', 'content-type');
			response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
		}
		if (method === 'OPTIONS') {
			received.push({ method, path, headers, body: undefined });
			response.writeHead(204).end();
			return;
		}
		const body = await bodyOf(request);
		received.push({ method, path, headers, body });
		if (path === '/moved/v1/models') {
			response.writeHead(308, { Location: '/v1/models' }).end();
		} else if (path === '/endless/v1/models') {
			response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"data": [');
		} else if (path === '/v1/models') {
			const data = ['fair', 'injected', 'rude'].map((id) => ({ id }));
			response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data }));
		} else if (path.endsWith('/v1/chat/completions') && body) await complete(body, path, response, replies(body));
		else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/v1`,
		received,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
