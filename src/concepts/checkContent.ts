/** The content check: reads the content folder and tells everything that is wrong with it, all at once. */
import { checks } from './catalogue.ts';
import { type Check, type Surroundings, stateOf } from './checks/check.ts';
import { startGraphviz } from './graphviz.ts';
import type { Problem } from './problems.ts';
import { type ConceptSource, type ContentSource, readContent } from './reading/content.ts';
import { Names } from './reading/names.ts';

const every: readonly Check[] = checks;
const ownChecks = every.flatMap(({ own = [] }) => own);
const checksAmong = every.flatMap(({ among = [] }) => among);
const siteChecks = every.flatMap(({ site = [] }) => site);

/**
 * All problems of the content of a project, by file and line. Reads from disk; never throws for what an author wrote.
 *
 * @param root folder that holds `content`
 * @param today day on which it is checked, `2026-05-04`; no date of the content may be later
 */
export async function checkContent(root: string, today: string): Promise<Problem[]> {
	await startGraphviz();
	return problemsOf(readContent(root, today));
}

/** All problems of content that is already read; drafts are passed by. Where they are not known yet, Graphviz has been started. */
export function problemsOf(content: ContentSource): Problem[] {
	return [...siteProblems(content), ...content.concepts.flatMap((concept) => conceptProblems(concept, content))].sort(
		byPlace,
	);
}

/** Problems that belong to no concept. */
export function siteProblems(content: ContentSource): Problem[] {
	return siteChecks.flatMap((check) => [...check(content)]);
}

/** Problems of one concept, a draft as if it were published. */
export function conceptProblems(concept: ConceptSource, content: ContentSource): Problem[] {
	const among = stateOf(concept, surroundingsOf(concept, content));
	return [...ownProblems(concept, content.today), ...problemsAmong(concept, content, among)].sort(byPlace);
}

/** What is found in concepts for as long as none of their files changes, nor what else it depends on. */
class Found {
	readonly #found = new WeakMap<ConceptSource, { readonly on: string; readonly problems: readonly Problem[] }>();

	/** Says what is found, by who knows it from an earlier run. */
	know(concept: ConceptSource, on: string, problems: readonly Problem[]): void {
		this.#found.set(concept, { on, problems });
	}

	get(concept: ConceptSource, on: string, find: () => readonly Problem[]): readonly Problem[] {
		const known = this.#found.get(concept);
		if (known?.on === on) return known.problems;
		const problems = find();
		this.know(concept, on, problems);
		return problems;
	}
}

/** What is found in a concept by itself depends on the day. */
export const foundIn = new Found();

/** Problems of one concept that do not depend on any other. */
export const ownProblems = (concept: ConceptSource, today: string): readonly Problem[] =>
	foundIn.get(concept, today, () => ownChecks.flatMap((check) => [...check(concept, { today })]));

/** What is found in a concept among others depends on the state of these. */
export const foundAmong = new Found();

/** @param among state of what is around the concept */
export const problemsAmong = (concept: ConceptSource, content: ContentSource, among: string): readonly Problem[] =>
	foundAmong.get(concept, among, () =>
		checksAmong.flatMap((check) => [...check(concept, surroundingsOf(concept, content))]),
	);

/** What drafts see, while the content is as it was read. */
const amongDrafts = new WeakMap<ContentSource, Surroundings>();

/** Only a draft sees drafts. */
export function surroundingsOf(concept: ConceptSource, content: ContentSource): Surroundings {
	if (!concept.isDraft) return content;
	const known = amongDrafts.get(content);
	if (known) return known;
	const names = new Names([...content.concepts, ...content.drafts], content.listed);
	const surroundings = { ...content, names };
	amongDrafts.set(content, surroundings);
	return surroundings;
}

function byPlace(a: Problem, b: Problem): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
}
