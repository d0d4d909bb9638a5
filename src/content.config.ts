import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { categoriesLoader, conceptListLoader, conceptsLoader, pathsLoader, plannedLoader } from './concepts/loaders.ts';
import { category } from './concepts/schema/category.ts';
import { concept } from './concepts/schema/concept.ts';
import { lenient } from './concepts/schema/lenient.ts';
import { path } from './concepts/schema/path.ts';
import { planned } from './concepts/schema/planned.ts';
import { prompts } from './concepts/schema/prompt.ts';
import { questions } from './concepts/schema/question.ts';

/** While a page is written, it is shown as far as it goes; what is built was checked before. */
const shown = <Schema extends z.ZodType>(schema: Schema) => (import.meta.env.DEV ? lenient(schema) : schema);

export const collections = {
	categories: defineCollection({
		loader: categoriesLoader(),
		schema: shown(category.extend({ order: z.number() })),
	}),
	concepts: defineCollection({
		loader: conceptsLoader(),
		schema: shown(concept),
	}),
	planned: defineCollection({
		loader: plannedLoader(),
		schema: shown(planned.extend({ order: z.number() })),
	}),
	paths: defineCollection({
		loader: pathsLoader(),
		schema: shown(path.extend({ order: z.number() })),
	}),
	questions: defineCollection({
		loader: conceptListLoader('questions.yaml'),
		schema: shown(z.object({ items: questions })),
	}),
	prompts: defineCollection({
		loader: conceptListLoader('prompts.yaml'),
		schema: shown(z.object({ items: prompts })),
	}),
};
