// @ts-check
/** `npm start`: builds the site if anything changed since the last build, serves it and says where. */
import { build, isBuilt } from './build.mjs';
import { at, bold, say } from './project.mjs';

const folder = 'dist';
// A second Ctrl-C must not find a half-closed server; the first one ends everything.
process.on('SIGINT', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));

const { readSiteConfig } = await import('../../siteConfig.ts');
const { base } = readSiteConfig(process.env);
const asked = process.env.PORT ?? '4321';
const port = Number(asked);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
	console.error(`PORT is "${asked}"; expected a number from 0 to 65535.`);
	process.exit(1);
}

if (isBuilt(folder, process.env)) {
	say('The site is built and nothing changed since');
} else {
	say('Building the site and its search index');
	if (!(await build(folder, process.env))) {
		console.error('The site was not built: mend what is said above, then run npm start again.');
		process.exit(1);
	}
}

const { serve } = await import('./server.mjs');
const { address } = await serve({ folder: at(folder), base }, port, (busy) => {
	say(`Port ${busy} is busy: trying ${busy + 1}`);
});
say(`Sixfold is at ${bold(address)} (Ctrl-C ends it)`);
