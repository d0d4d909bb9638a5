/** The golden answers can be graded as they say, and the command that holds a model against them counts right. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { agreementOf, fairMark, kinds, readGolden } from '../../../../src/build/golden/answers.ts';
import { questions } from '../../../../src/concepts/schema/question.ts';
import { verified } from '../../../../src/drill/interviewer/quotes.ts';
import { scriptOf } from '../../../../src/published/interview.ts';
import { type ChatBody, readAsked, startFakeEndpoint } from './fakeEndpoint.ts';

const golden = readGolden(readFileSync('src/build/golden/answers.yaml', 'utf8'));

const scripts = golden.map(({ concept, question }) => {
	const authored = questions.parse(parse(readFileSync(`content/concepts/${concept}/questions.yaml`, 'utf8')));
	return authored.filter(({ id }) => id === question).map(scriptOf)[0];
});

describe.each(golden.map((question, index) => ({ ...question, script: scripts[index] })))('$question', (question) => {
	const ids = question.script?.rubric.map(({ id }) => id) ?? [];

	it.each(kinds)('%s: every grade is of a criterion, and shown by a passage of the answer', (kind) => {
		expect(ids.length).toBeGreaterThan(0);
		expect(ids).toEqual(expect.arrayContaining(Object.keys(question[kind].grades)));
		const marks = verified(question[kind].text, new Map(ids.map((id) => [id, fairMark(question[kind], id)])));
		expect(Object.entries(marks).filter(([, { doubt }]) => doubt)).toEqual([]);
	});

	it('the strong answer meets everything, the wrong one nothing though it is the longest', () => {
		expect(ids.every((id) => fairMark(question.strong, id).grade === 'met')).toBe(true);
		expect([question.wrong.grades, question.empty.grades]).toEqual([{}, {}]);
		expect(question.wrong.text.length).toBeGreaterThan(question.strong.text.length);
		expect(question.strong.text.length).toBeGreaterThan(question.weak.text.length);
	});
});

it('covers the four concepts with five questions', () => {
	expect(golden).toHaveLength(5);
	expect(new Set(golden.map(({ concept }) => concept)).size).toBe(4);
});

it('tells generous from harsh grades, and those that do not count', () => {
	const compared = [
		{ criterion: 'a', fair: 'met', model: 'met' },
		{ criterion: 'b', fair: 'missed', model: 'partly' },
		{ criterion: 'c', fair: 'partly', model: 'missed' },
		{ criterion: 'd', fair: 'met', model: undefined },
	] as const;
	expect(agreementOf(compared)).toEqual({ criteria: 4, agreed: 1, generous: 1, harsh: 1, none: 1 });
});

/** Replies as the fair interviewer of the golden answers would. */
function fairly(body: ChatBody): string {
	const { criteria, answer } = readAsked(body);
	const known = golden.flatMap((question) => kinds.map((kind) => question[kind])).find(({ text }) => text === answer);
	const grades = criteria.map((criterion) => ({ criterion, ...(known && fairMark(known, criterion)) }));
	return JSON.stringify({ grades, remark: '', followUp: '' });
}

async function run(model: string, replies?: (body: ChatBody) => string) {
	const fake = await startFakeEndpoint('*', replies);
	try {
		const { stdout } = await promisify(execFile)(process.execPath, ['src/build/golden.ts', fake.address, model]);
		return { stdout, requests: fake.received.length };
	} finally {
		await fake.close();
	}
}

const criteria = scripts.reduce((sum, script) => sum + (script?.rubric.length ?? 0), 0);

it('a fair grader agrees everywhere; what is blank is not sent', async () => {
	const { stdout, requests } = await run('fair', fairly);
	expect(stdout).toContain(`all: ${4 * criteria} of ${4 * criteria} agree (100 %), 0 generous, 0 harsh, 0 without`);
	expect(stdout).not.toContain('≠');
	const sent = golden.flatMap((question) => kinds.filter((kind) => question[kind].text.trim() !== ''));
	expect(requests).toBe(sent.length);
});

it('a grader that invents gets no credit, and one that fails is said to', async () => {
	expect((await run('inventing')).stdout).toMatch(/strong: 0 of \d+ agree/);
	const { stdout } = await run('failing');
	expect(stdout).toContain('failed: The server failed. It says: “CUDA out of memory”');
	expect(stdout).toMatch(/strong: 0 of \d+ agree \(0 %\), 0 generous, 0 harsh, \d+ without/);
});

it('says what it wants when it is called wrong', async () => {
	const failed = await promisify(execFile)(process.execPath, ['src/build/golden.ts', 'ftp://x']).catch(
		(error) => error,
	);
	expect(failed.code).toBe(1);
	expect(failed.stderr).toContain('npm run golden -- http://localhost:11434/v1');
});
