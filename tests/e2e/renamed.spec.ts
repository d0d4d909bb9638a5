/** A concept that got another slug keeps what its readers did under the former one. */
import type { RecallCatalog } from '../../src/recall/prompts.ts';
import { importBackup, madeBackup } from './support/history.ts';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const slug = conceptPath.split('/')[1] ?? '';
const FORMER = 'the-former-name';

test('what is due, and how it was answered, stays', async ({ page, request }) => {
	const until = new Date();
	const made = await madeBackup(request, { until, concepts: [slug] });
	const former = JSON.parse(JSON.stringify(made).replaceAll(slug, FORMER)) as typeof made;
	await page.goto('progress/');
	await importBackup(page, former);

	// The site as it was before the rename knows none of these prompts.
	await page.goto('review/');
	await expect(page.getByText('no longer on the site')).toBeAttached();

	const catalog: RecallCatalog = await (await request.get('review/concepts.json')).json();
	await page.route('**/review/concepts.json', (route) =>
		route.fulfill({ json: { ...catalog, former: { [FORMER]: slug } } }),
	);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible();
	await expect(page.getByText('no longer on the site')).toHaveCount(0);
	await expect(page.getByText(/you last answered it/).first()).toBeVisible();
	await page.goto(conceptPath);
	await page.getByRole('button', { name: 'Start the check' }).click();
	await expect(page.getByText('In your review: your answers count.')).toBeVisible();
});
