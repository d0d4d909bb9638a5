/** How long a page, or what is left of it, takes: to read, and to answer, which takes longer. */

const ROUND = 5;

/** "14 min to read, about 70 to answer". Empty when nothing is left. @param answer minutes, said to the nearest five */
export function timeWords(read: number, answer: number): string {
	const about = Math.max(ROUND, Math.round(answer / ROUND) * ROUND);
	if (answer === 0) return read === 0 ? '' : `${read} min to read`;
	return read === 0 ? `about ${about} min to answer` : `${read} min to read, about ${about} to answer`;
}
