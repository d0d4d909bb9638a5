/** The catalog: categories, the slugs they list, and how concepts refer to each other. */
import { findCycles } from '../graph.ts';
import { nearest } from '../nearest.ts';
import { anyOf, type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ContentSource } from '../reading/content.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { categories as categoriesSchema } from '../schema/category.ts';
import type { Check, ConceptCheck, Surroundings } from './check.ts';
import { checkSchema } from './schema.ts';

const kinds = {
	'field-doubled': ({ field, value }: { field: string; value: string }) => ({
		found: `${value} twice in ${field}`,
		expected: 'each of them once',
		mend: 'Remove one.',
	}),
	'slug-unlisted': ({ slug, nearest }: { slug: string; nearest: string | undefined }) => ({
		found: `the concept ${slug}, which content/categories.yaml does not list`,
		expected: 'each concept folder to be listed by one category',
		mend: nearest
			? `Rename the folder to ${nearest}, or add ${slug} to a category in content/categories.yaml.`
			: `Add ${slug} to a category in content/categories.yaml.`,
	}),
	'slug-doubled': ({ slug, category }: { slug: string; category: string }) => ({
		found: `${slug} a second time; ${category} lists it already`,
		expected: 'each slug once in the catalog',
		mend: 'Remove one of the two.',
	}),
	'category-doubled': ({ id }: { id: string }) => ({
		found: `a second category ${id}`,
		expected: 'each category once',
		mend: 'Rename or merge one of the two.',
	}),
	'category-unknown': ({
		category,
		nearest,
		known,
	}: {
		category: string;
		nearest: string | undefined;
		known: string[];
	}) => ({
		found: `category: ${category}`,
		expected: anyOf(known),
		mend: rename(nearest, 'Name a category of content/categories.yaml, or add this one there.'),
	}),
	'category-mismatch': ({ slug, category, listing }: { slug: string; category: string; listing: string }) => ({
		found: `category: ${category}, but content/categories.yaml lists ${slug} under ${listing}`,
		expected: `category: ${listing}`,
		mend: `Write ${listing}, or move the slug in content/categories.yaml.`,
	}),
	'concept-unknown': ({ field, slug, nearest }: { field: string; slug: string; nearest: string | undefined }) => ({
		found: `${slug} in ${field}`,
		expected: 'a slug that content/categories.yaml lists, published or planned',
		mend: rename(nearest, 'Correct the slug, or add it to a category as planned.'),
	}),
	'concept-itself': ({ field }: { field: string }) => ({
		found: `the concept itself in ${field}`,
		expected: 'other concepts',
		mend: 'Remove it.',
	}),
	'prerequisites-cycle': ({ cycle }: { cycle: string[] }) => ({
		found: `a cycle of prerequisites: ${[...cycle, cycle[0]].join(' → ')}`,
		expected: 'an order in which the concepts can be read',
		mend: 'Remove the weakest of these prerequisites, or make it related.',
	}),
	'former-slug-taken': ({ slug }: { slug: string }) => ({
		found: `${slug} in formerSlugs`,
		expected: 'a slug that no other page has or had',
		mend: 'Remove it; the address is taken.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

/** `categories.yaml` by itself, and what concerns all concepts together. */
function* checkCatalog(content: ContentSource): Generator<Problem> {
	yield* checkSchema(categoriesSchema, content.categories);
	const categoryIds = new Set<string>();
	const listedBy = new Map<string, string>();
	for (const item of content.categories?.items ?? []) {
		const id = item.get('id');
		if (id.text && categoryIds.has(id.text)) yield problem('category-doubled', id.place, { id: id.text });
		categoryIds.add(id.text ?? '');
		for (const slug of item.get('concepts').items) {
			const category = listedBy.get(slug.text ?? '');
			if (slug.text && category !== undefined) yield problem('slug-doubled', slug.place, { slug: slug.text, category });
			if (slug.text) listedBy.set(slug.text, id.text ?? '');
		}
	}
	yield* checkCycles(content);
}

function* checkCycles({ concepts, names, planned }: ContentSource): Generator<Problem> {
	const prerequisites = new Map([
		...(planned?.items ?? []).map((item) => [item.get('slug').text ?? '', item.get('prerequisites').texts] as const),
		...concepts.map(({ slug, surface }) => [slug, surface.prerequisites] as const),
	]);
	for (const cycle of findCycles(prerequisites)) {
		const concept = names.bySlug.get(cycle[0] ?? '')?.frontmatter;
		const next = cycle[1] ?? cycle[0];
		const named = concept ?? planned?.items.find((item) => item.get('slug').text === cycle[0]);
		const entry = named?.get('prerequisites').items.find(({ text }) => text === next);
		// A concept that names itself is told so by the check of its own fields.
		if (entry && cycle.length > 1) yield problem('prerequisites-cycle', entry.place, { cycle });
	}
}

/** What one concept says about its place in the catalog. */
const checkCatalogFields: ConceptCheck = function* (concept, content) {
	const { frontmatter, slug } = concept;
	if (!content.categories) return;
	const { slugs } = content.listed;
	if (!slugs.has(slug)) {
		const free = [...slugs].filter((known) => !content.names.bySlug.has(known));
		yield problem('slug-unlisted', concept.place, { slug, nearest: nearest(slug, free) });
	}
	if (!frontmatter) return;
	yield* checkCategory(slug, frontmatter.get('category'), content);
	for (const field of ['prerequisites', 'related'] as const) yield* checkSlugs(field, frontmatter, slug, slugs);
	yield* checkFormerSlugs(slug, frontmatter.get('formerSlugs'), content);
};

function* checkCategory(slug: string, entry: YamlEntry, { listed }: Surroundings): Generator<Problem> {
	const category = entry.text;
	if (category === undefined) return;
	const listing = listed.categoryOf.get(slug)?.get('id').text;
	if (!listed.categories.has(category)) {
		const known = [...listed.categories.keys()];
		yield problem('category-unknown', entry.place, { category, nearest: nearest(category, known), known });
	} else if (listing !== undefined && listing !== category) {
		yield problem('category-mismatch', entry.place, { slug, category, listing });
	}
}

function* checkSlugs(
	field: 'prerequisites' | 'related',
	frontmatter: YamlEntry,
	slug: string,
	slugs: ReadonlySet<string>,
): Generator<Problem> {
	const seen = new Set<string>();
	for (const entry of frontmatter.get(field).items) {
		const named = entry.text;
		if (named === undefined) continue;
		if (named === slug) yield problem('concept-itself', entry.place, { field });
		else if (seen.has(named)) yield problem('field-doubled', entry.place, { field, value: named });
		else if (!slugs.has(named)) {
			yield problem('concept-unknown', entry.place, { field, slug: named, nearest: nearest(named, slugs) });
		}
		seen.add(named);
	}
}

function* checkFormerSlugs(slug: string, entry: YamlEntry, { listed, names }: Surroundings): Generator<Problem> {
	for (const { text: former, place } of entry.items) {
		if (former === undefined) continue;
		const others = names.byFormer.get(former)?.filter((other) => other.slug !== slug) ?? [];
		if (listed.slugs.has(former) || others.length > 0) yield problem('former-slug-taken', place, { slug: former });
	}
}

export const check = { kinds, among: [checkCatalogFields], site: [checkCatalog] } satisfies Check;
