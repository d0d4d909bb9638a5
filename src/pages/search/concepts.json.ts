/** Titles and aliases, for the search dialog, the 404 page and the full-text index. */
import type { APIRoute } from 'astro';
import { catalog, plannedConcepts, splitTitle } from '../../concepts/catalog.ts';
import { taskIndex } from '../../published/taskIndex.ts';
import type { SearchCatalog } from '../../search/catalog.ts';

export const GET: APIRoute = async () => {
	const categories = await catalog();
	const content: SearchCatalog = {
		categories: categories.map(({ category: { id, title, accent } }) => ({ id, title, accent })),
		concepts: categories.flatMap(({ category, concepts }) =>
			concepts.map(({ slug, name, parenthesis, aliases, minutes }) => ({
				slug,
				name,
				...(parenthesis && { parenthesis }),
				aliases,
				category: category.id,
				minutes,
			})),
		),
		tasks: (await taskIndex()).flatMap(({ tasks }) =>
			tasks.map(({ slug, question, title, pattern }) => ({ slug, question, title, pattern })),
		),
		planned: (await plannedConcepts()).map(({ title, aliases }) => ({ name: splitTitle(title).name, aliases })),
	};
	return Response.json(content);
};
