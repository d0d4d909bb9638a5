/** The one Markdown pipeline of the site: concepts in MDX and text fields in YAML go through the same plugins. */
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { readSiteConfig } from '../../siteConfig.ts';
import { rehypeFold } from './rehypeFold.ts';
import { rehypeTables } from './rehypeTables.ts';
import { remarkCitations } from './remarkCitations.ts';
import { remarkFirstScreen } from './remarkFirstScreen.ts';
import { remarkHeadingIds } from './remarkHeadingIds.ts';
import { remarkMargin } from './remarkMargin.ts';
import { remarkOutputs } from './remarkOutputs.ts';
import { remarkSiteLinks } from './remarkSiteLinks.ts';
import { remarkStages } from './remarkStages.ts';
import { remarkTerms } from './remarkTerms.ts';

/**
 * Options for `unified()` of `@astrojs/markdown-remark`. KaTeX writes HTML for the eye and MathML for screen readers;
 * MathML alone loses the styles of letters such as ℝ and ℒ in Chromium.
 */
export const pipeline = {
	remarkPlugins: [
		remarkMath,
		remarkCitations,
		remarkOutputs,
		remarkTerms,
		[remarkSiteLinks, { base: readSiteConfig(process.env).base }],
		remarkHeadingIds,
		remarkStages,
		remarkMargin,
		remarkFirstScreen,
	],
	// What KaTeX refuses is left by the first to the second, which tells why and shows it in red.
	rehypePlugins: [rehypeTables, rehypeFold, [rehypeKatex, { output: 'htmlAndMathml', strict: 'error' }]],
	gfm: true,
	smartypants: true,
} satisfies import('@astrojs/markdown-remark').UnifiedProcessorOptions;
