/** The pages' own policy lets everything of theirs run, and stops what is not. Run with the policy by meta tag, and by header too. */
import { conceptPath, pageTypes } from './support/pages.ts';
import { expect, test } from './support/test.ts';

for (const { name, path } of pageTypes) {
	test(`the ${name} page loads without a violation`, async ({ page }) => {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
}

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

	test('does not run', async ({ page }) => {
		await page.goto('');
		const violated = page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
					const script = document.createElement('script');
					// As a text it is no sink of its own: it is judged when it would run.
					script.append('document.documentElement.dataset.injected = "yes"');
					document.head.append(script);
				}),
		);
		expect(await violated).toMatch(/^(?:script-src|require-trusted-types-for)/);
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
});
