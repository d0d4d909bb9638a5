import { expect, it } from 'vitest';
import { catalogue } from '../../../src/concepts/catalogue.ts';
import { problemOf } from '../../../src/concepts/problems.ts';
import { colored, countOf, jsonOf, reportOf } from '../../../src/concepts/report.ts';

const problem = problemOf(catalogue);

const problems = [
	problem('frontmatter-missing', { file: 'content/concepts/pca/index.mdx', line: 1 }),
	problem('prompts-few', { file: 'content/concepts/pca/prompts.yaml', line: 4, column: 2 }, { prompts: 1, least: 10 }),
];

it('groups problems by file, with place, finding, expectation, mending and a count', () => {
	expect(reportOf(problems)).toBe(`content/concepts/pca/index.mdx
  1  frontmatter-missing
      found no frontmatter
      expected the file to open with YAML between two lines of three hyphens
      Put the frontmatter at the top of the file.

content/concepts/pca/prompts.yaml
  4:2  prompts-few
      found 1 prompt
      expected 10 or more
      Add prompts, each one idea.

2 problems in 2 files.`);
});

it('tells warnings as such, and counts them apart', () => {
	const warning = problem('symbol-undeclared', { file: 'content/concepts/pca/index.mdx', line: 9 }, { latex: 'x' });
	expect(reportOf([warning])).toContain('  9  symbol-undeclared (warning)\n');
	expect(countOf([warning])).toBe('1 warning in 1 file');
	expect(countOf([...problems, warning])).toBe('2 problems and 1 warning in 2 files');
});

it('says the same in color', () => {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape codes are what is looked for.
	expect(reportOf(problems, colored).replace(/\x1b\[\d+m/g, '')).toBe(reportOf(problems));
});

it('tells programs the same, a warning as one, and no column where the whole line is meant', () => {
	const warning = problem('symbol-undeclared', { file: 'content/concepts/pca/index.mdx', line: 9 }, { latex: 'x' });
	const [missing, few, undeclared] = JSON.parse(jsonOf([...problems, warning]));
	expect(missing).toEqual({
		file: 'content/concepts/pca/index.mdx',
		line: 1,
		severity: 'error',
		code: 'frontmatter-missing',
		found: 'no frontmatter',
		expected: 'the file to open with YAML between two lines of three hyphens',
		mend: 'Put the frontmatter at the top of the file.',
	});
	expect(few).toMatchObject({ line: 4, column: 2, severity: 'error', found: '1 prompt' });
	expect(undeclared).toMatchObject({ line: 9, severity: 'warning', code: 'symbol-undeclared' });
});
