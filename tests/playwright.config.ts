/** Journeys through the built site in a real browser. Each worker serves the site itself, on a port of its own. */
import { defineConfig } from '@playwright/test';
import { findChromium } from '../src/build/bootstrap/chromium.mjs';
import type { Options } from './e2e/support/test.ts';

const executablePath = await findChromium();

export default defineConfig<Options>({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	// What is found below the base path, or runs in a worker that obeys a policy sent as a header, is tagged @everywhere.
	projects: [
		{ name: 'root', use: { variant: 'root' }, testIgnore: 'subPath.spec.ts' },
		{ name: 'sub-path', use: { variant: 'sub-path' }, grep: /subPath\.spec|@everywhere/ },
		{ name: 'header-policy', use: { variant: 'header-policy' }, grep: /policy\.spec|@everywhere/ },
	],
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
	use: {
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath && { executablePath }),
			// In a container /dev/shm is too small for a page's pictures, and nothing may try to leave the machine.
			args: ['--disable-dev-shm-usage', '--disable-quic', '--disable-sync', '--disable-domain-reliability'],
		},
	},
});
