/** Which sections answer a query best, from what the index says of each of its words alone. */

/** Sections that have a word, with a score that is higher for rarer words, headings and shorter texts. */
export type Scores = ReadonlyMap<string, number>;

export interface Ranked {
	/** What the index calls a section. */
	readonly id: string;
	readonly score: number;
}

/** How much of a word's own best score a section must reach to count in full: names of one letter stand everywhere. */
const COVERAGE = 2;

/**
 * Sections by the sum of their words' scores, each word's taken as a share of its best, weighted by how telling the word is; a section that lacks words loses by the square of
 * what it lacks. So one with all words leads, and one with the telling ones follows: nothing is lost to a word too many.
 *
 * @param words For each word of the query, what has it. A word that nothing has says nothing.
 * @returns Best first.
 */
export function rank(words: readonly Scores[]): Ranked[] {
	const known = words.filter(({ size }) => size > 0);
	// The index's scores grow with a word's rarity; the best of a word says how telling it is.
	const weights = known.map((scores) => Math.max(...scores.values()));
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const ids = new Set(known.flatMap((scores) => [...scores.keys()]));
	return [...ids]
		.map((id) => {
			const has = known.map((scores) => scores.get(id) ?? 0);
			const sum = has.reduce((total, score) => total + score, 0);
			const covered = weights.reduce((total, weight, at) => total + ((has[at] ?? 0) > 0 ? weight : 0), 0) / whole;
			return { id, score: sum * covered ** COVERAGE };
		})
		.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
