/**
 * How near a reader's own scores come to the rubric's. Distance comes first: two scores too high and two too low are four
 * misjudgements, and no average of them says so.
 */

import { type Band, bands } from '../concepts/judging.ts';
import { mean } from '../ground/mean.ts';
import { countInWords, inWords, times } from '../ground/words.ts';

/** Bands by which a self-score is above the rubric's (positive) or below it. */
export function gap(self: Band, rubric: Band): number {
	return bands.indexOf(self) - bands.indexOf(rubric);
}

/** Bands between the two scores on average, whatever the direction; undefined without answers. */
export function distance(gaps: readonly number[]): number | undefined {
	return mean(gaps.map(Math.abs));
}

function amountOf(off: readonly number[]): string {
	const sizes = off.map(Math.abs);
	const [first = 0] = sizes;
	return sizes.every((size) => size === first)
		? countInWords(first, 'band')
		: `on average ${distance(off)?.toFixed(1)} bands`;
}

function whereOf(some: number, all: number): string {
	if (some < all) return `on ${inWords(some)} of ${countInWords(all, 'question')}`;
	return all === 2 ? 'on both questions' : `on all ${countInWords(all, 'question')}`;
}

/**
 * The gaps of one or more questions as a sentence's end: "one band off on all four questions, twice too high, twice too low",
 * "as the rubric does on both questions"; for a single question "one band too high".
 */
export function calibrationText(gaps: readonly number[]): string {
	const high = gaps.filter((one) => one > 0);
	const low = gaps.filter((one) => one < 0);
	const off = [...high, ...low];
	if (off.length === 0)
		return gaps.length > 1 ? `as the rubric does ${whereOf(gaps.length, gaps.length)}` : 'as the rubric does';
	if (gaps.length === 1) return `${amountOf(off)} too ${high.length > 0 ? 'high' : 'low'}`;
	const directions = [
		...(high.length > 0 ? [`${times(high.length)} too high`] : []),
		...(low.length > 0 ? [`${times(low.length)} too low`] : []),
	];
	return [`${amountOf(off)} off ${whereOf(off.length, gaps.length)}`, ...directions].join(', ');
}
