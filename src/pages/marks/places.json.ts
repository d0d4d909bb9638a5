/** What readers may mark, of each concept in the order of its page: marks stand in that order, and what is no longer there is told. */
import type { APIRoute } from 'astro';
import { conceptPages } from '../../concepts/page.ts';
import { listingAnchor } from '../../listings/shown/anchor.ts';
import type { MarkablePlaces } from '../../recall/prompts.ts';

export const GET: APIRoute = async () => {
	const places: MarkablePlaces = Object.fromEntries(
		(await conceptPages()).map((page) => [
			page.summary.slug,
			page.places.flatMap((place) =>
				typeof place === 'string' ? place : (listingAnchor(page, place, import.meta.env.DEV) ?? []),
			),
		]),
	);
	return Response.json(places);
};
