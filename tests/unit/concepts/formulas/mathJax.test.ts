import katex from 'katex';
import { expect, test } from 'vitest';
import { foreignTo } from '../../../../src/concepts/formulas/mathJax.ts';

test('commands that MathJax does not know are named, with what to write where there is something', () => {
	expect(foreignTo('\\R + \\phase{x} \\Rightarrow \\text{\\textdegree}')).toEqual([
		{ command: '\\R', offset: 0, instead: '\\mathbb{R}' },
		{ command: '\\phase', offset: 5, instead: undefined },
		{ command: '\\textdegree', offset: 33, instead: undefined },
	]);
	// A line break, and then a letter.
	expect(foreignTo('a \\\\R')).toEqual([]);
});

test('what is to be written is drawn as the command is', () => {
	const text = (formula: string) =>
		katex.renderToString(formula, { output: 'html', throwOnError: true }).replace(/<[^>]*>/g, '');
	for (const command of [
		'\\argmin',
		'\\R',
		'\\isin',
		'\\natnums',
		'\\rArr',
		'\\Alpha',
		'\\plusmn',
		'\\bull',
		'\\sdot',
	]) {
		const [foreign] = foreignTo(command);
		expect(text(`a ${foreign?.instead} b`), command).toBe(text(`a ${command} b`));
	}
});
