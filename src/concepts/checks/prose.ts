/** What Markdown may hold beside text, formulas and links: no images, no HTML, no code of the page, no stray headings. */
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Problem, problem } from '../problems.ts';
import type { ConceptCheck } from './check.ts';

const programs: Record<string, string> = {
	mdxjsEsm: 'an import or export',
	mdxFlowExpression: 'an expression in braces',
	mdxTextExpression: 'an expression in braces',
};

export const checkProse: ConceptCheck = function* ({ passages }) {
	for (const { tree, isMdx, placeOf } of passages.map((passage) => ({
		tree: passage.tree,
		isMdx: passage.isMdx,
		placeOf: passage.placeOf.bind(passage),
	}))) {
		const problems: Problem[] = [];
		visit(tree, (node) => {
			const what = programs[node.type];
			if (what && 'value' in node) problems.push(problem('code-in-prose', placeOf(node), { what, code: excerpt(node.value) }));
			else if (node.type === 'image') {
				if (!node.alt?.trim()) problems.push(problem('image-without-alt', placeOf(node), { url: node.url }));
				problems.push(problem('image-in-text', placeOf(node), { url: node.url }));
			} else if (node.type === 'html') {
				problems.push(problem('html-in-text', placeOf(node), { html: excerpt(node.value) }));
			} else if (node.type === 'heading' && !isMdx) {
				problems.push(problem('heading-in-text', placeOf(node), { title: textOf(node) }));
			}
		});
		yield* problems;
	}
};

function excerpt(source: string): string {
	const line = source.replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
