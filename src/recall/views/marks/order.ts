/** Marks as the page lists them: by concept in the order of the catalog, and of a concept in the order of its page. */
import { type Mark, type MarkedKind, placeOf } from '../../log/marks.ts';
import type { MarkablePlaces, RecallCatalog } from '../../prompts.ts';
import { hasAllWords } from '../allWords.ts';

export interface MarkedConcept {
	readonly slug: string;
	readonly name: string;
	/** Name of the category's accent. */
	readonly accent: string | undefined;
	readonly marks: readonly Mark[];
}

/** What is marked, as its anchor says. */
export function kindOf({ anchor }: Pick<Mark, 'anchor'>): MarkedKind {
	return anchor.startsWith('q-') ? 'question' : anchor.startsWith('listing-') ? 'listing' : 'section';
}

/** Marks whose concept the site no longer has come last, and so do those whose place is gone from its page. */
export function byConcept(
	marks: readonly Mark[],
	{ concepts, categories }: Pick<RecallCatalog, 'concepts' | 'categories'>,
	places: MarkablePlaces,
): MarkedConcept[] {
	const accents = new Map(categories.map(({ id, accent }) => [id, accent]));
	const known = new Map(concepts.map((concept, index) => [concept.slug, { ...concept, index }]));
	const last = concepts.length;
	const rank = (order: readonly string[], anchor: string): number => {
		const at = order.indexOf(anchor);
		return at < 0 ? order.length : at;
	};
	return [...Map.groupBy(marks, ({ concept }) => concept)]
		.map(([slug, own]) => {
			const order = places[slug] ?? [];
			const { name = slug, category = '' } = known.get(slug) ?? {};
			return {
				slug,
				name,
				accent: accents.get(category),
				marks: own.toSorted((a, b) => rank(order, a.anchor) - rank(order, b.anchor) || a.study - b.study),
			};
		})
		.sort(
			(a, b) => (known.get(a.slug)?.index ?? last) - (known.get(b.slug)?.index ?? last) || (a.slug < b.slug ? -1 : 1),
		);
}

/** The marks in whose title, note or concept all words stand. */
export function found(concepts: readonly MarkedConcept[], typed: string): MarkedConcept[] {
	return concepts
		.map((concept) => ({
			...concept,
			marks: concept.marks.filter(({ title, note }) => hasAllWords(`${title} ${note} ${concept.name}`, typed)),
		}))
		.filter(({ marks }) => marks.length > 0);
}

/** The marks that hold, and those just taken away, which stand there until the page is left. */
export function withTaken(marks: readonly Mark[], taken: readonly Mark[]): Mark[] {
	const held = new Set(marks.map(placeOf));
	return [...marks, ...taken.filter((mark) => !held.has(placeOf(mark)))];
}
