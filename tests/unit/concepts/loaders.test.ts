/** A collection follows its files: in `npm run dev` the one that changed is read, and no other. */
import { EventEmitter } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { categoriesLoader, conceptListLoader, fileStates } from '../../../src/concepts/loaders.ts';
import { miniSite } from '../../build/miniSite.ts';

const home = process.cwd();
let site: ReturnType<typeof miniSite>;
let watcher: EventEmitter;
let store: Map<string, { readonly id: string; readonly data: unknown; readonly digest: string }>;
/** Ids of the entries that were read, in order. */
let read: string[];
let errors: string[];

beforeEach(() => {
	site = miniSite();
	process.chdir(site.root);
	watcher = new EventEmitter();
	store = new Map();
	read = [];
	errors = [];
});
afterEach(() => {
	process.chdir(home);
	site.remove();
});

/** As Astro loads it: with a watcher in dev alone. */
async function load(loader: Loader, isDev = true): Promise<void> {
	const context = {
		store: {
			keys: () => [...store.keys()],
			set: (entry: { id: string; data: unknown; digest: string }) => store.set(entry.id, entry),
			delete: (id: string) => store.delete(id),
		},
		logger: { error: (error: string) => errors.push(error) },
		parseData: async ({ id, data }: { id: string; data: unknown }) => {
			read.push(id);
			return data;
		},
		generateDigest: JSON.stringify,
		watcher: isDev ? watcher : undefined,
	};
	if (typeof loader.load === 'function') await loader.load(context as unknown as LoaderContext);
}

const at = (path: string) => join(site.root, 'content', path);

/** Saves a file, or takes it away, and tells as the server would. */
function save(path: string, text: string | undefined): void {
	mkdirSync(dirname(at(path)), { recursive: true });
	if (text === undefined) rmSync(at(path));
	else writeFileSync(at(path), text);
	watcher.emit('all', text === undefined ? 'unlink' : 'change', at(path));
}

const becomes = (state: () => unknown, expected: unknown) => vi.waitFor(() => expect(state()).toEqual(expected));

describe("the lists of concepts' folders", () => {
	const questions = 'concepts/running-mean/questions.yaml';

	beforeEach(async () => {
		store.set('of-an-earlier-run', { id: 'of-an-earlier-run', data: {}, digest: '' });
		await load(conceptListLoader('questions.yaml'));
		expect([...store.keys()].sort()).toEqual(['ring-buffer', 'running-mean']);
		read.length = 0;
	});

	it('are read one by one, as they are saved', async () => {
		save(questions, readFileSync(at(questions), 'utf8').replace('ask: ', 'ask: Now, '));
		await becomes(() => read, ['running-mean']);
		expect(JSON.stringify(store.get('running-mean')?.data)).toContain('Now, ');
	});

	it('are not read for other files', async () => {
		save('concepts/running-mean/prompts.yaml', '[]');
		save('questions.yaml', '[]');
		save('concepts/running-mean/listings/questions.yaml', '[]');
		save(questions, '[]');
		await becomes(() => read, ['running-mean']);
	});

	it('come and go with their files', async () => {
		save('concepts/weighted-mean/questions.yaml', '[]');
		await becomes(() => store.get('weighted-mean')?.data, { items: [] });
		save('concepts/weighted-mean/questions.yaml', undefined);
		await becomes(() => [...store.keys()].sort(), ['ring-buffer', 'running-mean']);
	});

	it('stay as they were while they do not parse', async () => {
		const before = store.get('running-mean');
		save(questions, '- id: [');
		await becomes(() => read, ['running-mean']);
		expect(store.get('running-mean')).toEqual(before);
		expect(errors).toEqual([]);
	});
});

it('the catalog follows its own file, and no other of that name', async () => {
	await load(categoriesLoader());
	expect([...store.keys()]).toEqual(['statistics', 'structures']);
	read.length = 0;
	copyFileSync(at('categories.yaml'), at('concepts/running-mean/categories.yaml'));
	watcher.emit('all', 'add', at('concepts/running-mean/categories.yaml'));
	save('categories.yaml', '- id: structures\n  concepts: [ring-buffer]\n');
	await becomes(() => [...store.keys()], ['structures']);
	expect(read).toEqual(['structures']);
	expect(store.get('structures')?.data).toMatchObject({ order: 0 });
});

it('in a build, what does not parse stops it, and drafts are passed by', async () => {
	const mdx = at('concepts/running-mean/index.mdx');
	writeFileSync(mdx, readFileSync(mdx, 'utf8').replace('---\n', '---\ndraft: true\n'));
	await load(conceptListLoader('questions.yaml'), false);
	expect([...store.keys()]).toEqual(['ring-buffer']);
	writeFileSync(at('concepts/ring-buffer/questions.yaml'), '- id: [');
	await expect(load(conceptListLoader('questions.yaml'), false)).rejects.toThrow();
});

it('the state of files is another when one is written, added or goes', () => {
	const states = [fileStates('*/listings/*.py')];
	expect(fileStates('*/listings/*.py')).toBe(states[0]);
	const note = (change: () => void) => {
		change();
		states.push(fileStates('*/listings/*.py'));
	};
	note(() => writeFileSync(at('concepts/running-mean/listings/new.py'), 'a = 1\n'));
	note(() => writeFileSync(at('concepts/running-mean/listings/new.py'), 'a = 1\nb = 2\n'));
	note(() => rmSync(at('concepts/ring-buffer/listings/ring.py')));
	note(() => writeFileSync(at('concepts/running-mean/lookups.yaml'), '[]'));
	expect(new Set(states).size).toBe(4);
});
