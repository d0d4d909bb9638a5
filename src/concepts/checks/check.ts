import { createHash } from 'node:crypto';
import type { Problem, Wordings } from '../problems.ts';
import type { ConceptSource, ContentSource } from '../reading/content.ts';
import type { Names } from '../reading/names.ts';

/**
 * Looks at one concern of one concept by itself; steps over what is missing or does not parse. What it finds is kept until a file of the
 * concept changes.
 */
export type OwnCheck = (concept: ConceptSource, day: Pick<ContentSource, 'today'>) => Iterable<Problem>;

/** What a concept sees around it: of other concepts, their surfaces alone. */
export interface Surroundings extends Pick<ContentSource, 'categories' | 'figures' | 'listed'> {
	readonly names: Names<Pick<ConceptSource, 'slug' | 'surface' | 'namesIn'>>;
}

/** Looks at one concern of one concept within its surroundings. What it finds is kept until a file of the concept changes, or any of these. */
export type ConceptCheck = (concept: ConceptSource, surroundings: Surroundings) => Iterable<Problem>;

/** Looks at what belongs to no concept, or to all of them together. */
export type SiteCheck = (content: ContentSource) => Iterable<Problem>;

/** One concern of the content: the kinds of problem that it knows, and what looks for them. `catalogue.ts` has every one. */
export interface Check {
	readonly kinds: Wordings;
	readonly own?: readonly OwnCheck[];
	readonly among?: readonly ConceptCheck[];
	readonly site?: readonly SiteCheck[];
}

const digestOf = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const common = new WeakMap<Surroundings, string>();

/** What every concept sees of the others. */
function commonState(surroundings: Surroundings): string {
	const known = common.get(surroundings);
	if (known !== undefined) return known;
	const { categories, figures, names } = surroundings;
	const concepts = [...names.bySlug.values()];
	const seen = concepts.map((one) => [one.slug, one.surface.formerSlugs, one.namesIn('listings', '')]);
	const state = digestOf([categories?.value ?? null, figures, seen]);
	common.set(surroundings, state);
	return state;
}

/** A text that is another one whenever anything changes that a concept sees: of others their names, and the anchors of those that it links to. */
export function stateOf({ surface }: Pick<ConceptSource, 'surface'>, surroundings: Surroundings): string {
	const linked = surface.linked.flatMap((slug) => surroundings.names.bySlug.get(slug) ?? []);
	return digestOf([commonState(surroundings), linked.map((one) => one.surface.anchors ?? null)]);
}
