/**
 * Adds what only makes sense where the site's address is known: the feed and the sitemap, whose links must be whole.
 * Without one the build goes on and says what it leaves out.
 */
import type { AstroIntegration } from 'astro';

export default function publishedAddress(): AstroIntegration {
	return {
		name: 'published-address',
		hooks: {
			'astro:config:setup': ({ config, command, injectRoute, logger }) => {
				if (config.site) {
					injectRoute({ pattern: '/rss.xml', entrypoint: './src/feeds/rss.ts' });
					injectRoute({ pattern: '/sitemap.xml', entrypoint: './src/feeds/sitemap.ts' });
				} else if (command === 'build') {
					logger.warn('SITE_URL is not set: no canonical addresses, no feed and no sitemap are built');
				}
			},
		},
	};
}
