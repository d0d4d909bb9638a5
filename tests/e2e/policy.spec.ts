/** The pages' own policy lets everything of theirs run, and stops what is not. Run with the policy by meta tag, and by header too. */
import type { Page } from '@playwright/test';
import { conceptPath, pageTypes } from './support/pages.ts';
import { expect, test } from './support/test.ts';

for (const { name, path } of pageTypes) {
	test(`the ${name} page loads without a violation`, async ({ page }) => {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
}

/** Lets every page come with more than it has. */
const addToPage = (page: Page, markup: string): Promise<unknown> =>
	page.route('**/*', async (route) => {
		if (route.request().resourceType() !== 'document') return route.continue();
		const response = await route.fetch();
		const body = (await response.text()).replace('</main>', `${markup}</main>`);
		return route.fulfill({ response, body });
	});

test.describe('a style in the text of the page', () => {
	test.use({ tolerated: [/Content Security Policy/] });

	test('styles nothing: neither an attribute nor an element', async ({ page }) => {
		await addToPage(page, '<p id="mine" style="padding: 77px">Mine</p><style>#mine { margin: 77px }</style>');
		await page.goto('');
		await expect(page.locator('#mine')).not.toHaveCSS('padding-top', '77px');
		await expect(page.locator('#mine')).not.toHaveCSS('margin-top', '77px');
	});
});

test.describe('a script from elsewhere', () => {
	test.use({ tolerated: [/Content Security Policy|Trusted/] });

	test('is made of no string: nor is markup, or a worker', async ({ page }) => {
		await page.goto('');
		const refused = await page.evaluate(async () => {
			const names: string[] = [];
			const attempt = async (name: string, make: () => unknown) => {
				try {
					await make();
				} catch (error) {
					if (error instanceof TypeError) names.push(name);
				}
			};
			await attempt('markup', () => {
				document.body.innerHTML = '<p>mine</p>';
			});
			await attempt('document', () => new DOMParser().parseFromString('<p>mine</p>', 'text/html'));
			await attempt('script', () => {
				document.createElement('script').src = '/mine.js';
			});
			await attempt('worker', () => new Worker('/mine.js'));
			await attempt('policy', () =>
				(
					window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
				).trustedTypes.createPolicy('mine', {}),
			);
			return names;
		});
		expect(refused).toEqual(['markup', 'document', 'script', 'worker', 'policy']);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});

	test('does not run: neither one in the text of the page, nor one that is made there', async ({ page }) => {
		const script = 'document.documentElement.dataset.injected = "yes"';
		await page.addInitScript(() => {
			const violated: string[] = [];
			Object.assign(window, { violated });
			document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
				violated.push(effectiveDirective),
			);
		});
		const violated = () => page.evaluate(() => (window as unknown as { violated: string[] }).violated);
		await addToPage(page, `<script>${script}</script>`);
		await page.goto('');
		// Once for each policy that the page has: its own, and the one that its host sends.
		const first = await violated();
		expect([...new Set(first)]).toEqual(['script-src-elem']);
		// Of a string that a script made, the rule on strings speaks first.
		await page.evaluate((text) => {
			const made = document.createElement('script');
			made.append(text);
			document.head.append(made);
		}, script);
		await expect.poll(async () => (await violated()).length).toBeGreaterThan(first.length);
		await expect(page.locator('html')).not.toHaveAttribute('data-injected', 'yes');
	});
});

test('a listing runs, and is changed in the editor', async ({ page }) => {
	test.setTimeout(240_000);
	await page.goto(conceptPath);
	const figure = page.locator('[data-listing]').filter({ hasText: 'standard library' }).first();
	await figure.getByRole('button', { name: /^Run/ }).click();
	await expect(figure.getByRole('status')).toContainText('ended, equal', { timeout: 90_000 });
	await figure.getByRole('button', { name: /^Edit/ }).click();
	await expect(figure.getByRole('textbox')).toBeFocused();
	// Its styles have come through: without them the lines of the gutter stand above the code.
	await expect(figure.locator('.cm-scroller')).toHaveCSS('display', 'flex');
	// What is typed over other text would get its looks by an attribute, if the browser typed it.
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('print(7)');
	await expect(figure.getByRole('textbox')).toHaveText('print(7)');
	await page.keyboard.press('ControlOrMeta+z');
	await expect(figure.getByRole('textbox')).toContainText('def attend');
});
