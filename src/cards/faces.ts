/** The site's faces as still instances that the card renderer can read: it knows neither variable fonts nor woff2. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'satori';
import subsetFont from 'subset-font';
import { ResultCache } from '../resultCache.ts';

const require = createRequire(import.meta.url);
const serif = '@fontsource-variable/gelasio/files/gelasio-latin-wght-normal.woff2';
const serifExtended = '@fontsource-variable/gelasio/files/gelasio-latin-ext-wght-normal.woff2';
const sans = '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2';

/** Made by the font's bytes and the axes alone. */
const kept = new ResultCache('fonts', () => ['instances']);

/** A face at one place of its axes, with all of its glyphs. */
async function instance(file: string, variationAxes: Record<string, number>): Promise<Buffer> {
	const font = await readFile(require.resolve(file));
	return kept.get([font, JSON.stringify(variationAxes)], () =>
		subsetFont(font, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt', variationAxes }),
	);
}

export async function cardFaces(): Promise<Font[]> {
	return [
		{ name: 'Gelasio', weight: 400, style: 'normal', data: await instance(serif, { wght: 400 }) },
		{
			name: 'Gelasio extended',
			weight: 400,
			style: 'normal',
			data: await instance(serifExtended, { wght: 400 }),
		},
		{
			name: 'Instrument Sans',
			weight: 400,
			style: 'normal',
			data: await instance(sans, { wght: 400, wdth: 92 }),
		},
		{
			name: 'Instrument Sans',
			weight: 600,
			style: 'normal',
			data: await instance(sans, { wght: 600, wdth: 92 }),
		},
	];
}
