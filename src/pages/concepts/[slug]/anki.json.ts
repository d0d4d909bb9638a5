/** The prompts of one concept for Anki. */
import type { APIRoute } from 'astro';
import { renderForAnki } from '../../../published/anki.ts';
import { type ConceptPage, sectionTitle } from '../../../concepts/page.ts';
import type { AnkiText } from '../../../recall/prompts.ts';

export { getStaticPaths } from './prompts.json.ts';

export const GET: APIRoute<{ page: ConceptPage }> = async ({ props: { page } }) => {
	const prompts = page.prompts.map(
		async ({ id, kind, see, ask, answer }): Promise<AnkiText> => ({
			id,
			kind,
			see,
			section: sectionTitle(page, see),
			ask: await renderForAnki(ask),
			answer: await renderForAnki(answer),
		}),
	);
	return Response.json(await Promise.all(prompts));
};
