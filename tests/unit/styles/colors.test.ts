import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accents, ink, muted, paper, rule } from '../../../src/styles/colors.ts';

const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The value of a token in one theme, in sRGB. */
function colorOf(token: string, theme: 'light' | 'dark' = 'light'): number[] {
	const [, light = '', dark = ''] =
		new RegExp(`--${token}: light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))`).exec(tokens) ?? [];
	const [l, c, h] = (theme === 'light' ? light : dark).match(/[\d.]+/g) ?? [];
	const angle = (Number(h) * Math.PI) / 180;
	const [L, a, b] = [Number(l) / 100, Number(c) * Math.cos(angle), Number(c) * Math.sin(angle)];
	const long = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const medium = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
	].map((linear) => {
		const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
		return Math.round(255 * Math.min(1, Math.max(0, value)));
	});
}

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const distance = (hex: string, color: readonly number[]) =>
	Math.max(...channels(hex).map((value, index) => Math.abs(value - (color[index] ?? 0))));

it('has the dark theme for icons', () => {
	expect(distance(paper.dark, colorOf('paper', 'dark'))).toBeLessThanOrEqual(2);
	expect(distance(ink.dark, colorOf('ink', 'dark'))).toBeLessThanOrEqual(2);
});

it.each([
	['paper', paper.light],
	['ink', ink.light],
	['muted', muted],
	['rule', rule],
	...Object.entries(accents).flatMap(([name, { text, mark }]) => [
		[`${name}-text`, text],
		[`${name}-mark`, mark],
	]),
] as [string, string][])('%s is the color of the pages', (token, hex) => {
	expect(distance(hex, colorOf(token)), `${hex} against rgb(${colorOf(token)})`).toBeLessThanOrEqual(2);
});
