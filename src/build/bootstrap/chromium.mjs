// @ts-check
/** Finds a Chromium for the browser tests, or installs one. Plain Node 20. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { runTool, say } from './project.mjs';

/** Without a window to compose, it loads a page in half the time that the whole browser takes. */
const shell = 'chromium-headless-shell';
const whole = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const elsewhere = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Whether a program is there and starts: some systems leave a stand-in that only tells where to get the real one. @param {string} program */
function starts(program) {
	if (!existsSync(program)) return false;
	// On Windows, Chrome opens a window instead of printing its version.
	return process.platform === 'win32' || spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}

/** @param {readonly string[]} names */
function onSystem(names) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(starts);
}

async function ofPlaywright() {
	const { chromium } = await import('@playwright/test');
	return [chromium.executablePath()].find(starts);
}

/**
 * The Chromium that is there: the one of `CHROMIUM_PATH`, Playwright's own, or the system's, its shell before the whole.
 *
 * @returns {Promise<string | undefined>}
 * @throws When `CHROMIUM_PATH` leads to nothing that starts.
 */
export async function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (!named) return (await ofPlaywright()) ?? onSystem([shell, ...whole]);
	if (starts(named)) return named;
	throw new Error(`CHROMIUM_PATH is "${named}", which does not start; expected the path of a Chromium or Chrome.`);
}

/** A Chromium that obeys a reader's settings, as the shell does not. @returns {Promise<string | undefined>} */
export async function findWholeChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named && !named.endsWith(shell)) return findChromium();
	return (await ofPlaywright()) ?? onSystem(whole);
}

/**
 * The Chromium that the tests use, installed if need be: by apt where that is possible, otherwise Playwright's build.
 *
 * @returns {Promise<string>}
 * @throws With what the reader can do, when none is there and none can be installed, or when `CHROMIUM_PATH` leads nowhere.
 */
export async function prepareChromium() {
	const isChosen = Boolean(process.env.CHROMIUM_PATH ?? (await ofPlaywright()));
	if (canInstall && !isChosen && !(onSystem([shell]) && onSystem(whole))) {
		say('Installing Chromium with apt');
		if (!(await install([shell, 'chromium', 'fonts-dejavu-core']))) await install(['chromium', 'fonts-dejavu-core']);
	}
	return (await findChromium()) ?? installPlaywrights();
}

async function installPlaywrights() {
	say("Installing Playwright's Chromium");
	await runTool('@playwright/test/cli.js', ['install', 'chromium']);
	const found = await ofPlaywright();
	if (found) return found;
	throw new Error(
		[
			'No Chromium for the browser tests: none was found, and none could be installed. Do one of these, then try again:',
			'  - install Chromium or Chrome with the package manager of your system',
			'  - run npx playwright install --with-deps chromium',
			'  - set CHROMIUM_PATH to the Chromium you have',
		].join('\n'),
	);
}
