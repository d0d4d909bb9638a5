/** What the progress page is told of questions and tasks, which are the drill's: rooms stand side by side, so the page brings the two together. */
export interface Answered {
	/** The bands there are, the best first. */
	readonly bands: readonly string[];
	/** Of each concept with answers, by its slug: how many questions got which band, in the order of `bands`. */
	readonly concepts: ReadonlyMap<string, readonly number[]>;
	/** Tasks that were begun, by concept, and those of them that were solved. */
	readonly tasks: ReadonlyMap<string, { readonly begun: number; readonly solved: number }>;
	/** Questions among them. */
	readonly questions: number;
	/** Drills and answers that are kept, those without marks included. */
	readonly kept: number;
	/** The last drill with its bands, in the order in which its questions were asked. */
	readonly lastDrill: { readonly id: string; readonly at: number; readonly bands: readonly string[] } | undefined;
}
