/** The catalog as pages show it: published concepts in order, by category, with what a row needs. */
import { getCollection } from 'astro:content';
import { readConceptFile } from './loaders.ts';
import { outlineOf, type StageOutline } from './outline.ts';
import { readingMinutes } from './readingTime.ts';
import type { Category } from './schema/category.ts';
import type { Concept } from './schema/concept.ts';
import type { Planned } from './schema/planned.ts';

/** What the catalog, search, feeds and cards show of a concept. */
export interface ConceptSummary extends Pick<Concept, 'title' | 'description' | 'level' | 'aliases'> {
	readonly slug: string;
	/** The title without its trailing parenthesis. */
	readonly name: string;
	/** The parenthesis, with its brackets: "(SGD, Momentum, Adam)". */
	readonly parenthesis: string | undefined;
	/** Reading time of stages 1 to 4. */
	readonly minutes: number;
	readonly category: Category;
	readonly published: string;
	readonly checked: string;
	readonly changes: Concept['changes'];
}

/** A category with at least one published concept. */
export interface CatalogCategory {
	readonly category: Category;
	readonly concepts: readonly ConceptSummary[];
}

/** Splits "Gradient Descent (SGD, Momentum, Adam)" into its name and its parenthesis. */
export function splitTitle(title: string): { name: string; parenthesis: string | undefined } {
	const match = /^(.+?)\s+(\([^()]*\))$/.exec(title);
	return { name: match?.[1] ?? title, parenthesis: match?.[2] };
}

/** Reading time of some stages of a concept. */
export function minutesOf(slug: string, stages: readonly StageOutline[]): number {
	return readingMinutes(stages, (file) => readConceptFile(slug, `listings/${file}`));
}

let catalogOnce: Promise<CatalogCategory[]> | undefined;

/** The published catalog, in the order of `categories.yaml`. Categories without a concept are left out. */
export function catalog(): Promise<CatalogCategory[]> {
	// In `npm run dev` the content changes under the server; in a build it is read once.
	if (import.meta.env.DEV) return readCatalog();
	catalogOnce ??= readCatalog();
	return catalogOnce;
}

async function readCatalog(): Promise<CatalogCategory[]> {
	const entries = new Map((await getCollection('concepts')).map((entry) => [entry.id, entry]));
	const categories = (await getCollection('categories')).map((entry) => entry.data).sort((a, b) => a.order - b.order);
	return categories
		.map((category) => ({
			category,
			concepts: category.concepts.flatMap((slug): ConceptSummary[] => {
				const entry = entries.get(slug);
				if (!entry) return [];
				const { title, description, level, aliases, published, checked, changes } = entry.data;
				return [
					{
						slug,
						...splitTitle(title),
						minutes: minutesOf(slug, outlineOf(entry.body ?? '', category.track)),
						category,
						title,
						description,
						level,
						aliases,
						published,
						checked,
						changes,
					},
				];
			}),
		}))
		.filter(({ concepts }) => concepts.length > 0);
}

/** Slugs of concepts by those that they had before. */
export async function formerSlugs(): Promise<Record<string, string>> {
	const concepts = await getCollection('concepts');
	return Object.fromEntries(concepts.flatMap(({ id, data }) => data.formerSlugs.map((former) => [former, id])));
}

/** A concept that the catalog lists and nobody has written yet. */
export interface PlannedSummary extends Planned {
	readonly category: Category;
}

/** Concepts in preparation, in the catalog's order. Those of which nothing but the slug is known are left out. */
export async function plannedConcepts(): Promise<PlannedSummary[]> {
	const written = new Set((await getCollection('concepts')).map(({ id }) => id));
	const known = new Map((await getCollection('planned')).map(({ data }) => [data.slug, data]));
	const categories = (await getCollection('categories')).map((entry) => entry.data).sort((a, b) => a.order - b.order);
	return categories.flatMap((category) =>
		category.concepts.flatMap((slug) => {
			const planned = known.get(slug);
			return planned && !written.has(slug) ? [{ ...planned, category }] : [];
		}),
	);
}
