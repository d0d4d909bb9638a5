// @ts-check
/**
 * `npm test`: every check of the project, and what came of them at the end. A check that fails does not keep the others from running,
 * unless they need what it makes. Builds keep one processor busy and leave the other idle: on that, what needs no build is checked meanwhile.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { prepareChromium } from './chromium.mjs';
import { at, bold, run, runAside, runTool, say, script, tool } from './project.mjs';
import { sites } from './sites.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<Counts>} perform
 * @property {Check[]} [needs] Skipped unless these came through without a failure.
 */

const reports = at('test-results', 'reports');

/** A check that passes or fails as a whole. @param {boolean} passed @returns {Counts} */
const whole = (passed) => ({ passed: Number(passed), failed: Number(!passed), skipped: 0 });

/** Counts at least one failure when the runner says it failed: a file that does not load has no test to count. @param {Counts} counts @param {boolean} passed */
const atLeast = (counts, passed) => (passed || counts.failed ? counts : { ...counts, failed: 1 });

/** @param {string} name @returns {any} What a test runner reported, or undefined if it ended before that. */
function reportOf(name) {
	try {
		return JSON.parse(readFileSync(`${reports}/${name}.json`, 'utf8'));
	} catch {
		return undefined;
	}
}

/** @param {string} project One of tests/vitest.config.ts. @returns {Promise<Counts>} */
async function vitest(project) {
	const passed = await runTool('vitest/vitest.mjs', [
		'run',
		'--config=tests/vitest.config.ts',
		`--project=${project}`,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${reports}/${project}.json`,
	]);
	const report = reportOf(project);
	const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report ?? {};
	return atLeast({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }, passed);
}

/** What is said once more at the very end. @type {string[]} */
const notes = [];

/**
 * One that fails first and passes then has found something, in the test or in what it tests; a stall of the machine looks the same.
 *
 * @param {any[]} suites @returns {string[]}
 */
function passedAtSecond(suites) {
	return suites.flatMap(({ suites: inner = [], specs = [] }) => [
		...passedAtSecond(inner),
		...specs
			.filter((/** @type {any} */ { tests }) => tests.some((/** @type {any} */ { status }) => status === 'flaky'))
			.map((/** @type {any} */ { file, line, title }) => `${file}:${line} ${title}`),
	]);
}

/** Finds the browser that the checks open pages in. */
async function prepareBrowser() {
	try {
		process.env.CHROMIUM_PATH = await prepareChromium();
		console.log(process.env.CHROMIUM_PATH);
		return whole(true);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return whole(false);
	}
}

/** @returns {Promise<Counts>} */
async function playwright() {
	const passed = await runTool('@playwright/test/cli.js', ['test', '--config=tests/playwright.config.ts'], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/browser.json`,
	});
	for (const title of passedAtSecond(reportOf('browser')?.suites ?? []))
		notes.push(`passed only at the second try: ${title}`);
	const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = reportOf('browser')?.stats ?? {};
	return atLeast({ passed: expected + flaky, failed: unexpected, skipped }, passed);
}

async function buildSites() {
	const built = [];
	for (const { folder, env } of sites) built.push(await build(folder, { ...process.env, ...env }));
	return { passed: built.filter(Boolean).length, failed: built.filter((done) => !done).length, skipped: 0 };
}

/** @type {Check} */
const browser = { name: 'A browser', perform: prepareBrowser };

/** @type {Check} */
const production = { name: 'Production build', perform: buildSites };

/**
 * A check that runs beside others, and is shown when it has ended.
 *
 * @param {string} name @param {import('./project.mjs').Command} command @returns {Check}
 */
const aside = (name, command) => ({
	name,
	async perform() {
		const { passed, output } = await runAside(command);
		console.log();
		say(name);
		console.log(output.trimEnd());
		return whole(passed);
	},
});

/** Made by one, before several ask for it. */
const pythonEnvironment = `
const { pythonWith } = await import('./src/build/python.ts');
const { requirements } = await import('./src/listings/pinned.ts');
console.log(await pythonWith(requirements.map(({ module }) => module)));`;

/** @type {Check} */
const python = aside('A Python', script('--input-type=module', '--eval', pythonEnvironment));

/** @type {Check[]} */
const first = [
	browser,
	{ name: 'Content', perform: async () => whole(await run(process.execPath, ['src/build/check.ts'])) },
];

/** On what the builds leave of the processors. @type {Check[]} */
const besideBuilds = [
	aside('Lint and format', tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
	aside('Types', tool('astro/bin/astro.mjs', ['check'])),
	{ ...aside('Listings', script('src/build/listings.ts', '--check')), needs: [python] },
];

/** After the production build, whose compressed files the small sites take over. @type {Check[]} */
const afterBuild = [
	{ name: 'Unit and property tests', perform: () => vitest('unit') },
	{ name: 'Content tests', perform: () => vitest('content') },
	{ name: 'Build-error tests', perform: () => vitest('build') },
	// By itself: an author waits for seconds, and another build beside it would take them.
	{ name: 'The development server', perform: () => vitest('dev'), needs: [browser] },
];

/** @type {Check[]} */
const onTheBuilt = [
	{ name: 'Built files', perform: () => vitest('site'), needs: [production] },
	{ name: 'Browser tests', perform: playwright, needs: [browser, production] },
	{ name: 'Journeys in Firefox, where it is', perform: () => vitest('firefox'), needs: [production] },
	{
		name: 'Bench, on a small scale',
		perform: async () => whole(await run(process.execPath, ['src/build/bench.ts', '--small'])),
		needs: [production],
	},
];

/** @param {number} milliseconds */
const inSeconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @type {Map<Check, Counts & { time: string }>} */
const results = new Map();

/** Performs checks one after the other. @param {readonly Check[]} checks @param {boolean} announced */
async function perform(checks, announced = true) {
	for (const check of checks) {
		if (announced) {
			console.log();
			say(check.name);
		}
		const before = performance.now();
		const stopped = check.needs?.find((needed) => results.get(needed)?.failed);
		if (stopped) console.log(`${check.name}: left out, for "${stopped.name}" failed.`);
		const counts = stopped ? { passed: 0, failed: 0, skipped: 1 } : await check.perform();
		results.set(check, { ...counts, time: inSeconds(performance.now() - before) });
	}
}

const started = performance.now();
await perform(first);
// Packages come over the network while the site is built.
const prepared = perform([python], false);
await Promise.all([
	perform([production])
		.then(() => prepared)
		.then(() => perform(afterBuild)),
	prepared.then(() => perform(besideBuilds, false)),
]);
await perform(onTheBuilt);

const rows = [...results].map(([{ name }, { passed, failed, skipped, time }]) => {
	const verdict = failed ? 'FAILED' : passed ? 'passed' : 'left out';
	return [name, verdict, `${passed}`, `${failed}`, `${skipped}`, time];
});
const table = [['check', '', 'passed', 'failed', 'skipped', 'time'], ...rows];
const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
console.log(`\n${bold('Summary')}`);
for (const row of table) {
	console.log(
		row
			.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('  '),
	);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const { passed, failed, skipped } of results.values()) {
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
}
console.log(`\nIn ${inSeconds(performance.now() - started)}`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
for (const note of notes) console.log(note);
process.exit(total.failed || !total.passed ? 1 : 0);
