import { expect, it } from 'vitest';
import { sitemapText } from '../../../src/feeds/sitemapText.ts';

it('escapes addresses and leaves out unknown dates', () => {
	const text = sitemapText([
		{ path: 'https://example.org/?a&b', lastModified: '2026-01-02' },
		{ path: 'https://example.org/about/', lastModified: undefined },
	]);
	expect(text).toContain('<url><loc>https://example.org/?a&amp;b</loc><lastmod>2026-01-02</lastmod></url>');
	expect(text).toContain('<url><loc>https://example.org/about/</loc></url>');
});
