/** Which prompts there are, for the review and for progress. */
import type { APIRoute } from 'astro';
import { catalog, formerSlugs } from '../../concepts/catalog.ts';
import { conceptPages } from '../../concepts/page.ts';
import type { RecallCatalog } from '../../recall/prompts.ts';

export const GET: APIRoute = async () => {
	const content: RecallCatalog = {
		categories: (await catalog()).map(({ category: { id, title, accent } }) => ({ id, title, accent })),
		concepts: (await conceptPages()).map(({ summary: { slug, name, category }, prompts }) => ({
			slug,
			name,
			category: category.id,
			prompts: Object.fromEntries(prompts.map(({ id, revision }) => [id, revision])),
		})),
		former: await formerSlugs(),
	};
	return Response.json(content);
};
