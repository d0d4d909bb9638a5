/** Each listing as a file of its own, and what it printed when it was recorded. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { withoutMarks } from '../../../../concepts/listing.ts';
import { readConceptFile } from '../../../../concepts/loaders.ts';
import { conceptPages } from '../../../../concepts/page.ts';
import { listingFiles } from '../../../../listings/shown/listing.ts';

export const getStaticPaths = (async () =>
	(await conceptPages()).flatMap(({ summary: { slug } }) =>
		listingFiles(slug).map((file) => ({ params: { slug, file } })),
	)) satisfies GetStaticPaths;

/** A source without its marks; what was printed as it is. */
function published(slug: string, file: string): string {
	const text = readConceptFile(slug, `listings/${file}`) ?? '';
	return file.endsWith('.py') ? withoutMarks(text) : text;
}

export const GET: APIRoute = ({ params: { slug = '', file = '' } }) =>
	new Response(published(slug, file), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
