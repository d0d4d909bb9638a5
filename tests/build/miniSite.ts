/**
 * Mini-sites for tests: the valid one under `fixtures/valid`, and broken ones that are the valid one with a few edits. Each
 * broken one is a folder of `fixtures` with `edits.yaml`, which says what is broken, and `problems.txt`, the report.
 */
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { idsOf } from '../../src/concepts/checks/register.ts';
import { contentFolder, readContent } from '../../src/concepts/reading/content.ts';
import { emptyRegister, recorded, writeRegister } from '../../src/concepts/register.ts';
import { runRecord } from '../../src/concepts/schema/record.ts';
import { requirements } from '../../src/listings/pinned.ts';
import { pageVersion } from '../../src/listings/recording/page.ts';
import { needsNoPackage } from '../../src/listings/recording/record.ts';

export const project = resolve(import.meta.dirname, '../..');

export const fixtures = join(import.meta.dirname, 'fixtures');

/** Day on which mini-sites are checked. */
export const fixtureDay = '2026-06-01';

/** One change to a file, by its path under `content`. */
const edit = z.union([
	z.strictObject({
		in: z.string(),
		/** Must occur exactly once, unless `every` is set. */
		find: z.string(),
		replace: z.string(),
		every: z.boolean().default(false),
		/** How often the replacement is written. */
		times: z.number().default(1),
	}),
	z.strictObject({ in: z.string(), write: z.string() }),
	z.strictObject({ in: z.string(), remove: z.literal(true) }),
	z.strictObject({ in: z.string(), rename: z.string() }),
	/** Writes the registers anew, where what they say is not the point. */
	z.strictObject({ record: z.literal(true) }),
]);
type Edit = z.infer<typeof edit>;

/** Names of the broken mini-sites. */
export function brokenSites(): string[] {
	return readdirSync(fixtures).filter((name) => name !== 'valid');
}

/** Writes the valid mini-site to a folder of its own, with the edits of a broken one if it is named. */
export function miniSite(broken?: string): { readonly root: string; readonly remove: () => void } {
	const root = mkdtempSync(join(tmpdir(), 'mini-site-'));
	cpSync(join(fixtures, 'valid'), root, { recursive: true });
	pinRecords(root);
	if (broken) {
		const edits = z.array(edit).parse(parse(readFileSync(join(fixtures, broken, 'edits.yaml'), 'utf8')));
		for (const one of edits) apply(one, root);
	}
	return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/**
 * Puts the project's own code around a mini-site, so that it can be built and served. Astro finds no routes behind a symbolic link,
 * and packages are linked one by one so that what Vite keeps beside them stays with the mini-site.
 */
export function surround(root: string): void {
	for (const name of ['astro.config.mjs', 'package.json', 'public', 'src', 'tsconfig.json']) {
		cpSync(join(project, name), join(root, name), { recursive: true });
	}
	mkdirSync(join(root, 'node_modules'));
	for (const name of readdirSync(join(project, 'node_modules'))) {
		if (!name.startsWith('.')) symlinkSync(join(project, 'node_modules', name), join(root, 'node_modules', name));
	}
}

/** Sets the versions in records to those that are pinned today: what listings record on is no business of these tests. */
function pinRecords(root: string): void {
	const concepts = join(root, contentFolder, 'concepts');
	for (const name of readdirSync(concepts, { recursive: true, encoding: 'utf8' })) {
		if (!/listings[/\\].*\.run\.json$/.test(name)) continue;
		const path = join(concepts, name);
		const record = runRecord.parse(JSON.parse(readFileSync(path, 'utf8')));
		const pinned = requirements.filter(({ module }) => module in record.packages);
		const packages = Object.fromEntries(pinned.map(({ module, version }) => [module, version]));
		const page = needsNoPackage(record) ? { page: pageVersion } : {};
		writeFileSync(path, JSON.stringify({ ...record, packages, ...page }, null, 2));
	}
}

function apply(change: Edit, root: string): void {
	if ('record' in change) {
		recordAnew(root);
		return;
	}
	const path = join(root, contentFolder, change.in);
	if ('remove' in change) rmSync(path);
	else if ('rename' in change) renameSync(path, join(root, contentFolder, change.rename));
	else if ('write' in change) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, change.write);
	} else {
		const parts = readFileSync(path, 'utf8').split(change.find);
		if (parts.length < 2 || (parts.length > 2 && !change.every)) {
			throw new Error(`${change.in} holds ${JSON.stringify(change.find)} ${parts.length - 1} times`);
		}
		writeFileSync(path, parts.join(change.replace.repeat(change.times)));
	}
}

function recordAnew(root: string): void {
	for (const concept of readContent(root, fixtureDay).concepts) {
		const ids = idsOf(concept);
		if (!ids) continue;
		const undecided = { retire: [], sameMeaning: [] };
		const register = recorded({ ...ids, known: emptyRegister }, undecided, fixtureDay);
		writeFileSync(join(root, concept.pathOf('ids.yaml')), writeRegister(register));
	}
}
