/** Every question of the site without its words, for the plan of a drill. */
import type { APIRoute } from 'astro';
import { catalog, formerSlugs } from '../../concepts/catalog.ts';
import { conceptPages } from '../../concepts/page.ts';
import type { QuestionIndex } from '../../drill/material.ts';

export const GET: APIRoute = async () => {
	const pages = (await conceptPages()).filter(({ questions }) => questions.length > 0);
	const asked = new Set(pages.map(({ summary }) => summary.slug));
	const content: QuestionIndex = {
		categories: (await catalog())
			.map(({ category: { id, title }, concepts }) => ({
				id,
				title,
				concepts: concepts.filter(({ slug }) => asked.has(slug)).map(({ slug, name }) => ({ slug, name })),
			}))
			.filter(({ concepts }) => concepts.length > 0),
		questions: pages.flatMap(({ summary, questions }) =>
			questions.map(({ id, revision, level, format, minutes, prompts }) => ({
				concept: summary.slug,
				...{ id, revision, level, format, minutes, prompts },
			})),
		),
		former: await formerSlugs(),
	};
	return Response.json(content);
};
