/** What Markdown may hold beside text, formulas and links: no images, no HTML, no code of the page, no stray headings. */
import type { Node } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { Passage } from '../reading/passage.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'heading-in-text': ({ title }: { title: string }) => ({
		found: `the heading “${title}” in a text field`,
		expected: 'headings in index.mdx only',
		mend: 'Write it as a bold lead-in, or escape the number sign.',
	}),
	'image-without-alt': ({ url }: { url: string }) => ({
		found: `the image ${url} without alternative text`,
		expected: 'what it shows, in words',
		mend: 'Write it between the square brackets: ![what it shows](address).',
	}),
	'image-in-text': ({ url }: { url: string }) => ({
		found: `the image ${url}`,
		expected: 'pictures as diagrams, which suit both themes',
		mend: 'Draw it as diagrams/<name>.svg, or write it as diagrams/<name>.dot or .plot.yaml, and show it by <Diagram name="…">.',
	}),
	'html-in-text': ({ html }: { html: string }) => ({
		found: `HTML: ${html}`,
		expected: 'Markdown',
		mend: 'Write it as Markdown, or as code between backticks.',
	}),
	'code-in-prose': ({ code, what }: { code: string; what: string }) => ({
		found: `${what}: ${code}`,
		expected: 'Markdown and the listed components',
		mend: 'Remove it; write a brace in prose as \\{ or between backticks.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkProse: OwnCheck = ({ passages }) => passages.flatMap(checkPassage);

function checkPassage(passage: Passage): Problem[] {
	const problems: Problem[] = [];
	const here = (node: Node) => passage.placeOf(node);
	visit(passage.tree, (node) => {
		switch (node.type) {
			case 'mdxjsEsm':
				problems.push(
					problem('code-in-prose', here(node), { what: 'an import or export', code: excerptOf(node.value) }),
				);
				break;
			case 'mdxFlowExpression':
			case 'mdxTextExpression':
				// A comment is for authors, and is gone on the page.
				if (/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) break;
				problems.push(
					problem('code-in-prose', here(node), { what: 'an expression in braces', code: excerptOf(node.value) }),
				);
				break;
			case 'image':
				if (!node.alt?.trim()) problems.push(problem('image-without-alt', here(node), { url: node.url }));
				problems.push(problem('image-in-text', here(node), { url: node.url }));
				break;
			case 'html':
				// A citation in the wrong form is told with the references, a binding with the outputs.
				if (!/^<(Cite\b|\/?Out\b)/.test(node.value))
					problems.push(problem('html-in-text', here(node), { html: excerptOf(node.value) }));
				break;
			case 'heading':
				if (!passage.isMdx) problems.push(problem('heading-in-text', here(node), { title: textOf(node) }));
				break;
		}
	});
	return problems;
}

function excerptOf(source: string): string {
	const line = source.replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

export const check = { kinds, own: [checkProse] } satisfies Check;
