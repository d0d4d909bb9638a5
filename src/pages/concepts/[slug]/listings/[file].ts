/** Each listing as a file of its own, and what it printed when it was recorded. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readConceptFile } from '../../../../concepts/loaders.ts';
import { conceptPages } from '../../../../concepts/page.ts';
import { listingFiles } from '../../../../listings/listing.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).flatMap(({ summary: { slug } }) =>
		listingFiles(slug).map((file) => ({ params: { slug, file } })),
	)) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { slug = '', file = '' } }) =>
	new Response(readConceptFile(slug, `listings/${file}`), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
