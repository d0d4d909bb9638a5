/** The word that was probably meant. */

/** Number of insertions, deletions, replacements and swaps of neighbors that turn one word into the other. */
export function editDistance(from: string, to: string): number {
	const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
	const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
	for (let row = 1; row <= from.length; row++) {
		rows[row] = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1];
			let best = Math.min(
				cell(row - 1, column) + 1,
				cell(row, column - 1) + 1,
				cell(row - 1, column - 1) + (same ? 0 : 1),
			);
			const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			if (row > 1 && column > 1 && swapped) best = Math.min(best, cell(row - 2, column - 2) + 1);
			rows[row]?.push(best);
		}
	}
	return cell(from.length, to.length);
}

/**
 * The known word closest to what was written, regardless of case; undefined when none is close enough to be meant. Words
 * that differ in their numbers alone (`pope-2022`, `pope-2023`) are different on purpose.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	let least = Math.max(written.length < 4 ? 1 : 2, Math.floor(written.length / 3)) + 1;
	for (const word of known) {
		const distance = editDistance(written.toLowerCase(), word.toLowerCase());
		if (distance < least && (distance === 0 || withoutDigits(written) !== withoutDigits(word))) {
			best = word;
			least = distance;
		}
	}
	return best;
}

function withoutDigits(word: string): string {
	return word.replace(/\d/g, '');
}
