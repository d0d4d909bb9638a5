/** How well a section answers a query, by where its words and its formula stand: in the heading, among its terms, in what its prompts ask, in the text. */
import { CODE, QUESTIONS } from '../concepts/stageNumbers.ts';
import { anchorOf } from '../concepts/stages.ts';
import { isSought, sharedStart } from './excerpt.ts';
import { formulaIn, formulasIn, formulaTokens, shareOfFormula } from './formulas.ts';
import { type IndexedSection, lookupWordsOf, wordsIn } from './hits.ts';
import { stemOf, wordsOf } from './spelling.ts';
import { tellingWords } from './titles.ts';

/** A word of a query. */
export interface SoughtWord {
	readonly word: string;
	/** How much it tells: the fewer sections have it, the more. */
	readonly weight: number;
}

/** What a word of a text is worth that only resembles what was typed: a slip away; of the same root; begun by it, which the last word may be. */
const ALIKE = 0.1;
const OF_ROOT = 0.3;
const BEGUN = 0.5;
const LAST_BEGUN = 0.8;
const SHORTEST_START = 3;
const SHORTEST_ROOT = 5;
const ROOT_SHARE = 0.7;
/** What a place is worth, in occurrences in a text of usual length. A question's heading is long, and says much in passing. */
const IN_HEADING = 5;
const IN_QUESTION = 1.5;
const IN_TOPICS = 1;
const IN_LOOKUPS = 8;
const IN_ASKED = 0.7;
/** A formula says its letters wherever most of it stands. */
const IN_FORMULA = 10;
const LEAST_OF_FORMULA = 0.6;
/** Occurrences from which on more of them say little. */
const SATURATION = 5;
/** How far a long text must say a word more often, how many words are usual, and from which on a text is not short. */
const LENGTH_SHARE = 0.3;
const USUAL_LENGTH = 300;
const SHORTEST = 20;
/** How much a section loses by what it lacks of the query. */
const COVERAGE = 2.4;
/** A page need not repeat its name in each section: how much of such a word is there all the same. */
const UNDERSTOOD = 0.8;
/** What words that stand together as in the query add, in the text and in the heading. */
const TOGETHER = 1;
const TOGETHER_IN_HEADING = 4;
/** What a heading adds that says the query, and one that says nothing else. */
const SAID_BY_HEADING = 1.2;
const HEADING_IS_QUERY = 5;
/** What it adds that readers are said to look the section up by just this. */
const LOOKED_UP = 4;
/** How much of such words a query must be for the section to be about it. */
const LEAST_LOOKED_UP = 0.75;
/** What it adds that a term of the section is the query, that readers are said to look it up so, that a prompt asks it, and that a question does. */
const IS_TOPIC = 0.5;
const IS_LOOKUP = 2;
/** How much less such a text is the query for each word that the query does not say. */
const OF_TEXT = 0.5;
const OF_LOOKUP = 1.5;
const IS_ASKED = 0.9;
const IS_QUESTION = 0.45;
/** What the formula of the query adds, whole; a part of it adds far less. */
const IS_FORMULA = 3;
const WHOLE = 3;
/** What it adds that the concept is called by words of the query. */
const OF_CONCEPT = 1;

/** What leads elsewhere, or says in a line what a section explains. */
const shares: Readonly<Record<string, number>> = {
	retrieval: 0.1,
	references: 0.1,
	terms: 0.2,
	notation: 0.2,
	'in-one-breath': 0.1,
	code: 0.5,
};
/** A question says nearly every word of its page; who asks one may want it. */
const QUESTION_SHARE = 0.3;
const ASKED_SHARE = 0.9;

/** Words of a question. */
const asks = /^(?:why|how|what|which|when|is|are|do|does|can|should)\s|\s(?:or|vs\.?|versus)\s/i;

function isQuestion({ anchor }: IndexedSection): boolean {
	return anchor.startsWith('q-');
}

function shareOf(section: IndexedSection, isAsking: boolean): number {
	if (isQuestion(section)) return isAsking ? ASKED_SHARE : QUESTION_SHARE;
	return shares[section.anchor] ?? shares[section.chapter] ?? 1;
}

function worthOf(typed: string, word: string, isLast: boolean): number {
	if (typed === word) return 1;
	// Two letters begin many words.
	if (typed.length >= SHORTEST_START && typed[0] === word[0] && stemOf(typed) === stemOf(word)) return 1;
	if (!isSought(typed, word)) return 0;
	if (word.startsWith(typed) && typed.length >= SHORTEST_START) return isLast ? LAST_BEGUN : BEGUN;
	const shared = sharedStart(typed, word);
	return shared >= Math.max(SHORTEST_ROOT, ROOT_SHARE * Math.min(typed.length, word.length)) ? OF_ROOT : ALIKE;
}

type Worth = (typed: string, word: string) => number;

/** Compares words once: a text repeats itself, and a slip takes long to find. The last word of a query may be unfinished. */
function comparison(last: string | undefined): Worth {
	const known = new Map<string, Map<string, number>>();
	return (typed, word) => {
		const ofTyped = known.get(typed) ?? new Map<string, number>();
		known.set(typed, ofTyped);
		const before = ofTyped.get(word);
		if (before !== undefined) return before;
		const worth = worthOf(typed, word, typed === last);
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

/** What is compared of a section: read once, since the next letter compares it again. */
interface Places {
	readonly heading: readonly string[];
	readonly headings: readonly string[];
	readonly topics: readonly string[];
	readonly terms: readonly (readonly string[])[];
	/** What readers look it up by. */
	readonly lookups: readonly (readonly string[])[];
	readonly lookupWords: readonly string[];
	/** What is asked about it, all together; of a question, itself. */
	readonly asked: readonly string[];
	readonly text: readonly string[];
}

const readFormulas = new WeakMap<IndexedSection, readonly string[]>();

/** Read apart, since few queries have a formula. */
function formulasOf(section: IndexedSection): readonly string[] {
	const tokens = readFormulas.get(section) ?? formulasIn(section.content);
	readFormulas.set(section, tokens);
	return tokens;
}

const read = new WeakMap<IndexedSection, Places>();

function listed(texts: string): (readonly string[])[] {
	return texts.split(', ').filter(Boolean).map(tellingWords);
}

function placesOf(section: IndexedSection): Places {
	const known = read.get(section);
	if (known) return known;
	const headings = tellingWords(section.heading);
	const places: Places = {
		heading: wordsOf(section.heading),
		headings,
		topics: wordsOf(section.topics),
		terms: listed(section.topics),
		lookups: section.lookups.split('\n').filter(Boolean).map(wordsOf),
		lookupWords: lookupWordsOf(section),
		asked: isQuestion(section) ? headings : tellingWords(section.asked),
		text: wordsIn(section),
	};
	read.set(section, places);
	return places;
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
	const typed = sought.map(({ word }) => word);
	const worth = comparison(typed.at(-1));
	const spoken = wordsOf(query);
	const isAsking = asks.test(query.trim());
	const typedFormula = formulaIn(query);
	const formula = formulaTokens(typedFormula);
	const ofFormula = new Set(typedFormula ? tellingWords(typedFormula) : []);
	const whole = sought.reduce((sum, { weight }) => sum + weight, 0);
	const inFormula = sought.reduce((sum, { word, weight }) => sum + (ofFormula.has(word) ? weight : 0), 0);
	const best = (word: string, words: readonly string[]): number =>
		words.reduce((most, one) => Math.max(most, worth(word, one)), 0);
	/** How many of some words the query says. */
	const saidOf = (words: readonly string[], said = typed): number =>
		words.filter((one) => said.some((word) => worth(word, one) >= OF_ROOT)).length;
	/** How nearly one of some texts is the query: all of it, and little else. A page's name is understood. */
	const nearest = (
		texts: readonly (readonly string[])[],
		name: readonly string[],
		query = typed,
		brevity = OF_TEXT,
	): number =>
		texts.reduce((most, words) => {
			const said = saidOf(words, query);
			if (said === 0) return most;
			const share = sought.reduce(
				(sum, { word, weight }) => sum + weight * (best(word, name) > 0 ? 1 : best(word, words)),
				0,
			);
			return Math.max(most, (share / whole) ** 2 * (said / words.length) ** brevity);
		}, 0);
	return (section, { name, all }) => {
		if (whole === 0) return { score: 0, about: undefined };
		const { heading, headings, topics, terms, lookups, lookupWords, asked, text } = placesOf(section);
		const isLookup = lookups.some((words) => words.join(' ') === spoken.join(' '));
		const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * Math.max(text.length, SHORTEST)) / USUAL_LENGTH;
		const inHeading = isQuestion(section) ? IN_QUESTION : IN_HEADING;
		const askedWords = isQuestion(section) ? [] : asked;
		const share = formula.length > 0 ? shareOfFormula(formula, formulasOf(section)) : 0;
		const bySign = share >= LEAST_OF_FORMULA ? IN_FORMULA * share : 0;
		let [sum, covered, said, headed, ofConcept] = [0, 0, 0, 0, 0];
		for (const { word, weight } of sought) {
			const ofHeading = best(word, heading);
			const isName = best(word, name) > 0;
			const inText = text.reduce((count, one) => count + worth(word, one), 0);
			const own =
				inHeading * ofHeading +
				IN_TOPICS * best(word, topics) +
				IN_ASKED * best(word, askedWords) +
				(ofFormula.has(word) ? bySign : 0) +
				inText / length;
			const found = own + IN_LOOKUPS * best(word, lookupWords);
			sum += (weight * found) / (SATURATION + found);
			covered += weight * (found > 0 ? 1 : isName ? UNDERSTOOD : 0);
			said += own > 0 ? weight : 0;
			headed += weight * (isName ? 1 : ofHeading);
			if (best(word, all) > 0) ofConcept += weight;
		}
		const lookedUp = nearest(lookups, name, spoken, OF_LOOKUP);
		const isQuery = headings.length > 0 ? (saidOf(headings) / headings.length) * (headed / whole) : 0;
		const more =
			1 +
			TOGETHER * together(text, typed, worth) +
			TOGETHER_IN_HEADING * together(heading, spoken, worth) +
			(SAID_BY_HEADING * headed + OF_CONCEPT * ofConcept) / whole +
			HEADING_IS_QUERY * isQuery +
			IS_TOPIC * nearest(terms, []) +
			IS_LOOKUP * lookedUp +
			(isQuestion(section) ? IS_QUESTION : IS_ASKED) * nearest([asked], name) +
			LOOKED_UP * Number(isLookup) +
			(IS_FORMULA * inFormula * share ** WHOLE) / whole;
		const score = (sum / whole) * (covered / whole) ** COVERAGE * shareOf(section, isAsking) * more;
		const isProse = section.chapter !== anchorOf(CODE) && section.chapter !== anchorOf(QUESTIONS);
		const begins = typed.every((word, at) => worth(word, headings[at] ?? '') > 0);
		const isAbout = said === whole || lookedUp >= LEAST_LOOKED_UP;
		return { score, about: (begins && isProse) || isLookup ? 'heading' : isAbout ? 'words' : undefined };
	};
}
