import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRules } from '../../../src/build/importRules.ts';
import { places, rooms } from '../../../src/build/rooms.ts';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** What a file would import or touch: a path below `src`, a package, or a line of its own. */
type Probe = string;

let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'rooms-'));
	await cp('biome.jsonc', join(folder, 'biome.jsonc'));
	await writeFile(join(folder, 'biome.imports.json'), importRules());
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function lineOf(file: string, probe: Probe): string {
	if (probe.includes(' ') || probe.includes('(')) return probe;
	if (!probe.startsWith('src/')) return `import '${probe}';`;
	const path = relative(dirname(file), probe);
	return `import { value } from '${path.startsWith('.') ? path : `./${path}`}';`;
}

/** Has Biome read files that hold nothing but the probes. Resolves with those that it refuses, by file. */
async function refusedIn(asked: ReadonlyMap<string, readonly Probe[]>): Promise<Map<string, Probe[]>> {
	await rm(join(folder, 'src'), { recursive: true, force: true });
	for (const [file, probes] of asked) {
		await mkdir(join(folder, dirname(file)), { recursive: true });
		const lines = probes.map((probe) => lineOf(file, probe)).join('\n');
		await writeFile(join(folder, file), file.endsWith('.astro') ? `---\n${lines}\n---\n` : `${lines}\n`);
	}
	const rules = ['style/noRestrictedImports', 'style/noRestrictedGlobals', 'correctness/noNodejsModules'];
	const options = [
		'--vcs-enabled=false',
		'--max-diagnostics=none',
		'--reporter=json',
		...rules.map((rule) => `--only=${rule}`),
	];
	const told = await new Promise<string>((done) => {
		execFile(process.execPath, [biome, 'lint', ...options, 'src'], { cwd: folder, maxBuffer: 2 ** 28 }, (_, out) =>
			done(out),
		);
	});
	const { diagnostics }: Told = JSON.parse(told);
	const before = (file: string): number => (file.endsWith('.astro') ? 2 : 1);
	const lines = new Map([...asked.keys()].map((file) => [file, new Set<number>()]));
	for (const { severity, location } of diagnostics) {
		// Asked for by name, a rule that is off warns.
		if (severity === 'error') lines.get(location.path)?.add(location.start.line - before(location.path));
	}
	return new Map([...asked].map(([file, probes]) => [file, probes.filter((_, index) => lines.get(file)?.has(index))]));
}

/** What was let through, with the file that has it. */
const notRefused = (refused: ReadonlyMap<string, readonly Probe[]>, probes: readonly Probe[]): string[] =>
	[...refused].flatMap(([file, told]) =>
		probes.filter((probe) => !told.includes(probe)).map((probe) => `${file}: ${probe}`),
	);

interface Told {
	readonly diagnostics: readonly {
		readonly severity: string;
		readonly location: { readonly path: string; readonly start: { readonly line: number } };
	}[];
}

const files = async (...folders: string[]): Promise<string[]> =>
	(await Promise.all(folders.map((one) => readdir(join('src', one), { recursive: true, withFileTypes: true }))))
		.flat()
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => `${parentPath}/${name}`);

describe('the table of rooms', () => {
	// `vitest -u` writes it anew.
	it('is what Biome reads', async () => {
		await expect(importRules()).toMatchFileSnapshot(resolve('biome.imports.json'));
	});

	it('has every folder of src, and no other', async () => {
		const folders = (await readdir('src', { withFileTypes: true })).filter((entry) => entry.isDirectory());
		expect([...new Set(places.map(({ room }) => room))].sort()).toEqual(folders.map(({ name }) => name).sort());
	});

	it('names no room that is not there', () => {
		const named = places.flatMap(({ imports }) => imports.map((part) => part.replace('types of ', '').split('/')[0]));
		expect(named.filter((room) => !rooms.includes(room ?? ''))).toEqual([]);
	});
});

describe('what runs in a browser', () => {
	const refused: readonly Probe[] = [
		...words(
			'build/x.ts build/markdown/x.ts published/x.ts siteConfig.ts twins/x.ts map/map.ts diagrams/x.ts pages/x.ts layouts/x.ts',
		),
		...words('stages/components.ts stages/extent.ts components/structuredData.ts sheets/essence.ts'),
		...words('listings/shown/x.ts listings/recording/x.ts tasks/recording/x.ts'),
		...words('catalog.ts checkContent.ts figures.ts learningPaths.ts loaders.ts page.ts register.ts').map(
			(name) => `concepts/${name}`,
		),
		...words('checks/check.ts reading/content.ts schema/question.ts').map((name) => `concepts/${name}`),
	]
		.map((path) => `src/${path}`)
		.concat(words('astro astro:content astro/loaders @astrojs/markdown-remark node:fs node:crypto'));
	const allowed: readonly Probe[] = ['preact', `document.title = 'x'`];

	it('reads no content, and knows neither the build, nor what is published, nor Astro, nor Node', async () => {
		const rooms = words(`
			components drill figures ground keeping keys listings/running loading notation offline preparation preview recall search sheets stages styles
			tasks translation
		`);
		const made =
			/^src\/(?:tasks\/recording|stages\/(?:components|extent)|components\/(?:firstScreenEnd|structuredData)|sheets\/essence)\b/;
		const scripts = (await files(...rooms)).filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !made.test(file));
		const shared = words('dimensions interview judging levelAnswers readingTime stageNumbers stages tracks');
		const asked = new Map(
			[...scripts, ...shared.map((name) => `src/concepts/${name}.ts`)].map((file) => [file, refused]),
		);
		expect(asked.size).toBeGreaterThan(300);
		expect(notRefused(await refusedIn(asked), refused)).toEqual([]);
	});

	it('may have what the concept model shares, types of schemas, packages and the page', async () => {
		const shared = ['interview', 'judging', 'stages', 'tracks'].map((name) => `src/concepts/${name}.ts`);
		const type = `import type { Category } from '../concepts/schema/category.ts'`;
		const asked = new Map(
			['drill', 'notation', 'preparation', 'recall', 'search', 'tasks'].map((room) => [
				`src/${room}/x.tsx`,
				[...shared, type, ...allowed, 'src/ground/words.ts', 'src/keeping/kept.ts', 'src/paths.ts'],
			]),
		);
		expect([...(await refusedIn(asked)).values()].flat()).toEqual([]);
	});
});

it('what runs in Node has no Astro and no page, and what the build runs has both', async () => {
	const probes = ['node:fs', 'astro:content', `document.title = 'x'`];
	const inNode = words('concepts/checks/x.ts concepts/register.ts listings/recording/x.ts tasks/recording/x.ts');
	const built = words(
		'build/x.ts concepts/page.ts listings/shown/x.ts pages/x.astro published/x.ts recall/x.astro stages/extent.ts',
	);
	const asked = [...inNode, ...built].map((file) => [`src/${file}`, probes] as const);
	const refused = await refusedIn(new Map(asked));
	for (const file of inNode) expect(refused.get(`src/${file}`), file).toEqual(probes.slice(1));
	for (const file of built) expect(refused.get(`src/${file}`), file).toEqual([]);
});

it('what is pure touches no page, in a browser or not', async () => {
	const touched = [
		'document.title',
		'navigator.onLine',
		'location.href',
		'localStorage.clear()',
		'indexedDB.open("x")',
	];
	const pure = [
		...(await files('recall/log', 'recall/schedule')),
		...words('calibration clock followUps plan report scoring session').map((name) => `src/drill/${name}.ts`),
		...words('calendar pace parts planner').map((name) => `src/preparation/${name}.ts`),
		...words('interview.ts graph.ts checks/check.ts').map((name) => `src/concepts/${name}`),
		...words(
			'figures/attention/model.ts listings/diff.ts map/graph.ts search/ranking.ts stages/timeWords.ts tasks/trial.ts',
		).map((name) => `src/${name}`),
	];
	const probes = [...touched.map((expression) => `console.log(${expression})`), 'astro:content', 'src/pages/x.ts'];
	const refused = await refusedIn(new Map(pure.map((file) => [file, probes])));
	expect(notRefused(refused, probes)).toEqual([]);
});

/** Other rooms, and folders of rooms, that a file may import as a whole. */
const open: Readonly<Record<string, string>> = {
	'pages/x.astro': 'layouts stages components published recall drill preparation concepts concepts/checks ground',
	'layouts/x.astro': 'components published recall drill preparation concepts concepts/checks ground',
	'stages/x.astro': 'components published recall drill preparation concepts concepts/checks ground',
	'components/x.astro': 'published concepts concepts/checks ground',
	'build/integrations/x.ts': 'published recall drill preparation concepts concepts/checks ground',
	'published/x.ts': 'build recall drill preparation concepts concepts/checks ground',
	'concepts/page.ts': 'ground',
	'concepts/checks/x.ts': 'ground',
	'concepts/interview.ts': 'ground',
	'preparation/views/x.tsx': 'drill ground',
	'drill/views/conduct/x.tsx': 'ground',
	'recall/views/marks/x.tsx': 'ground',
	'recall/log/x.ts': 'ground',
	'figures/attention/x.tsx': 'ground',
	'figures/attention/model.ts': 'ground',
	'notation/x.ts': 'ground',
	'search/x.ts': 'ground',
	'ground/x.ts': '',
	'keeping/x.ts': '',
};

describe('imports point one way', () => {
	const tried = words(
		'pages layouts stages components build published recall drill preparation concepts concepts/checks ground',
	);
	const probes = tried.map((room) => `src/${room}/deep/x.ts`);
	let refused: Map<string, Probe[]>;

	beforeAll(async () => {
		refused = await refusedIn(new Map(Object.keys(open).map((file) => [`src/${file}`, probes])));
	});

	it.each(Object.entries(open))('%s: %s', (file, expected) => {
		const [own = ''] = file.split('/');
		const left = probes
			.filter((probe) => !refused.get(`src/${file}`)?.includes(probe))
			.map((probe) => probe.slice('src/'.length, -'/deep/x.ts'.length))
			.filter((room) => !room.startsWith(own));
		expect(left.sort()).toEqual(words(expected).sort());
	});

	it('within recall: views, backups, store, schedule, log', async () => {
		const floors = ['views', 'backups', 'store', 'schedule', 'log'];
		const inside = [...floors.map((floor) => `src/recall/${floor}/x.ts`), 'src/recall/recall.ts'];
		const told = await refusedIn(new Map(floors.map((floor) => [`src/recall/${floor}/y.ts`, inside])));
		for (const [index, floor] of floors.entries()) {
			const above = index === 0 ? [] : [...inside.slice(0, index), 'src/recall/recall.ts'];
			expect(told.get(`src/recall/${floor}/y.ts`)).toEqual(above);
		}
	});

	it('from what is kept for times without a connection to what runs, and not back', async () => {
		const [running, offline] = ['src/listings/running/frame.ts', 'src/offline/addresses.ts'];
		const told = await refusedIn(
			new Map([
				['src/offline/x.ts', [running]],
				['src/listings/running/x.ts', [offline]],
			]),
		);
		expect(told.get('src/offline/x.ts')).toEqual([]);
		expect(told.get('src/listings/running/x.ts')).toEqual([offline]);
	});

	it('from drill to the one door of recall, at any depth', async () => {
		const probes = [
			'src/recall/index.ts',
			'src/recall/recall.ts',
			'src/recall/store/store.ts',
			'src/recall/schedule/queue.ts',
		];
		const from = ['src/drill/x.ts', 'src/drill/views/x.tsx', 'src/drill/views/conduct/x.tsx'];
		for (const told of (await refusedIn(new Map(from.map((file) => [file, probes])))).values()) {
			expect(told).toEqual(probes.slice(1));
		}
	});

	it('by whatever way one imports', async () => {
		const ways = [
			`import value from '../published/x.ts'`,
			`import type { Value } from '../published/x.ts'`,
			`export { value } from '../published/x.ts'`,
			`export * from '../published/x.ts'`,
			`const late = import('../published/x.ts')`,
			`import * as schema from '../concepts/schema/task.ts'`,
			`import { MOST } from '../concepts/schema/task.ts'`,
		];
		expect((await refusedIn(new Map([['src/recall/x.ts', ways]]))).get('src/recall/x.ts')).toEqual(ways);
	});
});

function words(text: string): string[] {
	return text.split(/\s+/).filter(Boolean);
}
