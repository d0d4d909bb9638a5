/** `paths.yaml`: each path once, and its steps known, named one way, each once. */
import { nearest } from '../nearest.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ContentSource } from '../reading/content.ts';
import { paths as pathsSchema } from '../schema/path.ts';
import type { Check } from './check.ts';
import { checkSchema } from './schema.ts';

const kinds = {
	'path-doubled': ({ id }: { id: string }) => ({
		found: `a second path ${id}`,
		expected: 'each path once',
		mend: 'Rename or merge one of the two.',
	}),
	'step-unknown': ({ slug, nearest }: { slug: string; nearest: string | undefined }) => ({
		found: `${slug} as a step`,
		expected: 'a slug that content/categories.yaml lists, published or planned',
		mend: rename(nearest, 'Correct the slug, or give a title instead of concept.'),
	}),
	'step-doubled': ({ step, path }: { step: string; path: string }) => ({
		found: `${step} a second time on the path ${path}`,
		expected: 'each step once',
		mend: 'Remove one of the two.',
	}),
	'step-unnamed': ({ both }: { both: boolean }) => ({
		found: both ? 'a step with concept and title' : 'a step without concept or title',
		expected: 'concept, the slug of one that the catalog lists, or title, for one that it does not',
		mend: both ? 'Remove title.' : 'Add one of the two.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

function* checkPaths({ paths, listed }: ContentSource): Generator<Problem> {
	if (!paths) return;
	yield* checkSchema(pathsSchema, paths);
	const { slugs } = listed;
	const seen = new Set<string>();
	for (const path of paths.items) {
		const id = path.get('id').text ?? '';
		if (seen.has(id)) yield problem('path-doubled', path.get('id').place, { id });
		seen.add(id);
		const taken = new Set<string>();
		for (const step of path.get('steps').items) {
			const [concept, title] = [step.get('concept'), step.get('title')];
			if (concept.exists === title.exists) yield problem('step-unnamed', step.place, { both: concept.exists });
			const slug = concept.text;
			if (slug !== undefined && !slugs.has(slug))
				yield problem('step-unknown', concept.place, { slug, nearest: nearest(slug, slugs) });
			const name = slug ?? title.text;
			if (name === undefined) continue;
			if (taken.has(name)) yield problem('step-doubled', step.place, { step: name, path: id });
			taken.add(name);
		}
	}
}

export const check = { kinds, site: [checkPaths] } satisfies Check;
