import { afterAll, beforeAll, expect, it } from 'vitest';
import { sample, tryConnection } from '../../../../src/drill/interviewer/connection.ts';
import type { Endpoint } from '../../../../src/drill/interviewer/endpoint.ts';
import { gradeAnswer } from '../../../../src/drill/interviewer/grading.ts';
import { serverOf } from '../../../../src/drill/interviewer/servers.ts';
import { type FakeEndpoint, startFakeEndpoint } from './fakeEndpoint.ts';
import { occasion } from './fixture.ts';

let fake: FakeEndpoint;
beforeAll(async () => {
	fake = await startFakeEndpoint();
});
afterAll(() => fake.close());

const place = { origin: 'http://localhost:4321', protocol: 'http:' };
/** Milliseconds: enough for a busy machine, and as little as a server that never ends can be waited for. */
const [long, short] = [10_000, 1_500];

async function tried(model: string, path = '/v1', wait = long) {
	const patience = { first: wait, between: wait };
	const endpoint: Endpoint = { baseUrl: fake.address.replace('/v1', path), model, key: '' };
	fake.received.length = 0;
	const { ok, findings } = await tryConnection(endpoint, serverOf('other'), place, { patience });
	const words = findings.map(({ text, mend = '' }) => `${text} ${mend}`).join('\n');
	return { ok, words, sent: fake.received.flatMap(({ body }) => body ?? []) };
}

it('sends what gradings send, and nothing of the reader’s', async () => {
	const { ok, sent } = await tried('fair');
	expect(ok).toBe(true);
	fake.received.length = 0;
	await gradeAnswer({ baseUrl: fake.address, model: 'fair', key: '' }, occasion());
	const grading = fake.received[0]?.body;
	expect(sent.map((body) => Object.keys(body))).toEqual([Object.keys(grading ?? {})]);
	expect(sent[0]?.messages.map(({ role }) => role)).toEqual(grading?.messages.map(({ role }) => role));
	expect(sent[0]?.messages[0]).toEqual(grading?.messages[0]);
	expect(sent[0]?.messages[1]?.content).toContain(sample.answer);
});

it.each([
	['no-rules', true, /no rules in a role of their own/],
	['unstructured', true, /does not hold the model to a form/],
	['inventing', false, /a grade without a quote does not count/],
	['rude', false, /not with grades that can be read/],
	['failing', false, /CUDA out of memory/],
] as const)('says of a %s server what its gradings will be like', async (model, ok, words) => {
	const result = await tried(model);
	expect([result.ok, result.words]).toEqual([ok, expect.stringMatching(words)]);
});

it('says where an address leads that is not the server’s own', async () => {
	const { ok, words } = await tried('fair', '/moved/v1');
	expect([ok, words]).toEqual([false, expect.stringContaining(`It leads to ${fake.address}.`)]);
});

it('does without a list of models that does not end', async () => {
	expect((await tried('fair', '/endless/v1', short)).words).toMatch(/does not list its models.*\n.*model grades/);
});
