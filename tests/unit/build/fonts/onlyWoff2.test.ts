import { expect, it } from 'vitest';
import { woff2Only } from '../../../../src/build/fonts/onlyWoff2.ts';

it('keeps the woff2 source', () => {
	expect(woff2Only('url(a.woff2) format("woff2"),url(a.woff) format("woff"),url(a.ttf) format("truetype")')).toBe(
		'url(a.woff2) format("woff2")',
	);
});

it('keeps everything where there is no woff2', () => {
	expect(woff2Only("local('Arial'), local('Helvetica')")).toBe("local('Arial'), local('Helvetica')");
});
