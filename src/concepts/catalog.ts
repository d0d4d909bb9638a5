/** The catalog as pages show it: published concepts in order, by category, with what a row needs. */
import { type CollectionEntry, getCollection } from 'astro:content';
import { codeParts, ResultCache } from '../resultCache.ts';
import { type Body, latestBody, readBody } from './body.ts';
import { fileStates, readConceptFile } from './loaders.ts';
import { frozen, Made } from './made.ts';
import type { StageOutline } from './outline.ts';
import { readingMinutes } from './readingTime.ts';
import type { Category } from './schema/category.ts';
import type { Concept } from './schema/concept.ts';
import type { Planned } from './schema/planned.ts';
import type { Track } from './tracks.ts';

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

/** A concept that is there, with what is read of it. */
export interface WrittenConcept {
	readonly entry: CollectionEntry<'concepts'>;
	readonly summary: ConceptSummary;
	readonly body: Body;
}

/** A slug as the catalog lists it. */
export interface ListedConcept {
	readonly slug: string;
	readonly category: Category;
	/** Undefined while it is in preparation. */
	readonly written: WrittenConcept | undefined;
}

const listed = new Made<Promise<readonly ListedConcept[]>>();

/** Every slug that `categories.yaml` lists, in its order. */
export async function listedConcepts(): Promise<readonly ListedConcept[]> {
	const entries = await getCollection('concepts');
	const categories = (await getCollection('categories')).map(({ data }) => data);
	// In `npm run dev` the content changes under the server; in a build it is read once.
	const listings = import.meta.env.DEV ? fileStates('*/listings/*.py') : '';
	return listed.from([...entries.map(({ data }) => data), ...categories, listings], () => list(entries, categories));
}

function list(
	entries: readonly CollectionEntry<'concepts'>[],
	categories: readonly (Category & { readonly order: number })[],
): Promise<ListedConcept[]> {
	const bySlug = new Map(entries.map((entry) => [entry.id, entry]));
	const inOrder = categories.toSorted((a, b) => a.order - b.order);
	return Promise.all(
		inOrder.flatMap((category) =>
			category.concepts.map(async (slug): Promise<ListedConcept> => {
				const entry = bySlug.get(slug);
				return { slug, category, written: entry && (await writtenOf(entry, category)) };
			}),
		),
	);
}

async function writtenOf(entry: CollectionEntry<'concepts'>, category: Category): Promise<WrittenConcept> {
	const slug = entry.id;
	const { title, description, level, aliases, published, checked, changes } = entry.data;
	const body = await bodyOf(slug, entry.body ?? '', category.track);
	const minutes = minutesOf(slug, body.outline);
	const facts = { title, description, level, aliases, published, checked, changes };
	return { entry, body, summary: { slug, ...splitTitle(title), minutes, category, ...facts } };
}

const keptBodies = new ResultCache('bodies', codeParts);

/** The body of a concept, parsed where no earlier build has. */
async function bodyOf(slug: string, mdx: string, track: Track): Promise<Body> {
	// An author's saves are many, and each body is of use until the next.
	if (import.meta.env.DEV) return latestBody(slug, mdx, track);
	const text = await keptBodies.getText([track, mdx], async () => JSON.stringify(readBody(mdx, track)));
	return frozen<Body>(JSON.parse(text));
}

const published = new Made<CatalogCategory[]>();

/** The published catalog, in the order of `categories.yaml`. Categories without a concept are left out. */
export async function catalog(): Promise<CatalogCategory[]> {
	const all = await listedConcepts();
	return published.from([all], () => {
		const summaries = all.flatMap(({ written }) => written?.summary ?? []);
		return [...Map.groupBy(summaries, ({ category }) => category)].map(([category, concepts]) => ({
			category,
			concepts,
		}));
	});
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
	const known = new Map((await getCollection('planned')).map(({ data }) => [data.slug, data]));
	const open = (await listedConcepts()).filter(({ written }) => written === undefined);
	return open.flatMap(({ slug, category }) => {
		const planned = known.get(slug);
		return planned ? [{ ...planned, category }] : [];
	});
}
