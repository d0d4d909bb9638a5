/**
 * Runs the content check as part of Astro: a build with problems stops with the report of `npm run check`; `npm run dev`
 * shows in the terminal and on each page what is wrong and what is still to be written, and takes it away when it is done.
 */
import { once } from 'node:events';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { AstroError } from 'astro/errors';
import type { ViteDevServer } from 'vite';
import { isWarning, type Problem } from '../../concepts/problems.ts';
import { contentFolder } from '../../concepts/reading/content.ts';
import { colored, countOf, plain, reportOf } from '../../concepts/report.ts';
import type { Checked } from '../checkThread.ts';
import { invalidateWhatIsUnderWay } from '../dev/invalidation.ts';
import { ASKED, type ContentState, TOLD } from '../dev/messages.ts';

/** Saving several files at once is one change. */
const SETTLED = 50;

export default function contentCheck(): AstroIntegration {
	let command: string;
	let root: string;
	return {
		name: 'content-check',
		hooks: {
			'astro:config:setup': (options) => {
				command = options.command;
				const bar = fileURLToPath(new URL('../dev/contentBar.ts', import.meta.url));
				if (command === 'dev') options.injectScript('page', `import ${JSON.stringify(bar)};`);
			},
			'astro:config:done': async ({ config, logger }) => {
				root = fileURLToPath(config.root);
				if (command === 'build') await stopOnProblems(root, logger);
			},
			'astro:server:setup': ({ server, logger }) => {
				invalidateWhatIsUnderWay(server);
				followContent(server, root, logger);
			},
		},
	};
}

function print(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
	const report = `\n\n${reportOf(problems, process.stderr.isTTY ? colored : plain)}\n`;
	if (problems.every(isWarning)) logger.warn(report);
	else logger.error(report);
}

/** @throws AstroError when there are problems, after printing them; warnings are only printed. */
async function stopOnProblems(root: string, logger: AstroIntegrationLogger): Promise<void> {
	const thread = new Worker(new URL('../checkThread.ts', import.meta.url), { workerData: root });
	const [{ drafts, problems }] = (await once(thread, 'message')) as [Checked];
	if (drafts.length > 0)
		logger.info(`Passed by ${drafts.length === 1 ? 'a draft' : `${drafts.length} drafts`}: ${drafts.join(', ')}.`);
	if (problems.length === 0) return;
	print(problems, logger);
	if (problems.every(isWarning)) return;
	throw new AstroError(
		`Content check: ${countOf(problems)}, listed above.`,
		'Mend them; `npm run check` lists them again without a build.',
	);
}

/** Files that a page reads while it is rendered; of those that are in a collection, Astro tells the browser. */
const readByPages = /\.(?:svg|dot|py|out|run\.json|breaks\.yaml|plot\.yaml)$/;

/** Checks now and after each change under `content`, in a thread of its own. */
function followContent(server: ViteDevServer, root: string, logger: AstroIntegrationLogger): void {
	const folder = join(root, contentFolder) + sep;
	let state: ContentState | undefined;
	let pending: NodeJS.Timeout | undefined;
	let checker: Worker | undefined;

	/** Tells the state as soon as it is known. */
	const begin = (): Worker => {
		const begun = new Worker(new URL('../dev/checker.ts', import.meta.url), { workerData: root });
		begun.on('message', (next: ContentState) => {
			const before = state ? wrongIn(state) : [];
			const wrong = wrongIn(next);
			state = next;
			if (wrong.length > 0) print(wrong, logger);
			else if (before.length > 0) logger.info('No problems any more.');
			server.ws.send(TOLD, state);
		});
		// A file may go while it is read: the next change has another thread look at all of them.
		begun.on('error', (error) => {
			logger.error(`The content is not checked until the next change: ${error.stack ?? error}`);
			checker = undefined;
		});
		// It ends with the server, whatever the server ends by.
		begun.unref();
		return begun;
	};
	checker = begin();
	server.ws.on(ASKED, (_data, client) => {
		if (state) client.send(TOLD, state);
	});
	server.watcher.on('all', (_event, path) => {
		if (!path.startsWith(folder)) return;
		if (readByPages.test(path)) server.ws.send({ type: 'full-reload' });
		clearTimeout(pending);
		pending = setTimeout(() => {
			if (checker) checker.postMessage('check');
			else checker = begin();
		}, SETTLED);
	});
	server.httpServer?.once('close', () => {
		clearTimeout(pending);
		void checker?.terminate();
	});
}

function wrongIn({ concepts, site }: ContentState): Problem[] {
	return [...site, ...Object.values(concepts).flatMap(({ wrong }) => wrong)];
}
