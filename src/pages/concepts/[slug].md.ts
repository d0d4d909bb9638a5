/** The Markdown twin of each concept page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type ConceptPage, conceptPages } from '../../concepts/page.ts';
import { addressesOf } from '../../twins/addresses.ts';
import { twinOf } from '../../twins/twin.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).map((page) => ({
		params: { slug: page.summary.slug },
		props: { page },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ConceptPage }> = ({ props: { page }, site }) =>
	new Response(twinOf(page, addressesOf(page, site)), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
