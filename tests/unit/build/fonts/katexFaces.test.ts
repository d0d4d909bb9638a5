import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { faceInFormula, formulaFontRulesIn } from '../../../../src/build/fonts/katexFaces.ts';

const stylesheet = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.css'), 'utf8');
const rules = formulaFontRulesIn(stylesheet);

/** Elements from `.katex` inwards, each given by its classes. */
function face(...classes: string[]) {
	const chain = ['katex', ...classes].map((list) => ({ tag: 'span', classes: list.split(' ') }));
	let inside = faceInFormula(chain.slice(0, 1), rules);
	for (let depth = 2; depth <= chain.length; depth++) inside = faceInFormula(chain.slice(0, depth), rules, inside);
	return inside;
}

describe('the face that sets a piece of a formula', () => {
	it('is upright by default', () => {
		expect(face('katex-html', 'mord')).toEqual({ family: 'KaTeX_Main', bold: false, italic: false });
	});

	it.each([
		['mord mathnormal', { family: 'KaTeX_Math', bold: false, italic: true }],
		['mord mathbf', { family: 'KaTeX_Main', bold: true, italic: false }],
		['mord mathbb', { family: 'KaTeX_AMS', bold: false, italic: false }],
		['mord boldsymbol', { family: 'KaTeX_Math', bold: true, italic: true }],
		['mop op-symbol large-op', { family: 'KaTeX_Size2', bold: false, italic: false }],
		['delimsizing size3', { family: 'KaTeX_Size3', bold: false, italic: false }],
	])('%s', (classes, expected) => expect(face('katex-html', classes)).toEqual(expected));

	it('is inherited, and changed by what lies further in', () => {
		expect(face('mord textbf', 'mord')).toMatchObject({ bold: true });
		expect(face('mord mathit', 'mord mathrm')).toMatchObject({ family: 'KaTeX_Main', italic: false });
	});

	it('needs every part of a selector', () => {
		expect(face('delim-size1', '')).toMatchObject({ family: 'KaTeX_Main' });
		expect(face('delimsizing mult', 'delim-size1', '')).toMatchObject({ family: 'KaTeX_Size1' });
	});
});

it('knows every family that the stylesheet declares', () => {
	const declared = new Set(
		[...stylesheet.matchAll(/@font-face\s*\{\s*font-family:\s*"(\w+)"/g)].map(([, name]) => name),
	);
	const chosen = new Set(['KaTeX_Main', ...rules.flatMap(({ sets }) => sets.family ?? [])]);
	expect(chosen).toEqual(declared);
});
