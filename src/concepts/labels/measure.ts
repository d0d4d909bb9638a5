/** How large a label of a diagram is, by the advances of the fonts that `src/diagrams/diagram.css` sets it in. */
import { advances } from './advances.ts';

/** The faces of a diagram's text. */
export type Face = 'sans' | 'strong' | 'math' | 'mono';

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
export function labelWidth(line: string, { face, size, spacing, uppercase }: LabelStyle): number {
	const isTabular = face === 'sans' || face === 'strong';
	let width = 0;
	for (const character of uppercase ? line.toUpperCase() : line) {
		const advance = advances[face].get(character) ?? WIDEST;
		width += (isTabular && /\d/.test(character) ? TABULAR : advance) + spacing;
	}
	return width * size;
}
