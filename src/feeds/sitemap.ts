/** Every page with the day it last changed for a reader. Built only where the site's address is known. */
import type { APIRoute } from 'astro';
import { catalog } from '../concepts/catalog.ts';
import { learningPaths } from '../concepts/learningPaths.ts';
import { lastRevised } from '../concepts/revisions.ts';
import { categoryPath, conceptPath, homePath, learningPathPath, pathTo, sheetPath } from '../paths.ts';
import { type SitemapEntry, sitemapText } from './sitemapText.ts';

export const GET: APIRoute = async ({ site }) => {
	const categories = await catalog();
	const newest = (dates: string[]) => dates.sort().at(-1);
	const revised = categories.map(({ concepts }) => newest(concepts.map(lastRevised)));
	const entries: SitemapEntry[] = [
		{ path: homePath, lastModified: newest(revised.filter((date) => date !== undefined)) },
		...['about/', 'drill/', 'map/', 'paths/', 'plan/', 'progress/', 'review/', 'tasks/'].map((route) => ({
			path: pathTo(route),
			lastModified: undefined,
		})),
		...(await learningPaths()).map(({ id }) => ({ path: learningPathPath(id), lastModified: undefined })),
		...categories.map(({ category }, index) => ({ path: categoryPath(category.id), lastModified: revised[index] })),
		...categories.flatMap(({ concepts }) =>
			concepts.flatMap((concept) =>
				[conceptPath, sheetPath].map((pathOf) => ({ path: pathOf(concept.slug), lastModified: lastRevised(concept) })),
			),
		),
	];
	const text = sitemapText(entries.map(({ path, lastModified }) => ({ path: new URL(path, site).href, lastModified })));
	return new Response(text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
