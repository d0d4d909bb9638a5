import type { Page } from '@playwright/test';

/** One page of each type, by its path below the site's root. */
export const pageTypes = [
	{ name: 'home', path: '' },
	{ name: 'category', path: 'categories/deep-learning/' },
	{ name: 'concept', path: 'concepts/attention-mechanism/' },
	{ name: 'sheet', path: 'concepts/attention-mechanism/sheet/' },
	{ name: 'paths', path: 'paths/' },
	{ name: 'tasks', path: 'tasks/' },
	{ name: 'map', path: 'map/' },
	{ name: 'path', path: 'paths/llm-engineer/' },
	{ name: 'review', path: 'review/' },
	{ name: 'progress', path: 'progress/' },
	{ name: 'plan', path: 'plan/' },
	{ name: 'marks', path: 'marks/' },
	{ name: 'prompts', path: 'prompts/' },
	{ name: 'about', path: 'about/' },
	{ name: 'offline', path: 'offline/' },
	{ name: 'drill', path: 'drill/?seed=b7k2' },
	{ name: '404', path: '404.html' },
] as const;

/** A concept whose page the journeys read. */
export const conceptPath = 'concepts/attention-mechanism/';

/** Lays out every stage, also those that the window does not show, whose content a browser leaves out until it does. */
export async function layOutAll(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const stage of document.querySelectorAll<HTMLElement>('.stage')) stage.style.contentVisibility = 'visible';
	});
}

/** Unfolds what is folded, and lays out all of it. */
export async function unfoldAll(page: Page, folded = 'main details'): Promise<void> {
	await layOutAll(page);
	await page.evaluate((selector) => {
		for (const details of document.querySelectorAll(selector)) details.setAttribute('open', '');
	}, folded);
}
