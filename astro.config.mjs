// @ts-check
import { setFlagsFromString } from 'node:v8';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import classicScript from './src/build/classicScript.ts';
import compression from './src/build/integrations/compression.ts';
import contentCheck from './src/build/integrations/contentCheck.ts';
import figures from './src/build/integrations/figures.ts';
import fonts from './src/build/integrations/fonts.ts';
import hostFiles from './src/build/integrations/hostFiles.ts';
import notices from './src/build/integrations/notices.ts';
import offline from './src/build/integrations/offline.ts';
import pagefind from './src/build/integrations/pagefind.ts';
import pages from './src/build/integrations/pages.ts';
import publishedAddress from './src/build/integrations/publishedAddress.ts';
import results from './src/build/integrations/results.ts';
import { keptMdx } from './src/build/markdown/keptMdx.ts';
import { pipeline } from './src/build/markdown/pipeline.ts';
import { readSiteConfig } from './src/siteConfig.ts';

// Left to itself, V8 lets the heap grow to four times what lives in it: with 200 concepts, a build held a gigabyte of garbage.
setFlagsFromString('--heap-growing-percent=100');
// Several threads that clear away what lived shortly wait for each other, and rarely have enough to do: an eighth of a build's work went into it.
setFlagsFromString('--no-parallel-scavenge');

const { site, base } = readSiteConfig(process.env);

export default defineConfig({
	...(site && { site }),
	base,
	trailingSlash: 'ignore',
	build: { format: 'directory' },
	// Whitespace between elements means what it means in HTML.
	compressHTML: true,
	devToolbar: { enabled: false },
	prefetch: false,
	markdown: { processor: keptMdx(unified(pipeline)), syntaxHighlight: false },
	integrations: [
		contentCheck(),
		figures(),
		mdx(),
		// All else that a page runs has no JSX: Babel would only copy it, a megabyte of Python's own script included.
		preact({ include: [/\.tsx$/] }),
		publishedAddress(),
		fonts(),
		pagefind(),
		pages(),
		hostFiles(),
		notices(),
		compression(),
		offline(),
		results(),
	],
	vite: {
		plugins: [classicScript()],
		// A file that is saved is emptied first: read too soon, it would be shown without what is in it, and the rest passes for the same change.
		server: { watch: { awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 10 } } },
		build: {
			// A font that becomes a data: address is blocked by the site's own policy.
			assetsInlineLimit: 0,
			rolldownOptions: {
				// Astro marks every page with a directive that it reads itself: the bundler need not preserve it, nor say so of each.
				onLog(level, log, report) {
					if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
				},
				// Left to itself, the bundler splits what figures share by which figures share it, and a reader pays for parts of it later.
				output: {
					codeSplitting: {
						groups: [
							// Every page has these: in one file they are smaller than in four.
							{
								name: 'page',
								test: /\/src\/(?:loading\/(?:loadPart|tell)\.ts|keeping\/(?:kept|keys)\.ts|keys\/plainKey\.ts)|vite\/preload-helper/,
								priority: 2,
							},
							// What opens a history is opened as a whole. Its index is not of it: a group takes along all that its modules name.
							{
								name: 'recall',
								test: /\/src\/recall\/(?:recall|recording|current|summaryOf|log\/(?:failures|events|limits|record|settings|preparation|stageProgress)|schedule\/(?:scheduler|fsrs|due|card|asked|pace)|store\/(?:connection|indexedDb)|backups\/whenQuiet)\.ts/,
								priority: 1,
							},
							// What pages of a history begin with: the words of one are no file of their own.
							{ name: 'opening', test: /\/src\/recall\/views\/(?:HistoryNotes|ChooseConcept)\.tsx/ },
							{ name: 'preact', test: /\/node_modules\/preact\//, priority: 1 },
							// A figure draws numbers as schedules do; of what is beneath, it would pay for all.
							{ name: 'uniform', test: /\/src\/ground\/uniform\.ts/, priority: 3 },
							// What every view needs and no page begins with.
							{ name: 'ground', test: /\/src\/(?:paths\.ts|ground\/)/, priority: 2 },
							// A page carries the name of every file that it may load: these are loaded together.
							{ name: 'words', test: /\/src\/search\/(?:excerpt|spelling|titles)\.ts/, priority: 1 },
							{
								name: 'offline',
								test: /\/src\/(?:offline\/(?!views\/|begin|start|note|wheels)|keeping\/copies|loading\/sha256)/,
							},
							// Figures need these too, but so does every other view: in their chunk they would bring all of it along.
							{ name: 'render', test: /\/src\/(?:translation\/|styles\/loadStyles\.ts)/, priority: 1 },
							{ name: 'figure', test: /\/src\/figures\/parts\/[^/]*\.tsx?$/ },
						],
					},
				},
			},
		},
	},
});
