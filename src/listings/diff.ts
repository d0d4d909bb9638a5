/** What differs between two texts, line by line: for the page's breaks and for the command's reports. Pure. */

export interface DiffLine {
	/** A line of both texts, of the first alone, or of the second alone. */
	readonly kind: 'same' | 'removed' | 'added';
	readonly text: string;
	/** Number of the line in the first text, from 1; undefined for an added one. */
	readonly before: number | undefined;
	/** Number of the line in the second text, from 1; undefined for a removed one. */
	readonly after: number | undefined;
}

/** The shortest way from one list of lines to the other; removed lines come before those that take their place. */
export function diffOf(before: readonly string[], after: readonly string[]): DiffLine[] {
	// common[i][j]: length of the longest common subsequence of before[i…] and after[j…]. Listings and outputs are short.
	const width = after.length + 1;
	const common = new Uint16Array((before.length + 1) * width);
	const at = (i: number, j: number): number => common[i * width + j] ?? 0;
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	const lines: DiffLine[] = [];
	for (let i = 0, j = 0; i < before.length || j < after.length; ) {
		const [old, fresh] = [before[i], after[j]];
		if (old !== undefined && old === fresh) {
			lines.push({ kind: 'same', text: old, before: ++i, after: ++j });
		} else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
			lines.push({ kind: 'removed', text: old, before: ++i, after: undefined });
		} else if (fresh !== undefined) {
			lines.push({ kind: 'added', text: fresh, before: undefined, after: ++j });
		}
	}
	return lines;
}

/**
 * The changed lines with what stands around them, as a terminal shows it: `- ` before, `+ ` after.
 *
 * @param around Unchanged lines to keep on each side; what is left out between shows as `  …`.
 */
export function diffText(before: string, after: string, around = 1): string {
	const lines = diffOf(before.split('\n'), after.split('\n'));
	const signs = { same: '  ', removed: '- ', added: '+ ' };
	const near = lines.map((_, index) =>
		lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
	);
	return lines
		.flatMap(({ kind, text }, index) => {
			if (near[index]) return [signs[kind] + text];
			return index === 0 || near[index - 1] ? ['  …'] : [];
		})
		.join('\n');
}
