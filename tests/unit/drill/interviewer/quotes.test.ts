import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { passageOf, verified } from '../../../../src/drill/interviewer/quotes.ts';

it('finds a quote whatever its spaces and quotation marks, and gives the answer’s own', () => {
	const answer = 'It’s a\n  “soft” lookup,\tnot a hard one.';
	expect(passageOf(answer, 'It\'s a "soft" lookup')).toBe('It’s a\n  “soft” lookup');
	expect(passageOf(answer, '“…soft” lookup, not a hard one.”')).toBe('soft” lookup,\tnot a hard one.');
});

it('guesses nothing', () => {
	const answer = 'Softmax runs along the keys.';
	for (const quote of [
		'softmax runs',
		'Softmax runs over the keys',
		'Softmax … keys',
		'Softmax runs along the keys!',
		'',
		'  ',
	]) {
		expect(passageOf(answer, quote)).toBeUndefined();
	}
});

it('finds every passage of every text as it stands', () => {
	const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(text, fc.nat(), fc.nat(), (answer, a, b) => {
			const [from, to] = [a % answer.length, b % answer.length].sort((x, y) => x - y) as [number, number];
			const passage = answer.slice(from, to + 1).trim();
			fc.pre(passage !== '' && passage.isWellFormed() && answer.isWellFormed());
			const found = passageOf(answer, passage);
			expect(found).toBeDefined();
			expect(answer).toContain(found);
		}),
	);
});

const claim = (grade: 'met' | 'partly' | 'missed', quote: string) => ({ grade, quote });

it('doubts what is unquoted, invented, too short or used for everything', () => {
	const answer = 'The keys are compared with the query. Their values are then averaged.';
	const marks = verified(
		answer,
		new Map([
			['a', claim('met', 'The keys are compared with the query.')],
			['b', claim('partly', 'The keys are compared with the query.')],
			['c', claim('met', '')],
			['d', claim('met', 'The values are summed')],
			['e', claim('met', 'the query')],
			['f', claim('missed', 'The keys are compared')],
		]),
	);
	expect(marks.a).toEqual({ grade: 'met', quote: 'The keys are compared with the query.' });
	expect(marks.b?.doubt).toBeUndefined();
	expect([marks.c?.doubt, marks.d?.doubt, marks.e?.doubt]).toEqual(['unquoted', 'invented', 'short']);
	expect(marks.f).toEqual({ grade: 'missed', quote: '' });
	const all = verified(
		answer,
		new Map(['a', 'b', 'c'].map((id) => [id, claim('met', 'Their values are then averaged.')])),
	);
	expect(Object.values(all).map(({ doubt }) => doubt)).toEqual(['reused', 'reused', 'reused']);
});

it('takes a short answer that is quoted whole', () => {
	expect(verified(' O(n) ', new Map([['a', claim('met', 'O(n)')]])).a).toEqual({ grade: 'met', quote: 'O(n)' });
});

it.each([
	['哈希函数把每个键映射到一个桶。查找平均是常数时间。', '哈希函数把每个键映射到一个桶。'],
	['ハッシュ関数は各キーをバケットに対応させる。検索は平均して定数時間だ。', '検索は平均して定数時間だ。'],
	['ฟังก์ชันแฮชจับคู่แต่ละคีย์กับถัง การค้นหาเร็ว', 'ฟังก์ชันแฮชจับคู่แต่ละคีย์กับถัง'],
	['It is softmax(QK^T/sqrt(d_k))V in the end.', 'softmax(QK^T/sqrt(d_k))V'],
	['Then table[hash(key) % size] is read.', 'table[hash(key) % size]'],
])('counts words as the script of %s divides them', (answer, quote) => {
	expect(verified(answer, new Map([['a', claim('met', quote)]])).a).toEqual({ grade: 'met', quote });
});

it.each([
	['naïve lookups are fast'.normalize('NFD'), 'naïve lookups are fast'.normalize('NFC')],
	['key‑value pairs – all of them', 'key-value pairs - all of them'],
	['first … then the rest', 'first ... then the rest'],
	['a hash\u200bfunction maps keys', 'a hashfunction maps keys'],
	['ｈａｓｈ　ｆｕｎｃｔｉｏｎ maps keys', 'hash function maps keys'],
	['the ﬁrst bucket is full', 'the first bucket is full'],
	['he said “it’s «full»”', 'he said "it\'s "full""'],
])('takes %j and %j as one text, either way round', (one, other) => {
	expect(passageOf(`So: ${one}!`, other)).toBe(one);
	expect(passageOf(`So: ${other}!`, one)).toBe(other);
});

it('takes a line break for a space, and never for nothing', () => {
	expect(passageOf('soft\nmax', 'soft max')).toBe('soft\nmax');
	expect(passageOf('softmax', 'soft\nmax')).toBeUndefined();
	expect(passageOf('softmax', 'soft max')).toBeUndefined();
});
