/** Text at twice its size, set as the browser's own default and not by zoom: no page scrolls sideways, and no words are cut or lie over others. */
import type { Page } from '@playwright/test';
import { layOutAll, pageTypes, unfoldAll } from './support/pages.ts';
import { expect, test } from './support/test.ts';

/** Twice what browsers start with. */
const DEFAULT = 32;

test.use({
	launchOptions: async ({ launchOptions }, use) =>
		use({ ...launchOptions, args: [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=${DEFAULT}`] }),
});

/** What of the page sticks out, is cut, or lies over other words. Drawings keep their own sizes. */
function faults(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const nameOf = (element: Element): string =>
			`<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 50)}`;
		const { clientWidth, scrollWidth } = document.documentElement;
		const apart = 'svg, .katex, .katex *, .visually-hidden, .visually-hidden *, .skip, astro-island *';
		const elements = [...document.querySelectorAll('body *')].filter(
			(element) => !element.matches(apart) && element.checkVisibility({ visibilityProperty: true }),
		);
		if (scrollWidth > clientWidth) {
			found.push(`the page is ${scrollWidth} px wide`);
			const scrolls = (element: Element): boolean => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
			const isInScroller = (element: Element | null): boolean =>
				element !== null && (scrolls(element) || isInScroller(element.parentElement));
			for (const element of document.querySelectorAll('body *')) {
				// Of a formula its outermost element says enough; its MathML is read, not seen.
				if (element.matches('.math *, .unbroken *, .visually-hidden *') || isInScroller(element)) continue;
				if (element.getBoundingClientRect().right > clientWidth + 1) found.push(`sticks out: ${nameOf(element)}`);
			}
		}
		for (const element of elements) {
			const { overflowX, overflowY } = getComputedStyle(element);
			if (['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1)
				found.push(`cut at its side: ${nameOf(element)}`);
			if (['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1)
				found.push(`cut at its end: ${nameOf(element)}`);
		}
		interface Words {
			readonly parent: Element;
			readonly box: DOMRect;
		}
		/** The words of each line, without the room that a font leaves above and beneath its letters. */
		const lines = elements.flatMap((parent): Words[] =>
			[...parent.childNodes].flatMap((node) => {
				if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return [];
				const range = document.createRange();
				range.selectNodeContents(node);
				return [...range.getClientRects()].map(({ x, y, width, height }) => ({
					parent,
					box: new DOMRect(x, y + height / 4, width, height / 2),
				}));
			}),
		);
		const isFixed = (element: Element): boolean =>
			['fixed', 'sticky'].includes(getComputedStyle(element).position) ||
			(element.parentElement !== null && isFixed(element.parentElement));
		const standing = lines.filter(({ parent }) => !isFixed(parent)).sort((a, b) => a.box.top - b.box.top);
		standing.forEach(({ parent, box }, index) => {
			for (const other of standing.slice(index + 1)) {
				if (other.box.top > box.bottom) break;
				if (other.parent === parent) continue;
				const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
				const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
				if (across > 2 && down > 2) found.push(`${nameOf(parent)} lies over ${nameOf(other.parent)}`);
			}
		});
		return found;
	});
}

for (const width of [390, 1440]) {
	for (const { name, path } of pageTypes) {
		test(`the ${name} page at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 844 });
			await page.goto(path);
			expect(
				await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
			).toBeGreaterThanOrEqual(DEFAULT);
			await layOutAll(page);
			expect(await faults(page)).toEqual([]);
			await unfoldAll(page);
			expect(await faults(page)).toEqual([]);
		});
	}
}
