/** `planned.yaml`: each concept in preparation is one that the catalog lists, once, and what it builds on exists. */
import { nearest } from '../nearest.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ContentSource } from '../reading/content.ts';
import { plannedList } from '../schema/planned.ts';
import type { Check } from './check.ts';
import { checkSchema } from './schema.ts';

const kinds = {
	'planned-unlisted': ({ slug, nearest }: { slug: string; nearest: string | undefined }) => ({
		found: `${slug}, which content/categories.yaml does not list`,
		expected: 'a slug of the catalog that is not written yet',
		mend: rename(nearest, 'Add the slug to a category, or remove this entry.'),
	}),
	'planned-doubled': ({ slug }: { slug: string }) => ({
		found: `${slug} a second time`,
		expected: 'each concept in preparation once',
		mend: 'Remove one of the two.',
	}),
	'planned-published': ({ slug }: { slug: string }) => ({
		found: `${slug}, which is published`,
		expected: 'concepts that are not published yet',
		mend: 'Take its entry out.',
	}),
	'planned-unknown': ({ slug, nearest }: { slug: string; nearest: string | undefined }) => ({
		found: `${slug} in prerequisites`,
		expected: 'a slug that content/categories.yaml lists',
		mend: rename(nearest, 'Correct the slug, or remove it.'),
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

function* checkPlanned({ planned, listed, names }: ContentSource): Generator<Problem> {
	if (!planned) return;
	yield* checkSchema(plannedList, planned);
	const { slugs } = listed;
	const seen = new Set<string>();
	for (const item of planned.items) {
		const { text: slug, place } = item.get('slug');
		if (slug === undefined) continue;
		if (!slugs.has(slug)) yield problem('planned-unlisted', place, { slug, nearest: nearest(slug, slugs) });
		if (seen.has(slug)) yield problem('planned-doubled', place, { slug });
		if (names.bySlug.has(slug)) yield problem('planned-published', place, { slug });
		seen.add(slug);
		for (const needed of item.get('prerequisites').items) {
			if (needed.text === undefined || slugs.has(needed.text)) continue;
			yield problem('planned-unknown', needed.place, { slug: needed.text, nearest: nearest(needed.text, slugs) });
		}
	}
}

export const check = { kinds, site: [checkPlanned] } satisfies Check;
