/** What the server of `npm run dev` tells the pages that are open: what the content check found. */
import type { Problem } from '../../concepts/problems.ts';

/** The event that carries a `ContentState`, and the one by which a page asks for it. */
export const TOLD = 'sixfold:content';
export const ASKED = 'sixfold:content?';

export interface ConceptState {
	readonly isDraft: boolean;
	/** What is still to be written. */
	readonly missing: readonly Problem[];
	/** What is wrong in what is written. */
	readonly wrong: readonly Problem[];
}

export interface ContentState {
	/** The project's folder, in which the files of problems are. */
	readonly root: string;
	/** By slug; a concept of which nothing is to be told is left out, unless it is a draft. */
	readonly concepts: Readonly<Record<string, ConceptState>>;
	/** Problems that belong to no concept. */
	readonly site: readonly Problem[];
}
