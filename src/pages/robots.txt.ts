/** Everything may be read; where the site's address is known, so may the list of its pages. */
import type { APIRoute } from 'astro';
import { pathTo } from '../paths.ts';

export const GET: APIRoute = ({ site }) => {
	const sitemap = site ? `\nSitemap: ${new URL(pathTo('sitemap.xml'), site).href}\n` : '';
	return new Response(`User-agent: *\nAllow: /\n${sitemap}`, {
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	});
};
