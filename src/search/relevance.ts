/** How well a section answers a query, by where its words stand: in the heading, among the terms that it introduces, in the text. */
import { isSought } from './excerpt.ts';
import { type IndexedSection, wordsIn } from './hits.ts';
import { wordsOf } from './spelling.ts';
import { tellingWords } from './titles.ts';

/** A word of a query. */
export interface SoughtWord {
	readonly word: string;
	/** How much it tells: the fewer sections have it, the more. */
	readonly weight: number;
}

/** What a word of a text is worth that only resembles what was typed: a slip away, or of the same stem. */
const ALIKE = 0.1;
const SHORTEST_START = 3;
/** What a place is worth, in occurrences in a text of usual length. A question's heading is long, and says much in passing. */
const IN_HEADING = 12;
const IN_QUESTION = 3;
const IN_TOPICS = 1;
/** Occurrences from which on more of them say little. */
const SATURATION = 2;
/** How far a long text must say a word more often, how many words are usual, and from which on a text is not short. */
const LENGTH_SHARE = 0.7;
const USUAL_LENGTH = 250;
const SHORTEST = 40;
/** What words that stand together as in the query add, in the text and in the heading. */
const TOGETHER = 0.4;
const TOGETHER_IN_HEADING = 0.3;
/** What a heading adds that says the query, and one that says nothing else. */
const SAID_BY_HEADING = 0.5;
const HEADING_IS_QUERY = 0.5;
/** What it adds that readers are said to look the section up by just this. */
const LOOKED_UP = 1.5;
/** What it adds that the concept is called by words of the query. */
const OF_CONCEPT = 1;

/** What leads elsewhere, or says in a line what a section explains. */
const shares: Readonly<Record<string, number>> = {
	retrieval: 0.25,
	references: 0.25,
	terms: 0.35,
	notation: 0.3,
	'in-one-breath': 0.4,
	code: 0.6,
};
/** A question says nearly every word of its page; who asks one may want it. */
const QUESTION_SHARE = 0.5;
const ASKED_SHARE = 0.8;

/** Words of a question. */
const asks = /^(?:why|how|what|which|when|is|are|do|does|can|should)\s|\s(?:or|vs\.?|versus)\s/i;

function shareOf({ anchor, chapter }: IndexedSection, isAsking: boolean): number {
	if (anchor.startsWith('q-')) return isAsking ? ASKED_SHARE : QUESTION_SHARE;
	return shares[anchor] ?? shares[chapter] ?? 1;
}

function worthOf(typed: string, word: string): number {
	if (typed === word) return 1;
	if (!isSought(typed, word)) return 0;
	// Two letters begin many words.
	return word.startsWith(typed) && typed.length >= SHORTEST_START ? 1 : ALIKE;
}

type Worth = (typed: string, word: string) => number;

/** Compares words once: a text repeats itself, and a slip takes long to find. */
function comparison(): Worth {
	const known = new Map<string, Map<string, number>>();
	return (typed, word) => {
		const ofTyped = known.get(typed) ?? new Map<string, number>();
		known.set(typed, ofTyped);
		const before = ofTyped.get(word);
		if (before !== undefined) return before;
		const worth = worthOf(typed, word);
		ofTyped.set(word, worth);
		return worth;
	};
}

/** Of the neighbors in a query, the share that are neighbors in a text: `noise floor` is more than noise and a floor. */
function together(words: readonly string[], typed: readonly string[], worth: Worth): number {
	const pairs = typed.slice(1).map((second, at) => [typed[at] ?? '', second] as const);
	const found = pairs.filter(([first, second]) =>
		words.some((word, at) => worth(first, word) > 0 && worth(second, words[at + 1] ?? '') > 0),
	);
	return pairs.length > 0 ? found.length / pairs.length : 0;
}

export interface Relevance {
	/** 0 when it has none of the words. */
	readonly score: number;
	/** How it is about what was typed: its heading begins with it or readers look it up by that, or it has all the words. */
	readonly about: 'heading' | 'words' | undefined;
}

/**
 * Judges the sections that one search found.
 *
 * @param query As it was typed.
 * @param sought Its telling words.
 * @returns how relevant a section is, given the words that name its concept
 */
export function relevanceTo(
	query: string,
	sought: readonly SoughtWord[],
): (
	section: IndexedSection,
	named: { readonly name: readonly string[]; readonly all: readonly string[] },
) => Relevance {
	const worth = comparison();
	const typed = sought.map(({ word }) => word);
	const asked = wordsOf(query);
	const isAsking = asks.test(query.trim());
	const whole = sought.reduce((sum, { weight }) => sum + weight, 0);
	const best = (word: string, words: readonly string[]): number =>
		words.reduce((most, one) => Math.max(most, worth(word, one)), 0);
	return (section, { name, all }) => {
		if (whole === 0) return { score: 0, about: undefined };
		const heading = wordsOf(section.heading);
		const headings = tellingWords(section.heading);
		const topics = wordsOf(`${section.topics} ${section.lookups}`);
		const isLookup = section.lookups.split(', ').some((words) => tellingWords(words).join(' ') === typed.join(' '));
		const text = wordsIn(section);
		const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * Math.max(text.length, SHORTEST)) / USUAL_LENGTH;
		const inHeading = section.anchor.startsWith('q-') ? IN_QUESTION : IN_HEADING;
		let [sum, covered, headed, ofConcept] = [0, 0, 0, 0];
		for (const { word, weight } of sought) {
			const [ofHeading, ofTopics] = [best(word, heading), best(word, topics)];
			const said = text.reduce((count, one) => count + worth(word, one), 0);
			const found = inHeading * ofHeading + IN_TOPICS * ofTopics + said / length;
			const isName = best(word, name) > 0;
			sum += (weight * found) / (SATURATION + found);
			if (found > 0) covered += weight;
			if (ofHeading > 0 || isName) headed += weight;
			if (best(word, all) > 0) ofConcept += weight;
		}
		const saying = headings.filter((one) => typed.some((word) => worth(word, one) > 0)).length;
		const isQuery = headings.length > 0 ? (saying / headings.length) * (headed / whole) : 0;
		const more =
			1 +
			TOGETHER * together(text, typed, worth) +
			TOGETHER_IN_HEADING * together(heading, asked, worth) +
			(SAID_BY_HEADING * headed + OF_CONCEPT * ofConcept) / whole +
			HEADING_IS_QUERY * isQuery +
			LOOKED_UP * Number(isLookup);
		const score = (sum / whole) * (covered / whole) * shareOf(section, isAsking) * more;
		const isProse = section.chapter !== 'code' && section.chapter !== 'questions';
		const begins = typed.every((word, at) => worth(word, headings[at] ?? '') > 0);
		return { score, about: (begins && isProse) || isLookup ? 'heading' : covered === whole ? 'words' : undefined };
	};
}
