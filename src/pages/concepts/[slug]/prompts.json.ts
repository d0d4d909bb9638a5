/** The prompts of one concept, rendered, for the review. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type ConceptPage, conceptPages } from '../../../concepts/page.ts';
import { promptTexts } from '../../../published/prompts.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).map((page) => ({
		params: { slug: page.summary.slug },
		props: { page },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ConceptPage }> = async ({ props: { page } }) =>
	Response.json(await promptTexts(page));
