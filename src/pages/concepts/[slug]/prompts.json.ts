/** The prompts of one concept, rendered, for the review. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { contextOf, renderMarkdown } from '../../../published/markdown.ts';
import { type ConceptPage, conceptPages, sectionTitle, stageNumber } from '../../../concepts/page.ts';
import { conceptPath } from '../../../paths.ts';
import type { PromptText } from '../../../recall/prompts.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).map((page) => ({
		params: { slug: page.summary.slug },
		props: { page },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ConceptPage }> = async ({ props: { page } }) => {
	// What points to an anchor of the concept's page is read on another one.
	const render = async (text: string): Promise<string> =>
		(await renderMarkdown(text, contextOf(page, 'elsewhere'))).replaceAll(
			'href="#',
			`href="${conceptPath(page.summary.slug)}#`,
		);
	const prompts = page.prompts.map(
		async ({ id, revision, kind, see, ask, answer }): Promise<PromptText> => ({
			id,
			revision,
			kind,
			see,
			section: sectionTitle(page, see),
			stage: stageNumber(page, see),
			ask: await render(ask),
			answer: await render(answer),
		}),
	);
	return Response.json(await Promise.all(prompts));
};
