/** Cells of text: one a section, whatever code they hold. */
import { expect, it } from 'vitest';
import { sectionsOf } from '../../../src/twins/notebook.ts';

it('begins a section at each heading of the second and third level', () => {
	expect(sectionsOf('intro\n\n## One\n\ntext\n\n### Two\n\n#### Deeper')).toEqual([
		'intro',
		'## One\n\ntext',
		'### Two\n\n#### Deeper',
	]);
});

it('leaves code alone, fences within fences too', () => {
	const code = '````text\n```\n## no heading\n```\n````';
	expect(sectionsOf(`## One\n\n${code}\n\n## Two`)).toEqual([`## One\n\n${code}`, '## Two']);
});

it('makes no cell of nothing', () => {
	expect(sectionsOf('\n\n')).toEqual([]);
});
