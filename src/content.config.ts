import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { concept } from './concepts/schema/concept.ts';

export const collections = {
	concepts: defineCollection({
		loader: glob({
			base: './content/concepts',
			pattern: '*/index.mdx',
			generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
		}),
		schema: concept,
	}),
};
