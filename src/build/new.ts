/** `npm run new -- <slug>`: the folder of a new concept, and what its author has to write; `--figure` the folder of a new figure; `--task` the files of a task. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { conceptProblems } from '../concepts/checkContent.ts';
import { figuresFolder } from '../concepts/figures.ts';
import { startGraphviz } from '../concepts/graphviz.ts';
import { nearest } from '../concepts/nearest.ts';
import { contentFolder, readContent } from '../concepts/reading/content.ts';
import type { YamlEntry } from '../concepts/reading/yaml.ts';
import { category as categorySchema, track as trackSchema } from '../concepts/schema/category.ts';
import { type Planned, planned as plannedSchema } from '../concepts/schema/planned.ts';
import { id } from '../concepts/schema/text.ts';
import { type Track, trackNames, usualTrack } from '../concepts/tracks.ts';
import { count } from '../ground/words.ts';
import { readCommand } from './commandLine.ts';
import { addCategory, freeAccent, listSlug } from './scaffold/categories.ts';
import { figureScaffold } from './scaffold/figure.ts';
import { scaffold } from './scaffold/scaffold.ts';
import { taskScaffold } from './scaffold/task.ts';
import { today } from './today.ts';

const root = process.cwd();
const categoriesPath = join(root, contentFolder, 'categories.yaml');
const { values, operands } = readCommand({
	name: 'npm run new',
	about: 'Makes the folder of a new concept, a draft, and tells what is yours to write.',
	operands: '<slug>',
	options: {
		category: {
			type: 'string',
			value: '<id>',
			about: 'list the slug at the end of this category, if none lists it yet',
		},
		title: { type: 'string', value: '<text>', about: 'with --category: make this category, of that title' },
		track: { type: 'string', value: trackNames.join('|'), about: 'the track of a new category' },
		description: { type: 'string', value: '<text>', about: 'one line beside the title of a new category' },
		figure: { type: 'string', value: '<name>', about: 'make a figure, shown by the new concept if there is one' },
		task: { type: 'string', value: '<slug>/<question>', about: 'make the task of a coding question that is there' },
	},
});

/** Where a new concept belongs. */
interface Belonging {
	readonly category: string;
	readonly track: Track;
	/** `categories.yaml` as it lists the slug; undefined where it does already. */
	readonly categories: string | undefined;
}

try {
	const [slug, ...rest] = operands;
	if (rest.length > 0 || (slug === undefined && values.figure === undefined && values.task === undefined))
		throw new Error('Say one slug: npm run new -- kv-cache');
	// Everything is known to be possible before anything is written.
	const task = values.task === undefined ? undefined : newTask(values.task);
	const figure = values.figure === undefined ? undefined : newFigure(values.figure);
	if (slug !== undefined) await createConcept(slug);
	if (figure) createFigure(values.figure ?? '', figure, slug);
	if (task) createTask(task);
} catch (thrown) {
	console.error(thrown instanceof Error ? thrown.message : String(thrown));
	process.exitCode = 1;
}

function folderOf(slug: string): string {
	return join(root, contentFolder, 'concepts', slug);
}

/** @throws Error when it cannot name a folder that is not there yet. */
function refuseName(name: string, what: string, folder: string): void {
	if (!id.safeParse(name).success) {
		const meant = name
			.toLowerCase()
			.match(/[a-z0-9]+/g)
			?.join('-');
		throw new Error(
			`"${name}" cannot be ${what}; expected lower-case words and digits joined by single hyphens${meant ? `, such as ${meant}` : ''}.`,
		);
	}
	if (existsSync(join(root, folder))) throw new Error(`${folder} is already there.`);
}

function write(files: ReadonlyMap<string, string>, folder: string): void {
	for (const [name, source] of files) {
		const path = join(folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, source);
	}
}

async function createConcept(slug: string): Promise<void> {
	refuseName(slug, 'a slug', `${contentFolder}/concepts/${slug}`);
	const { category, track, categories } = belonging(slug);
	const figure = values.figure;
	const planned = plannedOf(slug);
	write(scaffold({ slug, category, track, figure, planned, today: today() }), folderOf(slug));
	if (categories !== undefined) writeFileSync(categoriesPath, categories);

	await startGraphviz();
	const content = readContent(root, today());
	const open = content.drafts
		.filter((draft) => draft.slug === slug)
		.flatMap((draft) => conceptProblems(draft, content));
	const prefix = `${contentFolder}/concepts/${slug}/`;
	const rows = [...Map.groupBy(open, ({ file }) => file.slice(prefix.length))].map(
		([file, problems]) => `  ${String(problems.length).padStart(3)} in ${file}`,
	);
	console.log(`${prefix} is there: a small example of everything, with a TODO where your own words belong.

Still to do: ${count(open.length, 'thing')}
${rows.join('\n')}

npm run listings -- ${slug}  records what the listings print
npm run dev  shows the page as it grows
npm run check -- ${slug}  lists what is left, with lines`);
}

/** What is known of a concept in preparation. */
function plannedOf(slug: string): Planned | undefined {
	const entry = readContent(root, today()).planned?.items.find((item) => item.get('slug').text === slug);
	return entry && plannedSchema.safeParse(entry.value).data;
}

function newFigure(name: string): ReadonlyMap<string, string> {
	refuseName(name, "a figure's name", `${figuresFolder}/${name}`);
	return figureScaffold(name);
}

function createFigure(name: string, files: ReadonlyMap<string, string>, slug: string | undefined): void {
	write(files, root);
	const test = [...files.keys()].find((path) => path.endsWith('.test.ts')) ?? '';
	const shown = slug === undefined ? 'Show it by' : `The page of ${slug} shows it by`;
	console.log(`${slug === undefined ? '' : '\n'}${figuresFolder}/${name}/ is there, with its test: a small figure at work, to be made yours.
${shown} <Figure name="${name}" />; CONTRIBUTING, Figures, says what it owes.

npx vitest run --config=tests/vitest.config.ts ${test} tests/unit/figures/contract.test.ts -t ${name}  tests it`);
}

interface NewTask {
	readonly slug: string;
	readonly files: ReadonlyMap<string, string>;
}

/** @throws Error when it names no coding question, or one that has its task. */
function newTask(name: string): NewTask {
	const [slug = '', question = '', ...rest] = name.split('/');
	const { concepts, drafts } = readContent(root, today());
	const all = [...concepts, ...drafts];
	const concept = all.find((one) => one.slug === slug);
	if (!concept || !question || rest.length > 0) {
		const meant = nearest(
			slug,
			all.map((one) => one.slug),
		);
		throw new Error(
			concept || !slug || !question
				? `Say which question of which concept: npm run new -- --task ${slug || 'gradient-descent'}/write-adamw`
				: `There is no concept ${slug}.${meant ? ` Did you mean ${meant}?` : ''}`,
		);
	}
	const coding = (concept.questions?.items ?? []).filter((entry) => entry.get('format').text === 'coding');
	const asked = coding.find((entry) => entry.get('id').text === question);
	const ids = coding.flatMap((entry) => entry.get('id').text ?? []);
	if (!asked) {
		const meant = nearest(question, ids);
		throw new Error(
			`${slug} has no coding question ${question}; ${ids.length > 0 ? `it has ${ids.join(', ')}` : 'it has none'}.${meant ? ` Did you mean ${meant}?` : ''}`,
		);
	}
	if (concept.tasks.includes(question)) throw new Error(`${concept.pathOf(`tasks/${question}.py`)} is already there.`);
	const criteria = asked.get('rubric').items;
	const judged = criteria.find((entry) => entry.get('essential').value === true) ?? criteria[0];
	return { slug, files: taskScaffold(question, judged?.get('id').text ?? 'todo') };
}

function createTask({ slug, files }: NewTask): void {
	write(files, folderOf(slug));
	const folder = `${contentFolder}/concepts/${slug}`;
	console.log(`${[...files.keys()].map((path) => `${folder}/${path}`).join('\n')}
are there: a small task at work, to be made yours; CONTRIBUTING, Tasks, says what it owes.

npm run listings -- ${slug}  runs its tests on what is given, on the solution and on each mistake`);
}

/** The category that lists the slug, or is to list it. */
function belonging(slug: string): Belonging {
	const { categories, listed: catalog } = readContent(root, today());
	if (!categories) throw new Error(`${contentFolder}/categories.yaml is missing or does not parse; run npm run check.`);
	const listing = catalog.categoryOf.get(slug);
	if (listing) {
		const listed = listing.get('id').text ?? '';
		if (values.category && values.category !== listed) throw new Error(`${slug} is listed under ${listed} already.`);
		return { category: listed, track: trackOf(listing), categories: undefined };
	}
	const ids = [...catalog.categories.keys()];
	if (!values.category) {
		const planned = [...catalog.slugs].filter((known) => !existsSync(folderOf(known)));
		const meant = nearest(slug, planned);
		throw new Error(
			`No category lists ${slug}.${meant ? ` Did you mean ${meant}?` : ''} Say where it belongs:\n` +
				ids.map((category) => `  npm run new -- ${slug} --category ${category}`).join('\n'),
		);
	}
	const source = readFileSync(categoriesPath, 'utf8');
	const known = catalog.categories.get(values.category);
	if (!known) return newCategory(values.category, slug, categories, source);
	return { category: values.category, track: trackOf(known), categories: listSlug(source, values.category, slug) };
}

function trackOf(category: YamlEntry): Track {
	return trackSchema.safeParse(category.get('track').text).data ?? usualTrack;
}

/** A category that is not there yet, with the slug as its first. */
function newCategory(name: string, slug: string, categories: YamlEntry, source: string): Belonging {
	const { title, track, description } = values;
	if (title === undefined || track === undefined || description === undefined) {
		const ids = categories.items.flatMap((item) => item.get('id').text ?? []);
		const meant = nearest(name, ids);
		throw new Error(
			`There is no category ${name}; expected ${ids.join(', ')}.${meant ? ` Did you mean ${meant}?` : ''} To make it:\n` +
				`  npm run new -- ${slug} --category ${name} --title "…" --track ${trackNames.join('|')} --description "…"`,
		);
	}
	const others = categories.items.flatMap((item) => categorySchema.safeParse(item.value).data ?? []);
	const read = trackSchema.safeParse(track);
	if (!read.success) throw new Error(`"${track}" is no track; expected ${trackNames.join(' or ')}.`);
	const made = categorySchema.safeParse({
		...{ id: name, title, track, description },
		...{ accent: freeAccent(others, read.data), concepts: [slug] },
	});
	if (!made.success) throw new Error(`"${name}" cannot be a category: ${made.error.issues[0]?.message}.`);
	return { category: name, track: read.data, categories: addCategory(source, made.data) };
}
