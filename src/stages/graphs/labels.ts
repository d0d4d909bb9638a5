/** How large a label of a graph is, by the advances of the fonts that `src/stages/diagram.css` sets it in. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { advancesOf } from '../../build/fonts/openType.ts';

const require = createRequire(import.meta.url);
const sans = '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2';

/** The faces of a diagram's text: the packaged file, and where on its axes the style lies. */
const faces = {
	sans: { file: sans, axes: { wght: 400, wdth: 92 } },
	strong: { file: sans, axes: { wght: 600, wdth: 92 } },
	math: { file: '@fontsource-variable/gelasio/files/gelasio-latin-wght-italic.woff2', axes: { wght: 400 } },
	mono: { file: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2', axes: {} },
} as const;
type Face = keyof typeof faces;

/** Advance in em of each figure of the sans faces: diagrams set them tabular. */
const TABULAR = 0.567;
/** Advance in em of a character that a face lacks; hardly any font has a wider one. */
const WIDEST = 1;

export interface LabelStyle {
	readonly face: Face;
	/** In pixels. */
	readonly size: number;
	/** Space after each character, in em. */
	readonly spacing: number;
	readonly uppercase: boolean;
}

/** The style that classes of the diagram vocabulary make, as the style sheet does: the later of its rules wins. */
export function labelStyle(classes: readonly string[]): LabelStyle {
	const has = (name: string) => classes.includes(name);
	const isLabel = has('t-label');
	const spacing = isLabel ? 0.075 : 0;
	const common = { spacing, uppercase: isLabel };
	if (has('t-mono')) return { ...common, face: 'mono', size: 12.5 };
	const size = has('t-sub') ? 11.5 : has('t-math') ? 16 : isLabel || has('t-small') ? 12 : 13;
	if (has('t-math')) return { ...common, face: 'math', size };
	return { ...common, face: isLabel || has('t-strong') ? 'strong' : 'sans', size };
}

/** Width in pixels of one line in a style. */
export type Measure = (line: string, style: LabelStyle) => number;

let measure: Promise<Measure> | undefined;

/** Reads the fonts, once. */
export function labelMeasure(): Promise<Measure> {
	measure ??= readFaces();
	return measure;
}

async function readFaces(): Promise<Measure> {
	const read = Object.entries(faces).map(async ([face, { file, axes }]) => {
		const font = await subsetFont(await readFile(require.resolve(file)), undefined, {
			keepAllGlyphs: true,
			targetFormat: 'sfnt',
			...(Object.keys(axes).length > 0 ? { variationAxes: axes } : {}),
		});
		return [face, advancesOf(font)] as const;
	});
	const advances = new Map<string, ReadonlyMap<number, number>>(await Promise.all(read));
	return (line, { face, size, spacing, uppercase }) => {
		const isTabular = face === 'sans' || face === 'strong';
		let width = 0;
		for (const character of uppercase ? line.toUpperCase() : line) {
			const advance = advances.get(face)?.get(character.codePointAt(0) ?? 0) ?? WIDEST;
			width += (isTabular && /\d/.test(character) ? TABULAR : advance) + spacing;
		}
		return width * size;
	};
}
