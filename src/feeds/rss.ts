/** The feed of new and revised concepts. Built only where the site's address is known. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { catalog } from '../concepts/catalog.ts';
import { conceptPath, homePath, pathTo } from '../paths.ts';
import { revisionItems } from './revisionItems.ts';

export const GET: APIRoute = async ({ site }) => {
	const absolute = (path: string) => new URL(path, site).href;
	const concepts = (await catalog()).flatMap((category) => category.concepts);
	return rss({
		title: 'Sixfold',
		description: 'New and revised interview concepts in machine learning and software engineering.',
		site: absolute(homePath),
		trailingSlash: true,
		xmlns: { atom: 'http://www.w3.org/2005/Atom' },
		customData: `<language>en</language><atom:link href="${absolute(pathTo('rss.xml'))}" rel="self" type="application/rss+xml"/>`,
		items: revisionItems(concepts).map(({ title, description, date, concept, id }) => ({
			title,
			description,
			pubDate: new Date(date),
			categories: [concept.category.title],
			link: absolute(conceptPath(concept.slug)),
			customData: `<guid isPermaLink="false">${id}</guid>`,
		})),
	});
};
