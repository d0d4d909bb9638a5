import { afterAll, beforeAll, expect, it } from 'vitest';
import { complete, isThere, listModels, whereTo } from '../../../../src/drill/interviewer/client.ts';
import type { Endpoint } from '../../../../src/drill/interviewer/endpoint.ts';
import { failureText, ModelFailure } from '../../../../src/drill/interviewer/failures.ts';
import { messagesFor } from '../../../../src/drill/interviewer/protocol.ts';
import { type FakeEndpoint, fairReply, startFakeEndpoint } from './fakeEndpoint.ts';
import { occasion } from './fixture.ts';

let fake: FakeEndpoint;
beforeAll(async () => {
	fake = await startFakeEndpoint();
});
afterAll(() => fake.close());

const messages = messagesFor(occasion());
const expected = JSON.stringify(fairReply({ model: 'fair', stream: true, messages }));
const endpoint = (model: string, key = ''): Endpoint => ({ baseUrl: fake.address, model, key });
const patience = { first: 1_500, between: 1_500 };

async function failureOf(model: string): Promise<ModelFailure> {
	const error = await complete(endpoint(model), { messages }, { patience }).catch((thrown) => thrown);
	expect(error).toBeInstanceOf(ModelFailure);
	return error;
}

it.each([
	...['fair', 'crlf', 'split-utf8', 'no-done', 'stream-as-json', 'lines', 'odd-fields'],
	...['not-streaming', 'json-as-stream', 'json-unlabelled'],
])('reads the reply of a %s server whole', async (model) => {
	const seen: string[] = [];
	const reply = await complete(endpoint(model), { messages }, { onText: (text) => seen.push(text) });
	expect(reply).toBe(expected);
	expect(expected).toContain('Naïve “quotes”');
	expect(seen.at(-1)).toBe(expected);
	expect(seen.every((text) => expected.startsWith(text))).toBe(true);
	if (!/not-streaming|^json/.test(model)) expect(new Set(seen).size).toBeGreaterThan(1);
});

it.each([
	['needs-key', 'unauthorized', /key.*“Incorrect API key provided\.”/],
	['rate-limited', 'busy', /wait 20 s.*“Too many requests\.”/],
	['failing', 'broken', /failed.*“CUDA out of memory”/],
	['failing-midway', 'broken', /“context is full”/],
	['missing', 'notFound', /no such model.*“model "missing" not found”/],
	['words-in-stream', 'broken', /“maximum context length is 4096 tokens”/],
	['moved', 'redirected', /another address/],
	['web-page', 'notAnApi', /web page/],
	['stalling', 'stalled', /stopped sending/],
	['silent', 'stalled', /stopped sending/],
	['dropping', 'dropped', /broke off/],
	['cut-off', 'cutOff', /cut off/],
	['empty', 'empty', /empty/],
] as const)('says of a %s server that it is %s', async (model, kind, words) => {
	const failure = await failureOf(model);
	expect(failure.kind).toBe(kind);
	expect(failureText(failure)).toMatch(words);
});

it('says that nothing is there, and tells it from a server that does not let the page read', async () => {
	const gone = await startFakeEndpoint();
	await gone.close();
	const failure = await complete({ ...endpoint('fair'), baseUrl: gone.address }, { messages }).catch(
		(thrown) => thrown,
	);
	expect(failure.kind).toBe('unreachable');
	expect(await isThere(gone.address)).toBe(false);
	expect(await isThere(fake.address)).toBe(true);
});

it('stops when it is told to, before a reply and within one', async () => {
	const stop = new AbortController();
	const silent = complete(endpoint('silent'), { messages }, { signal: stop.signal }).catch((thrown) => thrown);
	setTimeout(() => stop.abort(), 20);
	expect((await silent).kind).toBe('stopped');
	const midway = new AbortController();
	const options = { signal: midway.signal, onText: () => midway.abort() };
	expect((await complete(endpoint('stalling'), { messages }, options).catch((thrown) => thrown)).kind).toBe('stopped');
});

it('sends the key in one header alone, and without a key no such header', async () => {
	fake.received.length = 0;
	await complete(endpoint('fair', 'sk-secret'), { messages });
	await listModels(endpoint('fair', 'sk-secret'));
	expect(fake.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-secret', 'Bearer sk-secret']);
	for (const { path, body, headers } of fake.received) {
		const { authorization: _, ...others } = headers;
		expect(JSON.stringify([path, body, others])).not.toContain('sk-secret');
	}
	fake.received.length = 0;
	await complete(endpoint('fair'), { messages });
	expect(await listModels(endpoint('fair'))).toContain('fair');
	expect(fake.received.every(({ headers }) => !('authorization' in headers))).toBe(true);
});

it('waits for the first word as long as it may take, whatever comes before it', async () => {
	const slow = complete(endpoint('slow-prompt'), { messages }, { patience: { first: 10_000, between: 300 } });
	await expect(slow).resolves.toBe(expected);
});

it('takes a hundred thousand characters of thought', async () => {
	const thoughts = await startFakeEndpoint('*', () => `${'Let me see. '.repeat(9000)}${expected}`);
	const reply = await complete({ ...endpoint('fair'), baseUrl: thoughts.address }, { messages });
	await thoughts.close();
	expect(reply.endsWith(expected)).toBe(true);
});

it('finds where an address leads, without the key', async () => {
	const moved = { ...endpoint('fair', 'sk-secret'), baseUrl: fake.address.replace('/v1', '/moved/v1') };
	fake.received.length = 0;
	await expect(listModels(moved)).rejects.toMatchObject({ kind: 'redirected' });
	expect(fake.received.map(({ path }) => path)).toEqual(['/moved/v1/models']);
	fake.received.length = 0;
	expect(await whereTo(moved.baseUrl)).toBe(fake.address);
	expect(fake.received.every(({ headers }) => !('authorization' in headers))).toBe(true);
});

it('gives a list of models up that does not end', async () => {
	const endless = { ...endpoint('fair'), baseUrl: fake.address.replace('/v1', '/endless/v1') };
	await expect(listModels(endless, { patience })).rejects.toMatchObject({ kind: 'stalled' });
});

it('sends nothing with a key that no header can carry', async () => {
	fake.received.length = 0;
	const failure = await complete(endpoint('fair', 'sk-abc\u200b'), { messages }).catch((thrown) => thrown);
	expect([failure.kind, fake.received]).toEqual(['badKey', []]);
	expect(failureText(failure)).toMatch(/key holds a character that no key has/);
});
