/**
 * About how tall a stage is, so that one that the window does not show, and that is not laid out, takes the room that it will need: the scrollbar
 * tells the truth, and nothing of it lies over what follows. Told by what it holds; the weights are those that fit the pages best, by least
 * squares, and a tenth is added, because too little lies over what follows, and too much is only scrolled past.
 */

import { type StageOutline, wordsIn } from '../concepts/outline.ts';
import type { ConceptPage } from '../concepts/page.ts';
import { QUESTIONS, type StageNumber } from '../concepts/stageNumbers.ts';
import { readListing } from '../listings/shown/listing.ts';

/** Heights in rem: on a phone, and where the text is as wide as it gets. */
export interface Extent {
	readonly narrow: number;
	readonly wide: number;
}

const SPARE = 1.1;

/** What one of each takes, in rem. */
interface Weights {
	readonly words: number;
	readonly formulas: number;
	readonly codeLines: number;
	readonly outputLines: number;
	readonly listings: number;
	readonly breaks: number;
	readonly figures: number;
	readonly diagrams: number;
	readonly sections: number;
	/** The opening and the end of each stage that is written. */
	readonly frames: readonly number[];
	readonly questions: AskedWeights;
	readonly prompts: AskedWeights;
}

interface AskedWeights {
	readonly frame: number;
	readonly each: number;
	/** A word of what is asked. */
	readonly words: number;
}

const narrow: Weights = {
	words: 0.27,
	formulas: 5.7,
	codeLines: 1.35,
	outputLines: 1.5,
	listings: 10.2,
	breaks: 3.2,
	figures: 31.8,
	diagrams: 27.3,
	sections: 3.2,
	frames: [41.3, 31.8, 42.3, 2.7],
	questions: { frame: 18.7, each: 5, words: 0.24 },
	prompts: { frame: 31.3, each: 4.1, words: 0.25 },
};

const wide: Weights = {
	words: 0.2,
	formulas: 4.6,
	codeLines: 1.34,
	outputLines: 1.41,
	listings: 7.1,
	breaks: 2.7,
	figures: 22.8,
	diagrams: 18.4,
	sections: 4.9,
	frames: [23.6, 22.8, 0, 3.3],
	questions: { frame: 15, each: 4.3, words: 0.14 },
	prompts: { frame: 21.2, each: 4.1, words: 0.17 },
};

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
	items.reduce((sum, item) => sum + value(item), 0);

function writtenExtent(outline: StageOutline, { summary }: ConceptPage, weights: Weights): number {
	const listings = outline.listings.map((shown) => readListing(summary.slug, shown, import.meta.env.DEV));
	const outputs = listings.flatMap(({ record }) => record ?? []);
	return (
		(weights.frames[outline.number - 1] ?? 0) +
		weights.words * outline.words +
		weights.formulas * outline.displayFormulas +
		weights.codeLines * sumOf(listings, ({ lines }) => lines.length) +
		// A long output is folded to a line.
		weights.outputLines * sumOf(outputs, ({ output, isLong }) => (isLong ? 1 : output.split('\n').length)) +
		weights.listings * listings.length +
		weights.breaks * sumOf(listings, ({ breaks }) => breaks.length) +
		weights.figures * outline.figures.length +
		weights.diagrams * outline.diagrams.length +
		weights.sections * outline.sections.length
	);
}

function askedExtent(asks: readonly string[], { frame, each, words }: AskedWeights): number {
	return frame + each * asks.length + words * sumOf(asks, wordsIn);
}

/** How tall a stage of a page is, about. */
export function extentOf(page: ConceptPage, number: StageNumber): Extent {
	const outline = page.body.outline.find((one) => one.number === number);
	const of = (weights: Weights): number => {
		if (outline) return writtenExtent(outline, page, weights);
		const asked = number === QUESTIONS ? page.questions : page.prompts;
		return askedExtent(
			asked.map(({ ask }) => ask),
			number === QUESTIONS ? weights.questions : weights.prompts,
		);
	};
	return { narrow: Math.round(SPARE * of(narrow)), wide: Math.round(SPARE * of(wide)) };
}
