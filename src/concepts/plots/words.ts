/** Words of a plot, measured and placed. Symbols between dollars are set as in formulas. */
import { latexToText } from '../formulas/latexToText.ts';
import { labelStyle, labelWidth } from '../labels/measure.ts';
import type { Box } from './geometry.ts';

export type Anchor = 'start' | 'middle' | 'end';

export interface Run {
	readonly text: string;
	readonly isMath: boolean;
}

export interface Words {
	readonly runs: readonly Run[];
	readonly classes: readonly string[];
	/** As measured. */
	readonly width: number;
}

export interface PlacedWords extends Words {
	readonly x: number;
	/** Of the baseline. */
	readonly y: number;
	readonly anchor: Anchor;
}

/** Reads and measures words: `step size $\eta$`. */
export function measured(written: string, classes: readonly string[]): Words {
	const runs = written
		.split(/\$([^$]+)\$/)
		.map((text, index) => ({ text: index % 2 ? latexToText(text) : text, isMath: index % 2 === 1 }))
		.filter(({ text }) => text !== '');
	const width = runs.reduce(
		(sum, { text, isMath }) => sum + labelWidth(text, labelStyle(isMath ? [...classes, 't-math'] : classes)),
		0,
	);
	return { runs, classes, width };
}

export const plainText = ({ runs }: Words): string => runs.map(({ text }) => text).join('');

/** What words cover: capitals and digits above the baseline, descenders below. */
export function boxOf({ x, y, width, anchor, classes }: PlacedWords): Box {
	const left = x - (anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width);
	const { size } = labelStyle(classes);
	return { left, right: left + width, top: y - 0.72 * size, bottom: y + 0.2 * size };
}
