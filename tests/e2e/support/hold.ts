import type { Page } from '@playwright/test';

/** Holds back what a page asks for, until told. */
export async function hold(page: Page, files: RegExp): Promise<() => void> {
	const held = Promise.withResolvers<void>();
	await page.route(files, async (route) => {
		await held.promise;
		await route.continue();
	});
	return held.resolve;
}
