/**
 * The part of `npm run bench` that says what the same text costs elsewhere: Eleventy, with KaTeX for its formulas and Shiki for its code,
 * on the Markdown twin of the page that is multiplied. It makes pages of text and nothing else: no questions, cards, notebooks, figures,
 * search or fonts.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, memoryWords, timeWords } from './benchCost.ts';

const folder = join('.cache', 'bench-eleventy');

/** The site's own versions of what both use. */
const own = (name: string): string =>
	JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')).version;

const manifest = {
	private: true,
	type: 'module',
	dependencies: {
		'@11ty/eleventy': '3.1.8',
		'@shikijs/markdown-it': own('shiki'),
		'@vscode/markdown-it-katex': '1.1.2',
		katex: own('katex'),
	},
	overrides: { katex: own('katex') },
};

const config = `import shiki from '@shikijs/markdown-it';
import katex from '@vscode/markdown-it-katex';

export default async function (eleventy) {
	const highlight = await shiki({ themes: { light: 'github-light', dark: 'github-dark' }, langs: ['python', 'text'] });
	eleventy.amendLibrary('md', (markdown) => markdown.use(katex.default ?? katex).use(highlight));
	return { dir: { input: 'pages', output: 'site' }, markdownTemplateEngine: false };
}
`;

/**
 * Prints what Eleventy costs for copies of a text, each with formulas of its own. Its packages come from the registry; without one, that is said.
 *
 * @param text Markdown with formulas between dollar signs.
 * @param counts Of pages, each built from nothing.
 * @param vary Gives the text of one copy.
 */
export async function benchEleventy(
	text: string,
	counts: readonly number[],
	vary: (text: string, index: number) => string,
): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'pages'), { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	writeFileSync(join(folder, 'eleventy.config.js'), config);
	try {
		execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' });
	} catch {
		console.log('Eleventy on the same text: not measured, its packages cannot be had');
		return;
	}
	for (const count of counts) {
		for (let index = 0; index < count; index++) {
			writeFileSync(join(folder, 'pages', `twin-${index + 1}.md`), vary(text, index));
		}
		rmSync(join(folder, 'site'), { recursive: true, force: true });
		const cost = await measure(['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], folder);
		console.log(`Eleventy on the same text, ${count} pages: ${timeWords(cost)}, ${memoryWords(cost)}`);
	}
	rmSync(folder, { recursive: true });
}
