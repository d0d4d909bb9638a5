/** Styles that come late may come in any order: whichever is last, nothing on the page moves. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Page } from '@playwright/test';
import { rootSite } from '../../src/build/bootstrap/sites.mjs';
import { conceptPath, pageTypes, unfoldAll } from './support/pages.ts';
import { startCheck } from './support/recall.ts';
import { expect, test } from './support/test.ts';

test.slow();

/** Every stylesheet that a script of the page, or a script that one loads, may ask for. */
async function lateStyles(page: Page): Promise<string[]> {
	const named = await page.evaluate(() =>
		[...document.querySelectorAll('script[src], astro-island')].flatMap((element) =>
			['src', 'component-url', 'renderer-url'].map((name) => element.getAttribute(name) ?? ''),
		),
	);
	const files = new Set(named.filter(Boolean).map((address) => address.slice(1)));
	for (const file of files) {
		if (!file.endsWith('.js')) continue;
		for (const [, name = ''] of readFileSync(join(rootSite.folder, file), 'utf8').matchAll(
			/["'`]([^"'`\s]+\.(?:js|css))["'`]/g,
		)) {
			const found = [posix.join(posix.dirname(file), name), name.replace(/^\//, '')].find((path) =>
				existsSync(join(rootSite.folder, path)),
			);
			if (found) files.add(found);
		}
	}
	return [...files].filter((file) => file.endsWith('.css')).map((file) => `/${file}`);
}

/** Puts a stylesheet after all others. */
function moveLast(page: Page, address: string): Promise<void> {
	return page.evaluate(async (href) => {
		document.querySelector(`link[rel=stylesheet][href="${href}"]`)?.remove();
		const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
		const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
		document.head.append(link);
		await loaded;
	}, address);
}

interface Moves {
	readonly count: number;
	/** The first few: what stands elsewhere, and where it stood. */
	readonly first: readonly string[];
}

/**
 * What stands elsewhere than when its place was kept. A pixel is no move: a browser rounds the box of an inline element as it was first
 * laid out. Compared in the page: ten thousand boxes would take longer on their way out of it.
 *
 * @param keeps Whether the places of now are kept, to be compared with from here on.
 */
function movesOf(page: Page, keeps: boolean): Promise<Moves> {
	return page.evaluate((keeps) => {
		const kept = window as unknown as { places?: readonly (readonly number[])[] };
		const before = kept.places ?? [];
		const elements = [...document.querySelectorAll('body *')];
		const places = elements.map((element) => {
			if (!element.checkVisibility()) return [];
			const { x, y, width, height } = element.getBoundingClientRect();
			return [x + scrollX, y + scrollY, width, height];
		});
		if (keeps) kept.places = places;
		const moved = elements.flatMap((element, index) => {
			const [place = [], old] = [places[index], before[index]];
			const isEqual = place.every((length, at) => Math.abs(length - (old?.[at] ?? 0)) <= 1);
			return old?.length === place.length && isEqual ? [] : [{ element, old, place }];
		});
		const first = moved.slice(0, 5).map(({ element, old, place }) => {
			const words = element.childElementCount ? '' : element.textContent?.slice(0, 60);
			return `${element.localName}#${element.id}.${element.getAttribute('class') ?? ''} ${words}: ${old} → ${place}`;
		});
		return { count: moved.length, first };
	}, keeps);
}

async function answerQuestion(page: Page): Promise<void> {
	await page.locator('details.question > summary').first().click();
	await expect(page.locator('.question[open] .answer-box')).toBeVisible();
}

/** What a page shows once it is asked for: each brings styles of its own, and meets those of the others. */
const states = [
	...pageTypes.map(({ name, path }) => ({ name, path, bringUp: async (_: Page) => {} })),
	{ name: 'concept with a check', path: conceptPath, bringUp: startCheck },
	{ name: 'concept with a question', path: conceptPath, bringUp: answerQuestion },
];

/** Unfolds the rest, and waits until all of it stands. */
async function settle(page: Page): Promise<void> {
	await unfoldAll(page, 'main details:not(.question)');
	await page.waitForLoadState('networkidle');
	await expect.poll(async () => (await movesOf(page, true)).first, { intervals: [500], timeout: 30_000 }).toEqual([]);
}

// Faces that come late are optional, and a new stylesheet may be when a browser takes them after all: here no page has any.
test.use({ tolerated: [[/Failed to load resource/, /woff2/], { scope: 'test' }] });
test.beforeEach(({ page }) => page.route('**/*.woff2', (route) => route.abort()));

for (const width of [390, 1440]) {
	for (const { name, path, bringUp } of states) {
		test(`the ${name} page at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.goto(path);
			await bringUp(page);
			await settle(page);
			const late = await lateStyles(page);
			expect(late).not.toEqual([]);
			for (const address of late) {
				await moveLast(page, address);
				const { count, first } = await movesOf(page, false);
				expect(first, `${count} boxes move when ${address} is the last stylesheet`).toEqual([]);
			}
		});
	}
}
