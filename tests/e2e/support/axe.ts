/** What axe finds on a page, by day and by night. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What WCAG 2.2 AA adds to axe's own choice: {@link https://www.w3.org/TR/WCAG22/#target-size-minimum targets of 24 pixels}, or room around them. */
const further = { 'target-size': { enabled: true } };

/** Rules that look at colors. All others find the same by night as by day: in nothing else do the themes differ. */
const ofColors = ['color-contrast', 'link-in-text-block'];

/**
 * Leaves the page as it is by day.
 *
 * @param parts Selectors of what is looked at; none: the whole page.
 * @returns the theme, the rule and its first elements, with what is wrong with them.
 */
export async function violationsIn(page: Page, ...parts: readonly string[]): Promise<unknown[]> {
	const found: unknown[] = [];
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme });
		// Otherwise axe opens a page of its own in front of this one, and the browser complains of fonts that nobody sees.
		const axe = new AxeBuilder({ page }).setLegacyMode();
		for (const part of parts) axe.include(part);
		const all = { rules: further };
		const few = { runOnly: { type: 'rule' as const, values: ofColors } };
		axe.options({ resultTypes: ['violations'], ...(colorScheme === 'light' ? all : few) });
		for (const { id, nodes } of (await axe.analyze()).violations) {
			const first = nodes.slice(0, 5).map(({ html, failureSummary }) => [html.slice(0, 200), failureSummary]);
			found.push([colorScheme, id, ...first]);
		}
	}
	return found;
}
