/** The catalog for programs that read: what the site is, and where each concept stands as Markdown (llmstxt.org). */
import type { APIRoute } from 'astro';
import { catalog } from '../concepts/catalog.ts';
import { stageTitles } from '../concepts/stages.ts';
import { markdownPath } from '../paths.ts';

export const GET: APIRoute = async ({ site }) => {
	const address = (path: string) => (site ? new URL(path, site).href : path);
	const stages = stageTitles().map((title) => title.toLowerCase());
	const sections = (await catalog()).map(({ category, concepts }) => {
		const links = concepts.map(
			({ slug, title, description }) => `- [${title}](${address(markdownPath(slug))}): ${description}`,
		);
		return `## ${category.title}\n\n${links.join('\n')}`;
	});
	const opening = [
		'# Sixfold',
		'> Interview concepts in machine learning and software engineering, explained at depth.',
		`Every concept is one page in six stages: ${stages.join(', ')}. The text is licensed CC BY 4.0, the code MIT.`,
	];
	return new Response(`${[...opening, ...sections].join('\n\n')}\n`, {
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	});
};
