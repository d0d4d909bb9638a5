import katex from 'katex';
import { describe, expect, it } from 'vitest';
import type { FontRule } from '../../../../src/build/fonts/katexFaces.ts';
import { addPage, addSource, addUsage, noUsage, readUsage, writeUsage } from '../../../../src/build/fonts/usage.ts';

const rules: FontRule[] = [{ compounds: [['katex'], ['mathnormal']], sets: { family: 'KaTeX_Math', italic: true } }];
const has = (characters: ReadonlySet<number>, text: string) =>
	[...text].every((character) => characters.has(character.codePointAt(0) ?? 0));

describe('usage', () => {
	it('holds all of ASCII before any page is read', () => {
		expect(has(noUsage().text, 'azAZ09~ ')).toBe(true);
	});

	it('reads text, entities, attributes that are shown, and templates', () => {
		const usage = noUsage();
		addPage(usage, '<p title="ü">é &ldquo;<template>ñ</template><input placeholder="ø"></p>', rules);
		expect(has(usage.text, 'üé“ñø')).toBe(true);
	});

	it('keeps formulas apart, by face, without their MathML', () => {
		const usage = noUsage();
		addPage(usage, katex.renderToString('\\alpha = 1'), rules);
		const faces = [...usage.formulas.values()];
		const of = (family: string) => faces.find(({ choice }) => choice.family === family)?.characters ?? new Set();
		expect(has(of('KaTeX_Math'), 'α')).toBe(true);
		expect(has(of('KaTeX_Main'), '=1')).toBe(true);
		expect(has(usage.text, 'α')).toBe(false);
		expect(usage.classes.has('mathnormal')).toBe(true);
	});

	it('keeps the private characters that formulas are built from, and no others', () => {
		const usage = noUsage();
		addPage(usage, `<p>\ue020</p>${katex.renderToString('a \\neq b')}`, rules);
		const inFormulas = [...usage.formulas.values()];
		expect(inFormulas.some(({ characters }) => has(characters, '\ue020'))).toBe(true);
		expect(has(usage.text, '\ue020')).toBe(false);
	});

	it('leaves out what has no shape', () => {
		const usage = noUsage();
		addPage(usage, '<p>\u200b\u00ad</p>', rules);
		expect(has(usage.text, '\u200b') || has(usage.text, '\u00ad')).toBe(false);
	});

	it('reads escapes in scripts and styles', () => {
		const usage = noUsage();
		addSource(usage, "a='\\u2026\\u{2318}';b::before{content:'\\2019'}");
		expect(has(usage.text, '…⌘’')).toBe(true);
	});

	it('is the same when it was kept, and when it is put together page by page', () => {
		const pages = [
			'<p>é</p>',
			katex.renderToString('\\alpha \\neq 1'),
			`<h1>ø</h1>${katex.renderToString('\\beta^2')}`,
		];
		const whole = noUsage();
		const joined = noUsage();
		for (const page of pages) {
			addPage(whole, page, rules);
			const alone = noUsage();
			addPage(alone, page, rules);
			addUsage(joined, readUsage(writeUsage(alone)));
		}
		expect(joined).toEqual(whole);
		expect(joined.formulas.size).toBe(2);
	});
});
