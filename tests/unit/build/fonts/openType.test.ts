import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { expect, it } from 'vitest';
import { advancesOf, axesOf, charactersOf } from '../../../../src/build/fonts/openType.ts';

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(require.resolve(file));
const sans = read('@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2');
const mono = read('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2');

it('finds the characters and the axes of a font', async () => {
	const font = await subsetFont(sans, 'aé–', { targetFormat: 'sfnt' });
	expect([...charactersOf(font)].map((point) => String.fromCodePoint(point)).sort()).toEqual(['a', 'é', '–']);
	expect(axesOf(font).sort()).toEqual(['wdth', 'wght']);
});

it('finds no axis in a font that does not vary', async () => {
	expect(axesOf(await subsetFont(sans, 'a', { targetFormat: 'sfnt', variationAxes: { wght: 400, wdth: 92 } }))).toEqual(
		[],
	);
});

it('measures advances in em', async () => {
	const advances = advancesOf(await subsetFont(mono, 'iW', { targetFormat: 'sfnt' }));
	expect([...advances.values()]).toEqual([0.6, 0.6]);
});
