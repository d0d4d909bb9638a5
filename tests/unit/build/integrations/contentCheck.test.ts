import { expect, it } from 'vitest';
import { overlayOf } from '../../../../src/build/integrations/contentCheck.ts';
import { catalogue } from '../../../../src/concepts/catalogue.ts';
import { problemOf } from '../../../../src/concepts/problems.ts';
import { reportOf } from '../../../../src/concepts/report.ts';

const problem = problemOf(catalogue);

it('shows the first problem at large, safe as HTML, and all of them below', () => {
	const problems = [
		problem('frontmatter-missing', { file: 'content/concepts/pca/index.mdx', line: 1 }),
		problem('prompts-few', { file: 'content/concepts/pca/prompts.yaml', line: 4 }, { prompts: 1, least: 10 }),
	];
	const component = problem('attribute-missing', { file: 'a', line: 1 }, { component: 'Cite', attribute: 'id' });
	const { type, err } = overlayOf(problems, '/site');
	expect(type).toBe('error');
	expect(err).toMatchObject({
		title: '2 problems in 2 files',
		message:
			'frontmatter-missing: found no frontmatter\nexpected the file to open with YAML between two lines of three hyphens',
		hint: 'Put the frontmatter at the top of the file.',
		loc: { file: '/site/content/concepts/pca/index.mdx', line: 1, column: 1 },
		stack: reportOf(problems),
	});
	expect(overlayOf([component], '/site').err.message).toContain('&lt;Cite&gt; without id');
});
