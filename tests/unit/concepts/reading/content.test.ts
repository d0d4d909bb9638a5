/** The content is read again where it has changed, and nowhere else; what it holds is found by name. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentReader, type ContentSource } from '../../../../src/concepts/reading/content.ts';
import { fixtureDay, miniSite } from '../../../build/miniSite.ts';

let site: ReturnType<typeof miniSite>;
let reader: ContentReader;

beforeEach(() => {
	site = miniSite();
	reader = new ContentReader(site.root);
});
afterEach(() => site.remove());

const read = () => reader.read(fixtureDay);
const at = (path: string) => join(site.root, 'content', path);
function edit(path: string, change: (text: string) => string): void {
	writeFileSync(at(path), change(readFileSync(at(path), 'utf8')));
}
/** Slugs of the concepts that were read anew from one content to the next. */
const anew = (before: ContentSource, after: ContentSource) =>
	after.concepts.filter((one) => before.names.bySlug.get(one.slug) !== one).map(({ slug }) => slug);

describe('a folder is read again', () => {
	it.each([
		['is written', () => edit('concepts/running-mean/prompts.yaml', (text) => `${text}\n`)],
		['is added', () => writeFileSync(at('concepts/running-mean/lookups.yaml'), '[]\n')],
		['goes', () => rmSync(at('concepts/running-mean/ids.yaml'))],
		['is renamed', () => renameSync(at('concepts/running-mean/ids.yaml'), at('concepts/running-mean/old.yaml'))],
	])('when a file of it %s', (_, change) => {
		const before = read();
		expect(anew(before, read())).toEqual([]);
		change();
		expect(anew(before, read())).toEqual(['running-mean']);
	});

	it('when the category that lists it is of another track, and when another does', () => {
		const before = read();
		edit('categories.yaml', (text) => text.replace('track: ml', 'track: swe'));
		const after = read();
		expect(anew(before, after)).toEqual(['running-mean']);
		expect(after.names.bySlug.get('running-mean')?.track).toBe('swe');
	});

	it('but not when the catalog says something else', () => {
		const before = read();
		edit('categories.yaml', (text) => text.replace('title: ', 'title: The '));
		const after = read();
		expect(after.categories?.value).not.toEqual(before.categories?.value);
		expect(anew(before, after)).toEqual([]);
	});
});

describe('names', () => {
	it('tell concepts and what lists them', () => {
		const { listed, names } = read();
		expect([...names.bySlug.keys()]).toEqual(['ring-buffer', 'running-mean']);
		expect([...listed.slugs]).toEqual(expect.arrayContaining(['ring-buffer', 'running-mean']));
		for (const [slug, category] of listed.categoryOf) expect(category.get('concepts').texts).toContain(slug);
		for (const [id, category] of listed.categories) expect(category.get('id').text).toBe(id);
	});

	it('tell who was called something before', () => {
		edit('concepts/running-mean/index.mdx', (text) => text.replace('---\n', '---\nformerSlugs: [online-mean]\n'));
		const { names } = read();
		expect(names.byFormer.get('online-mean')?.map(({ slug }) => slug)).toEqual(['running-mean']);
	});

	it('tell the categories that have a page', () => {
		const shown = read().names.shownCategories;
		edit('categories.yaml', (text) => `${text}- id: empty\n  concepts: [nothing]\n`);
		const { listed, names } = read();
		expect([...listed.categories.keys()]).toContain('empty');
		expect(names.shownCategories).toEqual(shown);
	});
});
