/** The sitemap format of sitemaps.org. */

export interface SitemapEntry {
	/** Address of the page. */
	readonly path: string;
	/** `2026-05-04`; left out when nobody knows. */
	readonly lastModified: string | undefined;
}

export function sitemapText(entries: readonly SitemapEntry[]): string {
	const urls = entries.map(({ path, lastModified }) => {
		const day = lastModified ? `<lastmod>${lastModified}</lastmod>` : '';
		return `<url><loc>${path.replaceAll('&', '&amp;')}</loc>${day}</url>`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
}
