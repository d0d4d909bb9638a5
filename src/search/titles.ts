/** Finds concepts by title and alias, in memory: from the first letter, and with a slip of the finger. */
import type { PlannedConcept, SearchConcept } from './catalog.ts';
import { formulaIn } from './formulas.ts';
import { editsBetween, type Fit, fitOf, likeness, plainSpelling, wordsOf } from './spelling.ts';

export interface TitleMatch {
	readonly concept: SearchConcept;
	/** The alias it was found by, when the title does not match as well. */
	readonly alias: string | undefined;
	/** Whether the query is the whole title or alias, or the start of the title: it names the concept, and asks for nothing inside. */
	readonly isNamed: boolean;
	/** What names it: a section about an alias, or about a single thing that the title lists, may be meant instead of the page. */
	readonly by: 'name' | 'part' | 'alias';
}

/** A title found as well as an alias comes first. */
const ALIAS_COST = 0.5;
const cost: Readonly<Record<Fit, number>> = { exact: 0, start: 1, mistyped: 4 };
/** Words that a question is made of: nothing is found by them. */
const fillers = new Set(
	`a about actually after against also am an and any are as at avoid be because been before behave behaves being best better between but by can choose compare compared could define describe did
	difference differences different do does doing explain for from get gets getting give good handle handles happen happens has have how i if in instead into is it its just
	know let like make makes many me mean means must my need needed needs not of on only or our pick please prevent really scratch should so some such take takes tell than
	that the their them then there these they this to too use used uses using versus via vs want was way ways we were what when where which while who why will with work
	works would you your`.split(/\s+/),
);

/** LaTeX as its plain reading has it: commands of layout say nothing, other ones are words, and braces group. */
function withoutLatex(query: string): string {
	return query
		.replace(/\\(?:d?frac|left|right|text|math[a-z]+|cdot|times)(?![a-z])/g, ' ')
		.replace(/\\([a-z]+)/gi, ' $1')
		.replace(/(?<![_^])\{/g, ' ')
		.replace(/[\^\\{}]/g, '');
}

/** Of names and headings, which are compared again at each letter. */
const telling = new Map<string, readonly string[]>();
const MOST_KEPT = 5000;

/** The words that say what is looked for; all of them when there are only fillers. */
export function tellingWords(query: string): readonly string[] {
	const known = telling.get(query);
	if (known) return known;
	if (telling.size === MOST_KEPT) telling.clear();
	const words = readTelling(query);
	telling.set(query, words);
	return words;
}

function readTelling(query: string): string[] {
	const words = [...new Set(wordsOf(withoutLatex(query)).flatMap((word) => wordsOf(plainSpelling(word))))];
	const found = words.filter((word) => !fillers.has(word));
	return found.length > 0 ? found : words;
}

/** Two slips are told from another word only in a long one. */
const LONG = 8;

/** Names are few: a long word of one may have two slips. */
function fitOfName(typed: string, word: string): Fit | undefined {
	const isNear =
		Math.min(typed.length, word.length) >= LONG && typed[0] === word[0] && editsBetween(typed, word, 2) <= 2;
	return fitOf(typed, word) ?? (isNear ? 'mistyped' : undefined);
}

/** How far a typed word is from the nearest word of a text, later words a little further. Infinite when none fits. */
function distance(typed: string, words: readonly string[]): number {
	return Math.min(
		...words.map((word, position) => {
			const fit = fitOfName(typed, word);
			return fit ? cost[fit] + position / 10 : Number.POSITIVE_INFINITY;
		}),
		Number.POSITIVE_INFINITY,
	);
}

/** `qkv` finds "Q, K, V" and `kv cache` finds "KVCache". */
function isRunTogether(typed: readonly string[], words: readonly string[]): boolean {
	const letters = typed.join('');
	return letters.length > 1 && words.join('').startsWith(letters);
}

/** The words of names, which are compared with each letter that is typed. */
const named = new Map<string, readonly string[]>();

function wordsOfName(text: string): readonly string[] {
	const words = named.get(text) ?? wordsOf(text);
	named.set(text, words);
	return words;
}

/** How far a query is from a text: 0 is the text itself, infinite is no match. */
function distanceToText(typed: readonly string[], text: string): number {
	const words = wordsOfName(text);
	const apart = typed.reduce((sum, word) => sum + distance(word, words), 0);
	const together = isRunTogether(typed, words) ? 1 : Number.POSITIVE_INFINITY;
	return Math.min(apart, together) + Math.max(0, words.length - typed.length) / 100;
}

/** What a concept is found by, written or not. */
type Named = PlannedConcept & Pick<SearchConcept, 'parenthesis'>;

function titleOf({ name, parenthesis }: Named): string {
	return parenthesis ? `${name} ${parenthesis}` : name;
}

/** Whether the query is a whole title or alias. */
function isWholeNameOf(typed: readonly string[], concept: Named): boolean {
	const query = typed.join('');
	return [titleOf(concept), ...concept.aliases].some((text) => tellingWords(text).join('') === query);
}

function isNamedBy(typed: readonly string[], concept: Named): boolean {
	if (isWholeNameOf(typed, concept)) return true;
	const query = typed.join('');
	const name = tellingWords(concept.name);
	// Word for word from its start, though with slips: `gradeint decsent`.
	const isSpelled =
		typed.length > 1 && (typed.every((word, at) => fitOfName(word, name[at] ?? '')) || isOf(typed, concept.name));
	return isSpelled || name.join('').startsWith(query) || tellingWords(titleOf(concept)).length <= typed.length;
}

/** Words of the concept's name, which its sections need not repeat, and of all that it is found by. */
export function namingWords(concept: Named): { name: readonly string[]; all: readonly string[] } {
	return { name: tellingWords(concept.name), all: [titleOf(concept), ...concept.aliases].flatMap(tellingWords) };
}

/** Whether the query is no more than words of a text, the last perhaps unfinished: `xgboost`. */
function isOf(typed: readonly string[], text: string): boolean {
	const words = tellingWords(text);
	return typed.every((word) => words.some((other) => other.startsWith(word)));
}

function namedBy(typed: readonly string[], concept: Named): TitleMatch['by'] {
	const name = tellingWords(concept.name);
	const isSpelled =
		!isCalled({ ...concept, name: '' }, typed.join(' ')) && typed.every((word, at) => fitOfName(word, name[at] ?? ''));
	if (isSpelled || name.join('').startsWith(typed.join('')) || (typed.length > 1 && isOf(typed, concept.name)))
		return 'name';
	return isOf(typed, titleOf(concept)) ? 'part' : 'alias';
}

function isCalled({ name, aliases }: PlannedConcept, query: string): boolean {
	const typed = tellingWords(query).join('');
	return [name, ...aliases].some((text) => tellingWords(text).join('') === typed);
}

/**
 * The concept in preparation that a query names by its whole title or an alias. A title that is still being typed is not named yet, and
 * what a page is called by that stands already is not in preparation.
 */
export function plannedAs(
	query: string,
	planned: readonly PlannedConcept[],
	concepts: readonly SearchConcept[] = [],
): PlannedConcept | undefined {
	return concepts.some((concept) => isCalled(concept, query))
		? undefined
		: planned.find((concept) => isCalled(concept, query));
}

/** Concepts whose title or alias has every telling word of the query, nearest first. */
export function matchTitles(query: string, concepts: readonly SearchConcept[]): TitleMatch[] {
	const typed = tellingWords(query);
	if (typed.length === 0) return [];
	// The letters of a formula are not how titles begin: `∂L/∂W` is not the learning-rate warmup.
	const isWholeOnly = typed.every(({ length }) => length === 1) && formulaIn(query) !== '';
	return (
		concepts
			.map((concept) => {
				const title = distanceToText(typed, titleOf(concept));
				const aliases = concept.aliases.map((alias) => ({ alias, at: distanceToText(typed, alias) + ALIAS_COST }));
				const nearest = aliases.reduce((best, next) => (next.at < best.at ? next : best), {
					alias: '',
					at: Number.POSITIVE_INFINITY,
				});
				const alias = nearest.at < title ? nearest.alias : undefined;
				const isWhole = isWholeNameOf(typed, concept);
				const isNamed = isNamedBy(typed, concept);
				return { concept, alias, isWhole, isNamed, by: namedBy(typed, concept), at: Math.min(title, nearest.at) };
			})
			.filter(({ at, isWhole }) => Number.isFinite(at) && (isWhole || !isWholeOnly))
			// `learning rate` is a whole alias of one concept, and no more than how the title of another begins.
			.sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || Number(b.isWhole) - Number(a.isWhole) || a.at - b.at)
			.map(({ concept, alias, isNamed, by }) => ({ concept, alias, isNamed, by }))
	);
}

/** Below this, two words have only a few letters in common by chance. */
const LEAST_LIKENESS = 0.5;

/** The concepts whose words are most like these, nearest first: an offer where nothing was found. */
export function nearestConcepts(
	words: readonly string[],
	concepts: readonly SearchConcept[],
	limit: number,
): SearchConcept[] {
	return concepts
		.map((concept) => {
			const known = [titleOf(concept), ...concept.aliases].flatMap(wordsOf);
			const best = words.map((word) => Math.max(0, ...known.map((other) => likeness(word, other))));
			return {
				concept,
				likeness: best.filter((share) => share >= LEAST_LIKENESS).reduce((sum, share) => sum + share, 0),
			};
		})
		.filter((candidate) => candidate.likeness > 0)
		.sort((a, b) => b.likeness - a.likeness)
		.slice(0, limit)
		.map(({ concept }) => concept);
}

const SHORTEST_MENDED = 4;

/**
 * The known word nearest to one that nothing has; of several equally near, the first in `known`, so the likeliest should come first. Two
 * slips leave the first letter: `roofline` is not `offline`.
 */
function mendWord(word: string, known: readonly string[]): string {
	if (word.length < SHORTEST_MENDED || known.some((other) => other.startsWith(word))) return word;
	const most = word.length < LONG ? 1 : 2;
	let best = { word, edits: most + 1 };
	for (const other of known) {
		const edits = editsBetween(word, other, Math.min(word[0] === other[0] ? most : 1, best.edits - 1));
		if (edits < best.edits) best = { word: other, edits };
		if (best.edits === 1) break;
	}
	if (best.edits > most) return known.find((other) => fitOf(word, other)) ?? word;
	return best.word;
}

/** Of a name with a script the parts that are more than a letter; the name itself when there are none. */
function partsOf(word: string): string {
	const parts = word.split('_').filter(({ length }) => length > 1);
	return parts.length > 0 ? parts.join(' ') : word;
}

/**
 * The query with its unknown words replaced by known ones that a slip makes of them, or undefined when there is nothing to mend. Of a
 * name with a script that nothing has, the parts: `D_KL`.
 *
 * @param unknown Words that nothing has as they were typed.
 */
export function mendQuery(query: string, known: readonly string[], unknown: readonly string[]): string | undefined {
	const words = wordsOf(withoutLatex(query));
	const mended = words.map((word) => {
		if (!unknown.includes(word)) return word;
		return word.includes('_') ? partsOf(word) : mendWord(word, known);
	});
	return mended.some((word, i) => word !== words[i]) ? mended.join(' ') : undefined;
}
