import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { categoriesLoader, conceptListLoader, conceptsLoader, plannedLoader } from './concepts/loaders.ts';
import { category } from './concepts/schema/category.ts';
import { concept } from './concepts/schema/concept.ts';
import { planned } from './concepts/schema/planned.ts';
import { prompts } from './concepts/schema/prompt.ts';
import { questions } from './concepts/schema/question.ts';

export const collections = {
	categories: defineCollection({
		loader: categoriesLoader(),
		schema: category.extend({ order: z.number() }),
	}),
	concepts: defineCollection({
		loader: conceptsLoader(),
		schema: concept,
	}),
	planned: defineCollection({
		loader: plannedLoader(),
		schema: planned,
	}),
	questions: defineCollection({
		loader: conceptListLoader('questions.yaml'),
		schema: z.object({ items: questions }),
	}),
	prompts: defineCollection({
		loader: conceptListLoader('prompts.yaml'),
		schema: z.object({ items: prompts }),
	}),
};
