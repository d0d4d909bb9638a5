/** `npm run new -- <slug>`: the folder of a new concept, and what its author has to write. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { conceptProblems } from '../concepts/checkContent.ts';
import { nearest } from '../concepts/nearest.ts';
import { contentFolder, listedSlugs, readContent } from '../concepts/reading/content.ts';
import type { YamlEntry } from '../concepts/reading/yaml.ts';
import { colored, plain, reportOf } from '../concepts/report.ts';
import { id } from '../concepts/schema/text.ts';
import { readCommand } from './commandLine.ts';
import { listSlug } from './listSlug.ts';
import { scaffold } from './scaffold.ts';
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
	},
});

try {
	create(slugOf(operands));
} catch (thrown) {
	console.error(thrown instanceof Error ? thrown.message : String(thrown));
	process.exitCode = 1;
}

function slugOf([slug, ...rest]: readonly string[]): string {
	if (slug === undefined || rest.length > 0) throw new Error('Say one slug: npm run new -- kv-cache');
	if (!id.safeParse(slug).success) {
		const meant = slug
			.toLowerCase()
			.match(/[a-z0-9]+/g)
			?.join('-');
		throw new Error(
			`"${slug}" cannot be a slug; expected lower-case words and digits joined by single hyphens${meant ? `, such as ${meant}` : ''}.`,
		);
	}
	if (existsSync(folderOf(slug))) throw new Error(`${contentFolder}/concepts/${slug} is already there.`);
	return slug;
}

function folderOf(slug: string): string {
	return join(root, contentFolder, 'concepts', slug);
}

function create(slug: string): void {
	const category = listedCategory(slug);
	const track = category.get('track').text === 'swe' ? 'swe' : 'ml';
	const files = scaffold({ slug, category: category.get('id').text ?? '', track, today: today() });
	for (const [name, source] of files) {
		const path = join(folderOf(slug), name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, source);
	}
	for (const folder of ['diagrams', 'listings']) mkdirSync(join(folderOf(slug), folder));

	const prefix = `${contentFolder}/concepts/${slug}/`;
	const content = readContent(root, today());
	const open = content.drafts
		.filter((draft) => draft.slug === slug)
		.flatMap((draft) => conceptProblems(draft, content));
	console.log(
		`${prefix} is there, with ${[...files.keys()].join(', ')}, diagrams and listings. What is yours to write:\n`,
	);
	console.log(reportOf(open, process.stdout.isTTY ? colored : plain));
	console.log(`\nnpm run check -- ${slug} lists what is left; npm run dev shows the page as it grows.`);
}

/** The category that lists the slug; with `--category`, it is listed there first. */
function listedCategory(slug: string): YamlEntry {
	const { categories } = readContent(root, today());
	if (!categories) throw new Error(`${contentFolder}/categories.yaml is missing or does not parse; run npm run check.`);
	const listing = categories.items.find((item) => item.get('concepts').texts.includes(slug));
	if (listing) {
		const listed = listing.get('id').text;
		if (values.category && values.category !== listed) throw new Error(`${slug} is listed under ${listed} already.`);
		return listing;
	}
	const ids = categories.items.flatMap((item) => item.get('id').text ?? []);
	if (!values.category) {
		const planned = listedSlugs(categories).filter((known) => !existsSync(folderOf(known)));
		const meant = nearest(slug, planned);
		throw new Error(
			`No category lists ${slug}.${meant ? ` Did you mean ${meant}?` : ''} Say where it belongs:\n` +
				ids.map((category) => `  npm run new -- ${slug} --category ${category}`).join('\n'),
		);
	}
	const category = categories.items.find((item) => item.get('id').text === values.category);
	if (!category) throw new Error(`There is no category ${values.category}; expected ${ids.join(', ')}.`);
	writeFileSync(categoriesPath, listSlug(readFileSync(categoriesPath, 'utf8'), values.category, slug));
	return category;
}
