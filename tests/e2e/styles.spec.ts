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

interface Box {
	readonly element: string;
	/** Left, top, width and height; nothing of what does not show. */
	readonly place: readonly number[];
}

/** The boxes of all elements, in page order. */
function boxes(page: Page): Promise<Box[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('body *')].map((element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return {
				// Not its HTML, which holds all that is in it: of ten thousand elements one inside the other, that is most of the time.
				element: `${element.localName}#${element.id}.${element.getAttribute('class') ?? ''} ${element.childElementCount ? '' : element.textContent?.slice(0, 60)}`,
				place: element.checkVisibility() ? [x + scrollX, y + scrollY, width, height] : [],
			};
		}),
	);
}

/** What stands elsewhere than before, and where. A pixel is no move: a browser rounds the box of an inline element as it was first laid out. */
function movedSince(before: readonly Box[], after: readonly Box[]): string[] {
	return after.flatMap(({ element, place }, index) => {
		const old = before[index]?.place ?? [];
		const stays = old.length === place.length && place.every((length, at) => Math.abs(length - (old[at] ?? 0)) <= 1);
		return stays ? [] : [`${element}: ${old} → ${place}`];
	});
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
async function settled(page: Page): Promise<Box[]> {
	await unfoldAll(page, 'main details:not(.question)');
	await page.waitForLoadState('networkidle');
	let standing: Box[] = [];
	await expect
		.poll(
			async () => {
				const before = standing;
				standing = await boxes(page);
				return movedSince(before, standing);
			},
			{ intervals: [500], timeout: 30_000 },
		)
		.toEqual([]);
	return standing;
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
			const before = await settled(page);
			const late = await lateStyles(page);
			expect(late).not.toEqual([]);
			for (const address of late) {
				await moveLast(page, address);
				const moved = movedSince(before, await boxes(page));
				expect(moved.slice(0, 5), `${moved.length} boxes move when ${address} is the last stylesheet`).toEqual([]);
			}
		});
	}
}
