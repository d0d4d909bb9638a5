/** What is wrong with a plot: where in its file, what was found and expected, and how to mend it. */
import type { Wording } from '../problems.ts';

export interface Complaint extends Omit<Wording, 'warning'> {
	readonly code: 'plot-data' | 'plot-outside' | 'plot-label';
	/** The way to it through the file: `['marks', 0, 'curve']`. */
	readonly path: readonly PropertyKey[];
}
