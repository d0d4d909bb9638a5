/** The table of advances is that of the packaged fonts. `vitest -u` writes it anew. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import subsetFont from 'subset-font';
import { expect, it } from 'vitest';
import { advancesOf } from '../../../../src/build/fonts/openType.ts';
import type { Face } from '../../../../src/concepts/labels/measure.ts';

const require = createRequire(import.meta.url);
const sans = '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2';

/** The packaged file of each face, and where on its axes the style lies. */
const faces: Record<Face, { readonly file: string; readonly axes: Record<string, number> }> = {
	sans: { file: sans, axes: { wght: 400, wdth: 92 } },
	strong: { file: sans, axes: { wght: 600, wdth: 92 } },
	math: { file: '@fontsource-variable/gelasio/files/gelasio-latin-wght-italic.woff2', axes: { wght: 400 } },
	mono: { file: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2', axes: {} },
};

it('holds what the fonts say', async () => {
	const lines = [
		'/** How far characters move the pen in the faces of diagrams, in thousandths of an em. Written by the test of this file. */',
		"import type { Face } from './measure.ts';",
		'',
		'const table = (characters: string, widths: readonly number[]): ReadonlyMap<string, number> =>',
		'\tnew Map([...characters].map((character, at) => [character, (widths[at] ?? 0) / 1000]));',
		'',
		'// biome-ignore format: a row for each face',
		'export const advances: Readonly<Record<Face, ReadonlyMap<string, number>>> = {',
	];
	for (const [face, { file, axes }] of Object.entries(faces)) {
		const font = await subsetFont(await readFile(require.resolve(file)), undefined, {
			keepAllGlyphs: true,
			targetFormat: 'sfnt',
			...(Object.keys(axes).length > 0 ? { variationAxes: axes } : {}),
		});
		// Marks that combine, and spaces of no width, stand in no label.
		const advances = [...advancesOf(font)]
			.map(([point, advance]) => [String.fromCodePoint(point), Math.round(1000 * advance)] as const)
			.filter(([character]) => /^[^\p{M}\p{C}\p{Z}]$|^ $/u.test(character))
			.sort(([a], [b]) => (a < b ? -1 : 1));
		const characters = advances.map(([character]) => character.replace(/[\\']/, '\\$&')).join('');
		lines.push(`\t${face}: table('${characters}', [${advances.map(([, advance]) => advance).join(', ')}]),`);
	}
	lines.push('};', '');
	await expect(lines.join('\n')).toMatchFileSnapshot(resolve('src/concepts/labels/advances.ts'));
});
