/** The pages' own policy lets everything of theirs run, and stops what is not. Run with the policy by meta tag, and by header too. */
import { pageTypes } from './support/pages.ts';
import { expect, test } from './support/test.ts';

for (const { name, path } of pageTypes) {
	test(`the ${name} page loads without a violation`, async ({ page }) => {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
}

test.describe('a script from elsewhere', () => {
	test.use({ tolerated: [/Content Security Policy/] });

	test('does not run', async ({ page }) => {
		await page.goto('');
		const violated = page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
					const script = document.createElement('script');
					script.textContent = 'document.documentElement.dataset.injected = "yes"';
					document.head.append(script);
				}),
		);
		expect(await violated).toMatch(/^script-src/);
		await expect(page.locator('html')).not.toHaveAttribute('data-injected', 'yes');
	});
});
