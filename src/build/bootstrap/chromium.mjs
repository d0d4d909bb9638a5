// @ts-check
/** Finds a Chromium for the browser tests, or installs one. Plain Node 20. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { runTool, say } from './project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
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

function onSystem() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(starts);
}

async function ofPlaywright() {
	const { chromium } = await import('@playwright/test');
	return [chromium.executablePath()].find(starts);
}

/**
 * The Chromium that is there: the one of `CHROMIUM_PATH`, Playwright's own, or the system's.
 *
 * @returns {Promise<string | undefined>}
 * @throws When `CHROMIUM_PATH` leads to nothing that starts.
 */
export async function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (!named) return (await ofPlaywright()) ?? onSystem();
	if (starts(named)) return named;
	throw new Error(`CHROMIUM_PATH is "${named}", which does not start; expected the path of a Chromium or Chrome.`);
}

/**
 * Installs a Chromium: by apt where that is possible, otherwise Playwright's build.
 *
 * @returns {Promise<string>}
 * @throws With what the reader can do, when neither works.
 */
export async function installChromium() {
	if (canInstall) {
		say('Installing Chromium with apt');
		const found = (await install(['chromium', 'fonts-dejavu-core'])) && onSystem();
		if (found) return found;
	}
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
