/** Journeys through the built site in a real browser. Each worker serves the site itself, on a port of its own. */
import { defineConfig } from '@playwright/test';
import { findChromium, findWholeChromium } from '../src/build/bootstrap/chromium.mjs';
import { type FontSetName, fontEnvironment, fontSets } from './e2e/support/fonts.ts';
import { nginx } from './e2e/support/nginx.ts';
import { INSECURE_HOST, type Options } from './e2e/support/test.ts';

const executablePath = await findChromium();
const wholeChromium = await findWholeChromium();

/** How the browser starts on a machine with these fonts. */
const launchOptions = async (fonts: FontSetName, ...more: readonly string[]) => ({
	...(executablePath && { executablePath }),
	env: await fontEnvironment(fonts),
	// In a container /dev/shm is too small for a page's pictures, and nothing may try to leave the machine. The shell would fit letters to
	// whole pixels, as no reader's browser does.
	args: [
		'--disable-dev-shm-usage',
		'--font-render-hinting=none',
		'--disable-quic',
		'--disable-sync',
		'--disable-domain-reliability',
		...more,
	],
});

/** What late fonts move depends on the fonts that stand in for them. */
const stability = await Promise.all(
	fontSets.map(async (fonts) => ({
		name: `fonts-${fonts}`,
		use: { variant: 'root' as const, launchOptions: await launchOptions(fonts) },
		testMatch: 'stability.spec.ts',
	})),
);

/** As Debian installs it, with its own types of files. */
const nginxSites = (['nginx', 'nginx-sub-path'] as const).map((variant) => ({
	name: variant,
	use: { variant },
	grep: /@hosts/,
}));

export default defineConfig<Options>({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	// A shared machine stalls now and then. What passes only at the second try is named at the end, and is to be looked at.
	retries: 1,
	timeout: 60_000,
	// States are waited for, never times: a busy machine reaches them later.
	expect: { timeout: 15_000 },
	// The main journeys are tagged @hosts; what is found below the base path, or obeys a policy sent as a header, @everywhere; what needs
	// a secure address beside that @workers.
	projects: [
		{
			name: 'root',
			use: { variant: 'root' },
			// Only a whole browser has settings to block cookies in.
			testIgnore: ['stability.spec.ts', 'insecure.spec.ts', ...(wholeChromium ? [] : ['cookiesBlocked.spec.ts'])],
		},
		...stability,
		{ name: 'sub-path', use: { variant: 'sub-path' }, grep: /@hosts|@everywhere|@workers/ },
		{
			name: 'insecure',
			use: {
				variant: 'insecure',
				launchOptions: await launchOptions('dejavu', `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`),
			},
			grep: /insecure\.spec|@hosts|@everywhere/,
		},
		{ name: 'header-policy', use: { variant: 'header-policy' }, grep: /policy\.spec|@hosts|@everywhere|@workers/ },
		...(nginx ? nginxSites : []),
	],
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
	use: {
		screenshot: 'only-on-failure',
		// What is kept in the background would count as what a page asks for; offline*.spec.ts allow it.
		serviceWorkers: 'block',
		launchOptions: await launchOptions('dejavu'),
	},
});
