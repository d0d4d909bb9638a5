/** `lookups.yaml`: each word leads to a section that a concept of the catalog has. */
import { nearest } from '../nearest.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import { type ContentSource, listedSlugs } from '../reading/content.ts';
import { lookups as lookupsSchema } from '../schema/lookup.ts';
import { checkSchema } from './schema.ts';

export const kinds = {
	'lookup-unknown': ({ slug, nearest }: { slug: string; nearest: string | undefined }) => ({
		found: `words that lead to ${slug}`,
		expected: 'a slug that content/categories.yaml lists',
		mend: rename(nearest, 'Correct the slug, or remove its entry.'),
	}),
	'lookup-nowhere': ({ slug, section, nearest }: { slug: string; section: string; nearest: string | undefined }) => ({
		found: `words that lead to the section ${section} of ${slug}`,
		expected: `the id of a stage or of a third-level heading of ${slug}`,
		mend: rename(nearest, 'Name a section that the page has, or remove the words.'),
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

export function* checkLookups({ lookups, categories, concepts, drafts }: ContentSource): Generator<Problem> {
	if (!lookups) return;
	yield* checkSchema(lookupsSchema, lookups);
	const slugs = listedSlugs(categories);
	for (const slug of lookups.keys) {
		if (!slugs.includes(slug))
			yield problem('lookup-unknown', lookups.placeOfKey(slug), { slug, nearest: nearest(slug, slugs) });
		// What is planned, or does not parse, has no sections to be held against.
		const anchors = [...concepts, ...drafts].find((concept) => concept.slug === slug)?.teachingAnchors;
		if (!anchors) continue;
		const sections = lookups.get(slug);
		for (const section of sections.keys) {
			if (anchors.has(section)) continue;
			yield problem('lookup-nowhere', sections.placeOfKey(section), {
				slug,
				section,
				nearest: nearest(section, anchors),
			});
		}
	}
}
