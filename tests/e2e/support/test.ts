/**
 * The `test` of every journey: serves a built site, and fails when the browser reports an error or a warning, a policy stops
 * something, or a request leaves the host.
 */
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { serve } from '../../../src/build/bootstrap/server.mjs';
import { rootSite, subPathSite } from '../../../src/build/bootstrap/sites.mjs';
import { serveByNginx } from './nginx.ts';
import { policyHeaders } from './policy.ts';

export interface Options {
	/** The site that a project of tests/playwright.config.ts serves. */
	variant: 'root' | 'sub-path' | 'insecure' | 'header-policy' | 'nginx' | 'nginx-sub-path';
}

/** A host as of an intranet: without encryption and not this machine's own name, so browsers take it for insecure. */
export const INSECURE_HOST = 'wiki.test';

interface Served {
	/** Address of the home page. */
	readonly address: string;
	/** Path that the site lives under. */
	readonly base: string;
}

interface Fixtures {
	/** What the browser may report in this test: a page that is not there is an error in its console. */
	tolerated: RegExp[];
	/** Hosts beside the site's own that this test's pages may ask: none, unless the reader named one. */
	elsewhere: string[];
}

/** Collects what must not happen on any page of a context. */
function watch(context: BrowserContext, hosts: readonly string[]): string[] {
	const problems: string[] = [];
	context.on('console', (message) => {
		// Tests that are not about it have no service worker, as in a browser that refuses them.
		if (message.text() === 'Service Worker registration blocked by Playwright') return;
		if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
	});
	context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`));
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (/^(https?|wss?):$/.test(url.protocol) && !hosts.includes(url.host)) problems.push(`left the host: ${url.href}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
	});
	return problems;
}

export const test = base.extend<Fixtures, Options & { site: Served }>({
	variant: ['root', { scope: 'worker', option: true }],
	site: [
		async ({ variant }, use) => {
			const { folder, base } = variant.endsWith('sub-path') ? subPathSite : rootSite;
			const headersOf = variant === 'header-policy' ? policyHeaders(folder) : () => ({});
			const { address, close } = variant.startsWith('nginx')
				? await serveByNginx({ folder, base })
				: await serve({ folder, base, headersOf }, 0);
			await use({ address: variant === 'insecure' ? address.replace('127.0.0.1', INSECURE_HOST) : address, base });
			await close();
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ site }, use) => use(site.address),
	tolerated: [[], { option: true }],
	elsewhere: [[], { option: true }],
	context: async ({ context, site, tolerated, elsewhere }, use) => {
		const problems = watch(context, [new URL(site.address).host, ...elsewhere]);
		await use(context);
		expect(problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)))).toEqual([]);
	},
});

export { expect };
