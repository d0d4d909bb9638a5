/** Journeys through the built site in a real browser. Each worker serves the site itself, on a port of its own. */
import { defineConfig } from '@playwright/test';
import { findChromium } from '../src/build/bootstrap/chromium.mjs';
import { type FontSetName, fontEnvironment, fontSets } from './e2e/support/fonts.ts';
import { INSECURE_HOST, type Options } from './e2e/support/test.ts';

const executablePath = await findChromium();

/** How the browser starts on a machine with these fonts. */
const launchOptions = async (fonts: FontSetName, ...more: readonly string[]) => ({
	...(executablePath && { executablePath }),
	env: await fontEnvironment(fonts),
	// In a container /dev/shm is too small for a page's pictures, and nothing may try to leave the machine.
	args: ['--disable-dev-shm-usage', '--disable-quic', '--disable-sync', '--disable-domain-reliability', ...more],
});

/** What late fonts move depends on the fonts that stand in for them. */
const stability = await Promise.all(
	fontSets.map(async (fonts) => ({
		name: `fonts-${fonts}`,
		use: { variant: 'root' as const, launchOptions: await launchOptions(fonts) },
		testMatch: 'stability.spec.ts',
	})),
);

export default defineConfig<Options>({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	// What is found below the base path, or runs in a worker that obeys a policy sent as a header, is tagged @everywhere.
	projects: [
		{
			name: 'root',
			use: { variant: 'root' },
			testIgnore: ['subPath.spec.ts', 'stability.spec.ts', 'insecure.spec.ts'],
		},
		...stability,
		{ name: 'sub-path', use: { variant: 'sub-path' }, grep: /subPath\.spec|@everywhere/ },
		{
			name: 'insecure',
			use: {
				variant: 'insecure',
				launchOptions: await launchOptions('dejavu', `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`),
			},
			grep: /insecure\.spec|@everywhere/,
		},
		{ name: 'header-policy', use: { variant: 'header-policy' }, grep: /policy\.spec|@everywhere/ },
	],
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
	use: {
		screenshot: 'only-on-failure',
		launchOptions: await launchOptions('dejavu'),
	},
});
