import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastObjectWith } from '../../../../src/drill/interviewer/looseJson.ts';

const read = (text: string): unknown => lastObjectWith('grades', text);
const good = { grades: [{ criterion: 'a', quote: 'it is so', grade: 'met' }], remark: 'Short.' };
const json = JSON.stringify(good);

it.each([
	['thoughts that end without having begun', `They list {some} parts.\n</think>\n\n${json}`],
	['thoughts under another name', `<thinking>{a}</thinking>${json}`],
	['channels', `<|channel|>analysis<|message|>Need {json}.<|end|><|channel|>final<|message|>${json}`],
	['a fence, and a note after it', `\`\`\`json\n${json}\n\`\`\`\nNote: {resizing} was not mentioned.`],
	['the same twice', `${json}\n${json}`],
	['a draft before it', `{"grades": [{"criterion": "a", "grade": "missed"}]} Hm, no.\n${json}`],
	['a draft that breaks off', `{"grades": [{"criterion": "a", ... \n${json}`],
	['a mention of the word after it', `${json}\nThat is all of the "grades": done.`],
	['an envelope', `{"result": ${json}}`],
	['another order', JSON.stringify({ remark: good.remark, grades: good.grades })],
	['braces in a string before it', `{"remark": "Short.", "note": "f{x}", "grades": ${JSON.stringify(good.grades)}}`],
	['a hundred thousand characters of thought', `${'Let me see {x}. '.repeat(7000)}${json}`],
])('finds the grades among %s', (_, text) => {
	expect(read(text)).toMatchObject(good);
});

it.each([
	['a comma too many', '{"grades": [1, 2,], "remark": "x",}', { grades: [1, 2], remark: 'x' }],
	['raw line breaks and tabs', '{"grades": [], "remark": "a\n\tb"}', { grades: [], remark: 'a\n\tb' }],
	['the quotation marks of Python', `{'grades': ['it\\'s', 'isn't'], 'n': None}`.replace('None', 'null'), { n: null }],
	['keys without marks', '{grades: [{grade: "met"}]}', { grades: [{ grade: 'met' }] }],
	['marks that nobody escaped', '{"grades": ["a "soft" lookup", "b"]}', { grades: ['a "soft" lookup', 'b'] }],
	[
		'TeX',
		String.raw`{"grades": ["by \sqrt{d_k} so", "\frac{1}{2}"]}`,
		{ grades: ['by \\sqrt{d_k} so', '\\frac{1}{2}'] },
	],
	['characters by number', String.raw`{"grades": ["na\u00efve \ud83d\ude00"]}`, { grades: ['naïve 😀'] }],
])('reads %s', (_, text, value) => {
	expect(read(text)).toMatchObject(value);
});

it('reads what JSON itself would, but for the escapes that are TeX', () => {
	const value = fc.jsonValue({ maxDepth: 3 }).filter((one) => !/\\[bf]/.test(JSON.stringify(one)));
	fc.assert(
		fc.property(value, fc.string(), (grades, remark) => {
			fc.pre(!/\\[bf]/.test(JSON.stringify(remark)));
			const text = JSON.stringify({ grades, remark });
			expect(read(`so: ${text} there`)).toEqual(JSON.parse(text));
		}),
	);
});

it.each(['', 'no', '{', '{"grades"', '{"grades": [', '{"grade": []}', '"grades": []', '{"a": {"grades": }'])(
	'finds nothing in %j',
	(text) => {
		expect(read(text)).toBeUndefined();
	},
);

it('is not held up by a reply that is made to', () => {
	for (const hostile of ['{', '{"grades":', '{"', '[{"grades":"', "{grades:'", '\\"grades":{'])
		expect(read(hostile.repeat(60_000))).toBeUndefined();
}, 5000);
