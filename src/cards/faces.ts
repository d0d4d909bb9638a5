/** The site's faces as still instances that the card renderer can read: it knows neither variable fonts nor woff2. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Font } from 'satori';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const serif = '@fontsource-variable/gelasio/files/gelasio-latin-wght-normal.woff2';
const serifExtended = '@fontsource-variable/gelasio/files/gelasio-latin-ext-wght-normal.woff2';
const sans = '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2';

async function instance(file: string, variationAxes: Record<string, number>): Promise<Buffer> {
	return subsetFont(await readFile(require.resolve(file)), undefined, {
		keepAllGlyphs: true,
		targetFormat: 'sfnt',
		variationAxes,
	});
}

/** Reads or makes the instances, keeping them in the folder for the next build. */
export async function cardFaces(folder: string): Promise<Font[]> {
	await mkdir(folder, { recursive: true });
	const kept = async (name: string, file: string, axes: Record<string, number>) => {
		const path = join(folder, `${name}.ttf`);
		try {
			return await readFile(path);
		} catch {
			const font = await instance(file, axes);
			await writeFile(path, font);
			return font;
		}
	};
	return [
		{ name: 'Gelasio', weight: 400, style: 'normal', data: await kept('serif-400', serif, { wght: 400 }) },
		{
			name: 'Gelasio extended',
			weight: 400,
			style: 'normal',
			data: await kept('serif-ext-400', serifExtended, { wght: 400 }),
		},
		{
			name: 'Instrument Sans',
			weight: 400,
			style: 'normal',
			data: await kept('sans-400', sans, { wght: 400, wdth: 92 }),
		},
		{
			name: 'Instrument Sans',
			weight: 600,
			style: 'normal',
			data: await kept('sans-600', sans, { wght: 600, wdth: 92 }),
		},
	];
}
