/** Without a connection, with a slow one, and where something else answers: what was read works, and says that it is a copy. */
import { copies, keep } from './support/copies.ts';
import { goThrough } from './support/drill.ts';
import { expect, test } from './support/host.ts';
import { conceptPath } from './support/pages.ts';
import { answerBy, rememberAll, startCheck } from './support/recall.ts';

const other = 'concepts/gradient-descent/';

test('a reader in a tunnel: home, concept, figure, check, review, drill, report, search', { tag: '@workers' }, async ({
	page,
	host,
	site: { base },
}) => {
	test.slow();
	await keep(page, base, conceptPath);
	host.mood = 'cut';

	await page.goto('./');
	await expect(
		page.getByRole('status').filter({ hasText: /^No connection: this page is a copy, kept on/ }),
	).toBeVisible();
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Attention/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');

	const figure = page.locator('figure[id^="figure-"]').first();
	await figure.scrollIntoViewIfNeeded();
	await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
	await figure.locator('.presets button').first().click();
	await expect(figure.locator('.lesson')).toBeVisible();

	await startCheck(page);
	await rememberAll(page);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();

	await page.clock.setFixedTime(Date.now() + 9 * 24 * 3_600_000);
	await page.goto('review/');
	await answerBy(page, '2');
	await expect(page.locator('.review-position')).toHaveText(/^2 of/);

	await page.goto('drill/?seed=b7k2&concepts=attention-mechanism&level=mid&minutes=10');
	await page.getByRole('link', { name: 'Start the drill' }).click();
	await expect(page.locator('h1.drill-question')).toBeVisible();
	await goThrough(page);
	await expect(page.getByRole('heading', { name: 'Drill report' })).toBeVisible();

	await page.goto('progress/');
	await expect(page.getByRole('heading', { name: 'Your data' })).toBeVisible();

	await page.keyboard.press('/');
	await page.getByRole('combobox', { name: 'Search concepts' }).fill('queries keys values');
	await page
		.getByRole('option', { name: /Attention/ })
		.first()
		.click();
	await expect(page).toHaveURL(/concepts\/attention-mechanism\//);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
	expect(host.asked.filter((path) => !path.startsWith(base) && path !== '/favicon.ico')).toEqual([]);
});

test('a page that nobody has says so, names those that are kept, and comes with the connection', {
	tag: '@workers',
}, async ({ page, host, site: { base } }) => {
	await keep(page, base, conceptPath);
	host.mood = 'cut';
	await page.goto(other);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not kept on this device');
	await expect(page.getByRole('listitem').getByRole('link', { name: /^Attention/ })).toBeVisible();
	host.mood = 'well';
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Gradient Descent');
});

/** Where a browser says that it took a file from, by its static routes; TypeScript does not know it yet. */
type Routed = PerformanceResourceTiming & { readonly workerFinalSourceType?: string };

test('what never changes comes from the copies, and no worker is asked for it', { tag: '@workers' }, async ({
	page,
	site: { base },
}) => {
	await keep(page, base, conceptPath);
	await page.reload();
	await page.waitForLoadState('load');
	const sources = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.includes('/_astro/'))
			.map((entry) => (entry as Routed).workerFinalSourceType),
	);
	expect(sources.length).toBeGreaterThan(5);
	expect([...new Set(sources)]).toEqual(['cache']);
});

test('copies of what never changes say so, and no others: from the browser’s memory they cost the next page nothing', async ({
	page,
	site: { base },
}) => {
	await keep(page, base, conceptPath);
	const kept = await page.evaluate(async (name) => {
		const cache = await caches.open(name);
		const all = await Promise.all(
			(await cache.keys()).map(
				async ({ url }) => [url, (await cache.match(url))?.headers.get('cache-control')] as const,
			),
		);
		return all.map(([url, control]) => ({ isNamed: url.includes('/_astro/'), control }));
	}, `sixfold:${base}:copies`);
	expect(new Set(kept.filter(({ isNamed }) => isNamed).map(({ control }) => control))).toEqual(
		new Set(['max-age=31536000, immutable']),
	);
	expect(kept.some(({ control }) => control === null)).toBe(true);
});

test('a network that says nothing for two seconds gives way to the copy', async ({ page, host, site: { base } }) => {
	await keep(page, base, conceptPath);
	host.mood = 'silent';
	const before = Date.now();
	await page.goto(conceptPath);
	await expect(
		page.getByRole('status').filter({ hasText: /^The connection is slow: this page is a copy/ }),
	).toBeVisible();
	expect(Date.now() - before).toBeGreaterThanOrEqual(2000);
	await page.getByRole('button', { name: 'Close' }).click();
	await expect(page.getByText('this page is a copy')).toHaveCount(0);
});

for (const mood of ['portal', 'login'] as const) {
	test(`a café's network (${mood}) is not taken for the site`, { tag: '@workers' }, async ({
		page,
		host,
		site: { base },
	}) => {
		await keep(page, base, conceptPath);
		const before = await copies(page, base);
		host.mood = mood;
		await page.goto(conceptPath);
		await expect(page.getByRole('status').filter({ hasText: /^Something else than this site answered/ })).toBeVisible();
		await startCheck(page);
		// Where there is no copy, the reader sees what the network wants of them.
		await page.goto(other);
		await expect(page.getByRole('heading', { name: 'Welcome to our café' })).toBeVisible();
		host.mood = 'well';
		await page.goto(conceptPath);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
		await expect(page.getByText('this page is a copy')).toHaveCount(0);
		expect((await copies(page, base)).sort()).toEqual(before.sort());
	});
}

test('a host that answers every address with a page puts nothing of it among the copies', async ({
	page,
	host,
	site: { base },
}) => {
	const { files } = await (await page.request.get('offline.json')).json();
	const scripts: string[] = files.map(([path]: [string]) => path).filter((path: string) => path.endsWith('.js'));
	for (const path of scripts) host.instead.set(base + path, { body: '<!doctype html><h1>There is no such page</h1>' });
	// The scripts of the page itself come, or nothing would keep anything.
	for (const path of scripts.filter((path) => !/Check\./.test(path))) host.instead.delete(base + path);
	await page.goto(conceptPath);
	await expect.poll(() => host.asked.filter((path) => /Check\./.test(path)).length).toBeGreaterThanOrEqual(2);
	expect((await copies(page, base)).filter((path) => /Check\./.test(path))).toEqual([]);
	expect(await copies(page, base, 'roots')).not.toContain(conceptPath);
	host.instead.clear();
	await keep(page, base, conceptPath);
	host.mood = 'cut';
	await startCheck(page);
});

test('an address without its slash, with a query or an anchor leads to the same copy', async ({
	page,
	host,
	site: { base },
}) => {
	await keep(page, base, conceptPath);
	host.mood = 'cut';
	await page.goto(`${conceptPath.slice(0, -1)}?from=a-friend#retrieval`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
});

test('a redirect of the site’s own is followed', async ({ page, host, site: { base } }) => {
	await keep(page, base, conceptPath);
	const bare = `${base}${conceptPath.slice(0, -1)}`;
	host.instead.set(bare, { status: 301, to: `${bare}/`, body: '' });
	await page.goto(`${conceptPath.slice(0, -1)}#retrieval`);
	await expect(page).toHaveURL(/attention-mechanism\/#retrieval$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
	await expect(page.getByText('this page is a copy')).toHaveCount(0);
});

test('a part that is not kept says that the connection is missing', async ({ page, host, site: { base } }) => {
	await keep(page, base, conceptPath);
	host.mood = 'cut';
	await page.locator('[data-edit]').first().click();
	await expect(page.getByText('Check the connection and try again.').first()).toBeVisible();
});

test('the worker registers when the page has loaded and is idle, and costs nothing before', {
	tag: '@workers',
}, async ({ page, host, site: { base } }) => {
	await page.addInitScript(() => {
		addEventListener('load', () => performance.mark('loaded'));
	});
	await keep(page, base, conceptPath);
	const early = await page.evaluate(() => {
		const [loaded] = performance.getEntriesByName('loaded');
		const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
		return resources.filter(
			({ name, startTime }) => /offline\.json|begin\./.test(name) && startTime < (loaded?.startTime ?? 0),
		).length;
	});
	expect(early).toBe(0);
	const worker = host.asked.indexOf(`${base}service-worker.js`);
	expect(worker).toBeGreaterThan(
		Math.max(...host.asked.flatMap((path, index) => (/\.(?:css|woff2)$/.test(path) && index < worker ? index : []))),
	);
});

test.describe('where workers are refused', () => {
	test.beforeEach(({ page }) =>
		page.addInitScript(() => {
			navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
		}),
	);

	test('the site works as without, and says why nothing is kept', async ({ page, host, site: { base } }) => {
		await page.goto(conceptPath);
		await startCheck(page);
		await rememberAll(page);
		await page.getByRole('button', { name: /^Add these/ }).click();
		await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();
		await page.clock.setFixedTime(Date.now() + 9 * 24 * 3_600_000);
		await page.goto('review/');
		await answerBy(page, '2');
		await expect(page.locator('.review-position')).toHaveText(/^2 of/);

		await page.goto('offline/');
		await expect(page.getByText('The service worker, which keeps pages, does not start')).toBeVisible();
		await expect(page.getByRole('button', { name: /Keep/ })).toHaveCount(0);
		expect(await copies(page, base)).toEqual([]);
		expect(host.asked).not.toContain(`${base}offline.json`);
	});
});

test('where there are no workers at all, the page says so', async ({ page, host, site: { base } }) => {
	await page.addInitScript(() => {
		// As in Firefox's private windows of some versions.
		Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
	});
	await page.goto(conceptPath);
	expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
	await startCheck(page);
	await page.goto('offline/');
	await expect(page.getByText('This browser has no service workers')).toBeVisible();
	await expect(page.getByRole('button', { name: /Keep/ })).toHaveCount(0);
	expect(host.asked.filter((path) => path === `${base}offline.json` || path.endsWith('service-worker.js'))).toEqual([]);
});
