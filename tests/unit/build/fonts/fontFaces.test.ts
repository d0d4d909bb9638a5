import { expect, it } from 'vitest';
import { fontFacesIn } from '../../../../src/build/fonts/fontFaces.ts';

const css = `a{color:red}@font-face{font-family:'Instrument Sans';font-weight:400 600;font-stretch:92%;src:url(/_astro/sans.AbCd1234.woff2)format("woff2");unicode-range:U+100-130,U+1E??}
@font-face {
	font-family: Gelasio;
	font-style: italic;
	font-weight: bold;
	src: local('Georgia');
}`;

it('reads what a face declares', () => {
	const [sans, local] = fontFacesIn(css);
	expect(sans).toMatchObject({
		family: 'Instrument Sans',
		italic: false,
		weight: { min: 400, max: 600 },
		stretch: { min: 92, max: 92 },
		file: 'sans.AbCd1234.woff2',
	});
	expect(css).toContain(sans?.rule);
	expect(local).toMatchObject({ family: 'Gelasio', italic: true, weight: { min: 700, max: 700 }, file: undefined });
});

it('tests characters against the declared range', () => {
	const [sans, local] = fontFacesIn(css);
	expect([0x61, 0x100, 0x130, 0x131, 0x1e00, 0x1eff].map((point) => sans?.covers(point))).toEqual([
		false,
		true,
		true,
		false,
		true,
		true,
	]);
	expect(local?.covers(0x61)).toBe(true);
});
