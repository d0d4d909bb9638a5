/** The notebook of each concept, at `/concepts/<slug>/<slug>.ipynb`, also under the slugs that it had before. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type ConceptPage, conceptPages, slugsOf } from '../../../concepts/page.ts';
import { addressesOf } from '../../../twins/addresses.ts';
import { notebookOf } from '../../../twins/notebook.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).flatMap((page) =>
		slugsOf(page).map((slug) => ({ params: { slug, notebook: slug }, props: { page } })),
	)) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ConceptPage }> = ({ props: { page }, site }) => {
	const text = `${JSON.stringify(notebookOf(page, addressesOf(page, site)), null, 1)}\n`;
	return new Response(text, { headers: { 'Content-Type': 'application/x-ipynb+json' } });
};
