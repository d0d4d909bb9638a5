/**
 * Runs the content check as part of Astro: a build with problems stops with the report of `npm run check`; `npm run dev`
 * shows them in the terminal and over the page, and takes them away when they are mended.
 */
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { AstroError } from 'astro/errors';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { checkContent } from '../../concepts/checkContent.ts';
import { isWarning, type Problem } from '../../concepts/problems.ts';
import { contentFolder } from '../../concepts/reading/content.ts';
import { colored, countOf, plain, reportOf } from '../../concepts/report.ts';
import { today } from '../today.ts';

/** Saving several files at once is one change. */
const SETTLED = 100;

export default function contentCheck(): AstroIntegration {
	let command: string;
	let root: string;
	return {
		name: 'content-check',
		hooks: {
			'astro:config:setup': (options) => {
				command = options.command;
			},
			'astro:config:done': ({ config, logger }) => {
				root = fileURLToPath(config.root);
				if (command === 'build') stopOnProblems(root, logger);
			},
			'astro:server:setup': ({ server, logger }) => followContent(server, root, logger),
		},
	};
}

function print(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
	const report = `\n\n${reportOf(problems, process.stderr.isTTY ? colored : plain)}\n`;
	if (problems.every(isWarning)) logger.warn(report);
	else logger.error(report);
}

/** @throws AstroError when there are problems, after printing them; warnings are only printed. */
function stopOnProblems(root: string, logger: AstroIntegrationLogger): void {
	const problems = checkContent(root, today());
	if (problems.length === 0) return;
	print(problems, logger);
	if (problems.every(isWarning)) return;
	throw new AstroError(
		`Content check: ${countOf(problems)}, listed above.`,
		'Mend them; `npm run check` lists them again without a build.',
	);
}

/** Checks now and after each change under `content`. */
function followContent(server: ViteDevServer, root: string, logger: AstroIntegrationLogger): void {
	const folder = join(root, contentFolder) + sep;
	let problems: readonly Problem[] = [];
	let pending: NodeJS.Timeout | undefined;

	const show = (): void => {
		if (!problems.every(isWarning)) server.ws.send(overlayOf(problems, root));
	};
	const check = (): void => {
		const before = problems;
		problems = checkContent(root, today());
		if (problems.length > 0) print(problems, logger);
		else if (before.length > 0) logger.info('No problems any more.');
		// A page that shows the overlay only leaves it by loading anew.
		if (problems.every(isWarning) && !before.every(isWarning)) server.ws.send({ type: 'full-reload' });
		show();
	};
	check();
	server.ws.on('connection', show);
	server.watcher.on('all', (_event, path) => {
		if (!path.startsWith(folder)) return;
		clearTimeout(pending);
		pending = setTimeout(check, SETTLED);
	});
	server.httpServer?.once('close', () => clearTimeout(pending));
}

/** What Astro's overlay shows: the first problem at large, and all of them below. */
export function overlayOf(problems: readonly Problem[], root: string): ErrorPayload {
	const [first] = [...problems.filter((problem) => !isWarning(problem)), ...problems];
	const err: ErrorPayload['err'] & { name: string; title: string; hint: string } = {
		name: 'Content check',
		title: countOf(problems),
		message: first ? asHtml(`${first.code}: found ${first.found}\nexpected ${first.expected}`) : '',
		hint: asHtml(first?.mend ?? ''),
		stack: reportOf(problems),
		plugin: 'content-check',
		...(first && { loc: { file: join(root, first.file), line: first.line, column: first.column ?? 1 } }),
	};
	return { type: 'error', err };
}

/** The overlay takes its message and hint as HTML. */
function asHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
