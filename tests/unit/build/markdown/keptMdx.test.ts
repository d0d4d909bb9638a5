import { describe, expect, it } from 'vitest';
import { withoutFinished } from '../../../../src/build/markdown/keptMdx.ts';
import { finishedOf, keepFinished } from '../../../../src/published/finished.ts';

const compiled = (html: readonly string[]): string =>
	`function _createMdxContent(props) {
  return _jsxs(_Fragment, {
    children: [${html.map((piece) => `_jsx(Fragment, {\n  "set:html": ${JSON.stringify(piece)}\n})`).join(', ')}]
  });
}
export const said = ${JSON.stringify('Write "set:html": "so" for HTML.')};`;

describe('compiled MDX without its finished HTML', () => {
	const pieces = ['<span class="math">α\\</span>', 'two\nlines and a "quote"', ''];

	it('has the same pieces in their places', () => {
		const { code, finished } = withoutFinished(compiled(pieces), 'a.mdx');
		expect(finished).toEqual(pieces);
		expect(code).toContain('const _finished = _finishedOf("a.mdx");');
		const placed = code.replace(/_finished\[(\d+)\]/g, (_, at) => JSON.stringify(finished[Number(at)]));
		expect(placed).toContain(compiled(pieces).split('{\n').slice(1).join('{\n'));
	});

	it('leaves what is no text of a page alone', () => {
		expect(withoutFinished('export {};', 'a.mdx')).toEqual({ code: 'export {};', finished: [] });
	});
});

describe('finished HTML', () => {
	it('is what was kept last', () => {
		keepFinished('b.mdx', ['old', 'gone']);
		keepFinished('b.mdx', ['ℝ']);
		expect(finishedOf('b.mdx')).toEqual(['ℝ']);
	});

	it('is not made up', () => expect(() => finishedOf('c.mdx')).toThrow('c.mdx was not compiled'));
});
