/** The Markdown twin of each concept page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type ConceptPage, conceptPages } from '../../concepts/page.ts';
import { conceptPath, pathTo } from '../../paths.ts';
import { twinOf } from '../../twins/twin.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).map((page) => ({
		params: { slug: page.summary.slug },
		props: { page },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ConceptPage }> = ({ props: { page }, site }) => {
	const address = (path: string) => (site ? new URL(path, site).href : path);
	const text = twinOf(page, {
		page: address(conceptPath(page.summary.slug)),
		of: (path) => address(pathTo(path.slice(1))),
	});
	return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
