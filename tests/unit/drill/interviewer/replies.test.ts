/** What people's models really send, as whole replies: read, or said in words. */
import { expect, it } from 'vitest';
import { gradedSoFar, readReply } from '../../../../src/drill/interviewer/protocol.ts';
import { verified } from '../../../../src/drill/interviewer/quotes.ts';
import { occasion, script } from './fixture.ts';

const ids = script.rubric.map(({ id }) => id);
const all = (entry: object): string =>
	JSON.stringify({ grades: ids.map((criterion) => ({ criterion, ...entry })), remark: 'So.', followUp: 'grow' });

const marksOf = (reply: string, answer: string) => verified(answer, readReply(reply, occasion({ answer })).claims);

it.each([
	['capitals', all({ grade: 'MET', quote: 'x' })],
	['an object by criterion', JSON.stringify({ grades: Object.fromEntries(ids.map((id) => [id, { grade: 'met' }])) })],
	['grades alone by criterion', JSON.stringify({ grades: Object.fromEntries(ids.map((id) => [id, 'met'])) })],
	['underscores', all({ grade: 'met' }).replaceAll('hash-named', 'hash_named')],
])('takes %s', (_, reply) => {
	const { claims, problems } = readReply(reply, occasion());
	expect([[...claims.keys()], problems]).toEqual([ids, []]);
	expect([...claims.values()].every(({ grade }) => grade === 'met')).toBe(true);
});

it('finds TeX in the answer, however its backslashes were escaped', () => {
	const answer =
		'We divide by \\sqrt{d_k} so that \\frac{a}{b} and \\theta stay, \\nabla f \\rho \\beta\nwith a break.';
	for (const quote of [
		'We divide by \\sqrt{d_k} so',
		'that \\frac{a}{b} and \\theta stay',
		'and \\theta stay, \\nabla f \\rho \\beta',
		'\\nabla f \\rho \\beta with a break.',
	])
		for (const written of [quote, quote.replaceAll('\\', '\\\\'), quote.replaceAll('\\', '\\\\\\\\')]) {
			const reply = `{"grades": [{"criterion": "cost", "quote": "${written}", "grade": "met"}]}`;
			const { cost } = marksOf(reply, answer);
			expect([written, cost?.doubt]).toEqual([written, undefined]);
			expect(answer).toContain(cost?.quote);
		}
});

it('keeps what an answer itself says of thinking', () => {
	const answer = 'Models write <think> a plan </think> before they answer.';
	expect(marksOf(all({ grade: 'met', quote: answer }), answer).cost?.doubt).toBe('reused');
	const one = JSON.stringify({ grades: [{ criterion: 'cost', grade: 'met', quote: answer }] });
	expect(marksOf(one, answer).cost).toEqual({ grade: 'met', quote: answer });
});

it('counts what is graded so far, and a draft only until the grades themselves begin', () => {
	const draft = '{"grades": [{"grade": "met"}, {"grade": "MET"}]';
	expect(gradedSoFar(draft)).toBe(2);
	expect(gradedSoFar(`${draft} No. {"grades": [{"grade":"missed"}`)).toBe(1);
});
