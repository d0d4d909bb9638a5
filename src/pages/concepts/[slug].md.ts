/** The Markdown twin of each concept page, also under the slugs that the page had before: whatever reads it follows no redirect of a page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type ConceptPage, conceptPages, slugsOf } from '../../concepts/page.ts';
import { addressesOf } from '../../twins/addresses.ts';
import { twinOf } from '../../twins/twin.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).flatMap((page) =>
		slugsOf(page).map((slug) => ({ params: { slug }, props: { page } })),
	)) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ConceptPage }> = ({ props: { page }, site }) =>
	new Response(twinOf(page, addressesOf(page, site)), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
