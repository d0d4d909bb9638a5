/** Texts of a concept's page as they are read on another one, or outside of the site: in the review, in a drill, in Anki. */
import { withoutReadings } from '../build/integrations/searchablePage.ts';
import type { ConceptPage } from '../concepts/page.ts';
import { conceptPath } from '../paths.ts';
import { contextOf, renderMarkdown } from './markdown.ts';

/** HTML in which what points to an anchor of the concept's page has the address of that page. */
export function withPageAddress(html: string, slug: string): string {
	return html.replaceAll('href="#', `href="${conceptPath(slug)}#`);
}

/**
 * Renders texts of a page for another one: anchors become addresses of their page, no formula is linked to a notation that does not stand there,
 * and nothing is in it that the search index alone reads.
 */
export function elsewhereRenderer(page: ConceptPage): (text: string) => Promise<string> {
	const context = contextOf(page, 'elsewhere');
	return async (text) => withPageAddress(withoutReadings(await renderMarkdown(text, context)), page.summary.slug);
}
