/** Finds concepts by title and alias, in memory: from the first letter, and with a slip of the finger. */
import type { PlannedConcept, SearchConcept } from './catalog.ts';
import { editsBetween, type Fit, fitOf, likeness, plainSpelling, wordsOf } from './spelling.ts';

export interface TitleMatch {
	readonly concept: SearchConcept;
	/** The alias it was found by, when the title does not match as well. */
	readonly alias: string | undefined;
	/** Whether the query is the whole title or alias, or the start of the title: it names the concept, and asks for nothing inside. */
	readonly isNamed: boolean;
}

/** A title found as well as an alias comes first. */
const ALIAS_COST = 0.5;
const cost: Readonly<Record<Fit, number>> = { exact: 0, start: 1, mistyped: 4 };
/** Words that a question is made of: nothing is found by them. */
const fillers = new Set(
	`a about an and are as at be between by can compare compared could define describe did difference differences do does explain for from get give has have how
	i if in instead into is it its like make makes many me mean means my need not of on or our scratch should so tell than that the their them then there these they this to
	use used using versus via vs was we were what when where which while who why will with work works would you your`.split(
		/\s+/,
	),
);

/** Signs of LaTeX that part nothing: `QK^T` is a word, and so is `d_{k}`. */
const joining = /[\^\\{}]/g;

/** The words that say what is looked for; all of them when there are only fillers. */
export function tellingWords(query: string): string[] {
	const words = [...new Set(wordsOf(query.replace(joining, '')).flatMap((word) => wordsOf(plainSpelling(word))))];
	const telling = words.filter((word) => !fillers.has(word));
	return telling.length > 0 ? telling : words;
}

/** How far a typed word is from the nearest word of a text, later words a little further. Infinite when none fits. */
function distance(typed: string, words: readonly string[]): number {
	return Math.min(
		...words.map((word, position) => {
			const fit = fitOf(typed, word);
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

/** How far a query is from a text: 0 is the text itself, infinite is no match. */
function distanceToText(typed: readonly string[], text: string): number {
	const words = wordsOf(text);
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
	const isSpelled = typed.length > 1 && typed.every((word, at) => fitOf(word, name[at] ?? ''));
	return isSpelled || name.join('').startsWith(query) || tellingWords(titleOf(concept)).length <= typed.length;
}

/** The concept in preparation that a query names by its whole title or an alias. A title that is still being typed is not named yet. */
export function plannedAs(query: string, planned: readonly PlannedConcept[]): PlannedConcept | undefined {
	const typed = tellingWords(query).join('');
	return planned.find(({ name, aliases }) => [name, ...aliases].some((text) => tellingWords(text).join('') === typed));
}

/** Concepts whose title or alias has every telling word of the query, nearest first. */
export function matchTitles(query: string, concepts: readonly SearchConcept[]): TitleMatch[] {
	const typed = tellingWords(query);
	if (typed.length === 0) return [];
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
				return { concept, alias, isWhole, isNamed: isNamedBy(typed, concept), at: Math.min(title, nearest.at) };
			})
			.filter(({ at }) => Number.isFinite(at))
			// `learning rate` is a whole alias of one concept, and no more than how the title of another begins.
			.sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || Number(b.isWhole) - Number(a.isWhole) || a.at - b.at)
			.map(({ concept, alias, isNamed }) => ({ concept, alias, isNamed }))
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

/** Two slips are told from another word only in a long one. */
const LONG = 8;
const SHORTEST_MENDED = 4;

/** The known word nearest to one that nothing has; of several equally near, the first in `known`, so the likeliest should come first. */
function mendWord(word: string, known: readonly string[]): string {
	if (word.length < SHORTEST_MENDED || known.some((other) => other.startsWith(word))) return word;
	const most = word.length < LONG ? 1 : 2;
	let best = { word, edits: most + 1 };
	for (const other of known) {
		const edits = editsBetween(word, other, Math.min(most, best.edits - 1));
		if (edits < best.edits) best = { word: other, edits };
		if (best.edits === 1) break;
	}
	if (best.edits > most) return known.find((other) => fitOf(word, other)) ?? word;
	return best.word;
}

/** The query with its unknown words replaced by known ones that a slip makes of them, or undefined when there is nothing to mend. */
export function mendQuery(query: string, known: readonly string[]): string | undefined {
	const words = wordsOf(query);
	const mended = words.map((word) => (fillers.has(word) ? word : mendWord(word, known)));
	return mended.some((word, i) => word !== words[i]) ? mended.join(' ') : undefined;
}
