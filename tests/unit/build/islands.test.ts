import { expect, it } from 'vitest';
import { withTidyIslands } from '../../../src/build/islands.ts';

it('leaves nothing on an island that depends on where the site was built', () => {
	const island =
		'<astro-island uid="Z1p9td1" data-preact-island-id="1" component-url="/_astro/a.js" ssr></astro-island>';
	expect(withTidyIslands(island)).toBe(
		'<astro-island data-preact-island-id="1" component-url="/_astro/a.js" ssr></astro-island>',
	);
	expect(() => withTidyIslands('<astro-island uid="Z1p9td1" ssr></astro-island>')).toThrow('numbered by Preact');
});

it('writes void elements as HTML does, whatever their attributes hold', () => {
	expect(withTidyIslands('<input type="range" aria-label="a > b" value="1/2"/><br/><p>a / b</p>')).toBe(
		'<input type="range" aria-label="a > b" value="1/2"><br><p>a / b</p>',
	);
	expect(withTidyIslands('<svg><path d="M0"/></svg>')).toBe('<svg><path d="M0"/></svg>');
});

it('takes the style of islands out of the text', () => {
	expect(withTidyIslands('<style>astro-island,astro-slot,astro-static-slot{display:contents}</style><p>a</p>')).toBe(
		'<p>a</p>',
	);
});
