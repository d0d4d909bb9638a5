import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../src/build/jsonSchemas.ts';
import { scaffold } from '../../../src/build/scaffold/scaffold.ts';

const schemas = jsonSchemas();
const folder = resolve('content/schemas');
const read = (name: string) => JSON.parse(schemas.get(name) ?? '{}');

describe('the schemas for editors', () => {
	// `vitest -u` writes them anew.
	it.each([...schemas])('%s is what the checks read with', async (name, schema) => {
		await expect(schema).toMatchFileSnapshot(resolve(folder, name));
	});

	it('explain fields as their declarations do', () => {
		expect(read('frontmatter.json').properties.oneBreath.description).toMatch(/^What you would say in 30 seconds/);
		expect(read('questions.json').items.properties.rubric.items.properties.see.description).toMatch(
			/^Anchor on this page/,
		);
		expect(read('plot.json').properties.marks.items.properties.bars.description).toBe(
			'A bar for each pair, from zero.',
		);
	});

	it('ask for no id that the check gives by itself', () => {
		const { required, properties } = read('questions.json').items;
		expect(required).toContain('id');
		expect(properties.rubric.items.required).not.toContain('id');
		expect(properties.followUps.items.required).not.toContain('id');
	});

	it.each(['categories.yaml', 'concepts/kv-cache/lookups.yaml', 'paths.yaml', 'planned.yaml'])(
		'%s names its own',
		(file) => {
			const [, named = ''] =
				/# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(`content/${file}`, 'utf8')) ?? [];
			expect(resolve('content', file, '..', named)).toBe(resolve(folder, basename(file, '.yaml').concat('.json')));
			expect(schemas.has(basename(named))).toBe(true);
		},
	);

	it('are named by the files of a new concept', () => {
		const files = scaffold({ slug: 'kv-cache', category: 'llms', track: 'ml', today: '2026-06-01' });
		const named = [...files].flatMap(([path, source]) => {
			const [, schema] = /# yaml-language-server: \$schema=(\S+)/.exec(source) ?? [];
			return schema ? [[path, resolve('content/concepts/kv-cache', path, '..', schema)] as const] : [];
		});
		expect(named.map(([path]) => path).sort()).toEqual([
			'diagrams/settling.plot.yaml',
			'index.mdx',
			'listings/from_scratch.breaks.yaml',
			'prompts.yaml',
			'questions.yaml',
		]);
		for (const [, schema] of named) expect([...schemas.keys()].map((name) => resolve(folder, name))).toContain(schema);
	});
});
