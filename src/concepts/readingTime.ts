/** How long the written stages take to read, and the other two to answer. The formulas are stated in the README. */
import { shownLineCount } from './listing.ts';
import type { StageOutline } from './outline.ts';

const WORDS_A_MINUTE = 230;
const SECONDS_A_DISPLAY_FORMULA = 8;
const SECONDS_A_LINE_OF_CODE = 1;
/** A prompt is read, thought about and compared with its answer. */
export const SECONDS_A_PROMPT = 15;

/** Source of a listing by its file name; a listing without one takes no time. */
type SourceOf = (file: string) => string | undefined;

/** Whole minutes, at least 1, that a stage takes: 230 words a minute, 8 s a display formula, 1 s a shown line of code. */
function minutesOf({ words, displayFormulas, listings }: StageOutline, sourceOf: SourceOf): number {
	let seconds = (words / WORDS_A_MINUTE) * 60 + displayFormulas * SECONDS_A_DISPLAY_FORMULA;
	for (const { file, region } of listings) {
		seconds += shownLineCount(sourceOf(file) ?? '', region) * SECONDS_A_LINE_OF_CODE;
	}
	return Math.max(1, Math.round(seconds / 60));
}

/** Whole minutes, at least 1, for outlined stages: those of each, added up, so that every total is the sum of what a page says of its stages. */
export function readingMinutes(stages: readonly StageOutline[], sourceOf: SourceOf): number {
	return Math.max(
		1,
		stages.reduce((sum, stage) => sum + minutesOf(stage, sourceOf), 0),
	);
}

/** Whole minutes that the prompts of a check take to answer. */
export function checkMinutes(prompts: number): number {
	return Math.ceil((prompts * SECONDS_A_PROMPT) / 60);
}
