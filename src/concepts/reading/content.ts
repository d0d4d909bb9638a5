/** The content folder as the checks see it: what is written, where it stands, and nothing judged. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { z } from 'zod';
import { type FigureSource, readFigures } from '../figures.ts';
import { outlineOfTree, type StageOutline } from '../outline.ts';
import { breaks } from '../schema/break.ts';
import { track as trackSchema } from '../schema/category.ts';
import { concept } from '../schema/concept.ts';
import { textEntriesOf } from '../schema/fields.ts';
import { prompts } from '../schema/prompt.ts';
import { questions } from '../schema/question.ts';
import { withLineFeeds } from '../schema/record.ts';
import { stagesOf } from '../stages.ts';
import { termId } from '../terms.ts';
import { type Track, trackNames, tracks, usualTrack } from '../tracks.ts';
import { breaksYaml, type StrayCharacters, strayCharacters, withoutMark } from './bytes.ts';
import {
	attributesOf,
	type Component,
	isDraft,
	type NamedHeading,
	parseMdx,
	readHeading,
	splitFrontmatter,
} from './markdown.ts';
import { Passage } from './passage.ts';
import { type Place, positionAt } from './place.ts';
import { type YamlEntry, YamlSource } from './yaml.ts';

/** The content folder's name in a project. */
export const contentFolder = 'content';

export interface SectionHeading extends NamedHeading {
	readonly node: Heading;
}

export interface WrittenComponent {
	readonly node: Component;
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string | true>;
}

/** A file that does not parse: where, and what the parser says. */
export interface SyntaxProblem {
	readonly place: Place;
	readonly message: string;
	readonly language: 'yaml' | 'mdx';
	/** What YAML calls the error, and the line that it names: advice depends on both. */
	readonly code?: string;
	readonly line?: string;
	/** Line of a display formula that was never closed and swallowed text up to the problem. */
	readonly openedOn?: number;
}

/** What is found while files are read, before anything in them is judged. */
class Findings {
	readonly syntaxProblems: SyntaxProblem[] = [];
	readonly strayCharacters: StrayCharacters[] = [];

	/** Looks at the characters of a file. */
	look(file: string, text: string): readonly StrayCharacters[] {
		const found = strayCharacters(file, text);
		this.strayCharacters.push(...found);
		return found;
	}

	/** Reads YAML; undefined when it does not parse, of which the first error alone is told: the others follow from it. */
	yaml(file: string, source: string, firstLine = 1): YamlEntry | undefined {
		const read = new YamlSource(file, source, firstLine);
		const [error] = read.errors;
		if (!error) return read.root;
		const line = source.split('\n')[error.place.line - firstLine] ?? '';
		this.syntaxProblems.push({ ...error, language: 'yaml', line });
		return undefined;
	}
}

/** The folders that a concept's folder may have. */
type OwnFolder = 'diagrams' | 'listings' | 'tasks';

/** One folder under `content/concepts`. What is missing or does not parse is undefined, so that checks can step over it. */
export class ConceptSource {
	readonly slug: string;
	/** Path of the folder from the project's root. */
	readonly folder: string;
	/** Every file of the folder by its path inside it. */
	readonly files: ReadonlyMap<string, Buffer>;
	/** The track of the category that lists the slug, else of the one that the frontmatter names, else by the third stage's title. */
	readonly track: Track;
	readonly syntaxProblems: readonly SyntaxProblem[];
	readonly strayCharacters: readonly StrayCharacters[];
	readonly frontmatter: YamlEntry | undefined;
	readonly questions: YamlEntry | undefined;
	readonly prompts: YamlEntry | undefined;
	/** The register of permanent ids. */
	readonly register: YamlEntry | undefined;
	/** Words that its sections are looked up by. */
	readonly lookups: YamlEntry | undefined;
	/** The breaks of each listing that has some, by its file name: `attend.py`. */
	readonly breaks: ReadonlyMap<string, YamlEntry>;
	/** The mistakes that the tests of each task catch, by its question's id. */
	readonly mistakes: ReadonlyMap<string, YamlEntry>;
	/** The diagrams that are drawn from numbers, by their names: `loss-curves`. */
	readonly plots: ReadonlyMap<string, YamlEntry>;
	/** Files that are there and cannot be read. */
	readonly unread: ReadonlySet<string>;
	/** The Markdown of stages 1 to 4. */
	readonly body: Passage | undefined;

	constructor(
		slug: string,
		files: ReadonlyMap<string, Buffer>,
		trackOf: (slug: string, category?: string) => Track | undefined,
	) {
		this.slug = slug;
		this.folder = `${contentFolder}/concepts/${slug}`;
		this.files = files;
		const findings = new Findings();
		const spoiled = new Set(
			[...files].flatMap(([name, bytes]) =>
				breaksYaml(findings.look(this.pathOf(name), bytes.toString('utf8'))) ? [name] : [],
			),
		);
		const yaml = (name: string, source = this.text(name), firstLine = 1): YamlEntry | undefined => {
			if (source === undefined || spoiled.has(name)) return undefined;
			const read = findings.yaml(this.pathOf(name), source, firstLine);
			if (!read) spoiled.add(name);
			return read;
		};
		const mdx = this.text('index.mdx');
		if (mdx !== undefined) {
			const { yaml: front, body } = splitFrontmatter(mdx);
			if (front !== undefined) this.frontmatter = yaml('index.mdx', front, 2);
			// Without its fences, frontmatter would be read as MDX.
			const tree = front === undefined ? undefined : this.#parse(body, findings.syntaxProblems);
			if (tree) this.body = Passage.ofMdx(this.pathOf('index.mdx'), body, tree);
		}
		this.questions = yaml('questions.yaml');
		this.prompts = yaml('prompts.yaml');
		this.register = yaml('ids.yaml');
		this.lookups = yaml('lookups.yaml');
		const yamls = (folder: OwnFolder, end: string): [string, YamlEntry][] =>
			this.namesIn(folder, end).flatMap((name) => {
				const entries = yaml(`${folder}/${name}`);
				return entries ? [[name.slice(0, -end.length), entries] as [string, YamlEntry]] : [];
			});
		this.breaks = new Map(yamls('listings', '.breaks.yaml').map(([stem, entries]) => [`${stem}.py`, entries]));
		this.mistakes = new Map(yamls('tasks', '.mistakes.yaml'));
		this.plots = new Map(yamls('diagrams', '.plot.yaml'));
		this.unread = spoiled;
		this.syntaxProblems = findings.syntaxProblems;
		this.strayCharacters = findings.strayCharacters;
		this.track = trackOf(slug, this.frontmatter?.get('category').text) ?? trackByHeadings(mdx ?? '');
	}

	#parse(body: string, problems: SyntaxProblem[]): Root | undefined {
		try {
			return parseMdx(body);
		} catch (thrown) {
			const { line, column, reason = String(thrown) } = thrown as { line?: number; column?: number; reason?: string };
			// Of a tag that is never closed, only the wording tells where it was opened.
			const opened = /\((\d+):(\d+)-\d+:\d+\)/.exec(reason);
			problems.push({
				place: {
					file: this.pathOf('index.mdx'),
					line: line ?? Number(opened?.[1] ?? 1),
					column: column ?? Number(opened?.[2] ?? 1),
				},
				message: reason,
				language: 'mdx',
				...openDisplay(body),
			});
			return undefined;
		}
	}

	/** Path of one of the folder's files from the project's root. */
	pathOf(file: string): string {
		return `${this.folder}/${file}`;
	}

	/** Whether nothing is left but the register of its ids: it was given up, or another took its place. */
	get isGone(): boolean {
		return this.files.size === 1 && this.files.has('ids.yaml');
	}

	/** Whether it says of itself that it is in the making. */
	get isDraft(): boolean {
		return isDraft(this.text('index.mdx') ?? '');
	}

	/** A file of the folder as text, without a byte-order mark; of programs and what they printed, with the line ends they were recorded with. */
	text(file: string): string | undefined {
		const bytes = this.files.get(file);
		const text = bytes && withoutMark(bytes.toString('utf8'));
		return /^(?:listings|tasks)\//.test(file) ? text && withLineFeeds(text) : text;
	}

	/** Names of the files in one of the folder's own folders. */
	namesIn(folder: OwnFolder, extension: string): string[] {
		const prefix = `${folder}/`;
		const paths = [...this.files.keys()].filter((path) => path.startsWith(prefix) && path.endsWith(extension));
		return paths.map((path) => path.slice(prefix.length));
	}

	/** The tasks that the folder holds or begins to hold, each by its question's id. */
	get tasks(): string[] {
		return [...new Set(this.namesIn('tasks', '').map((name) => name.replace(/\..*$/, '')))].sort();
	}

	/** Where the folder as a whole is to be mended: the top of its `index.mdx`. */
	get place(): Place {
		return { file: this.pathOf('index.mdx'), line: 1 };
	}

	/** The end of the body, where something is missing. */
	get endOfBody(): Place {
		const source = this.text('index.mdx') ?? '';
		return { file: this.pathOf('index.mdx'), line: positionAt(source.trimEnd(), source.length).line };
	}

	/** All Markdown of the concept: the body, and the text fields of frontmatter, questions and prompts. */
	get passages(): readonly Passage[] {
		this.#passages ??= [
			...(this.body ? [this.body] : []),
			...passagesOf(concept, this.frontmatter),
			...passagesOf(questions, this.questions),
			...passagesOf(prompts, this.prompts),
			...[...this.breaks.values()].flatMap((entries) => passagesOf(breaks, entries)),
		];
		return this.#passages;
	}
	#passages: readonly Passage[] | undefined;

	/** Headings of the body, in order. */
	get headings(): readonly SectionHeading[] {
		if (this.#headings) return this.#headings;
		const headings: SectionHeading[] = [];
		if (this.body) visit(this.body.tree, 'heading', (node) => void headings.push({ node, ...readHeading(node) }));
		this.#headings = headings;
		return headings;
	}
	#headings: readonly SectionHeading[] | undefined;

	/** Components of the body, in order. */
	get components(): readonly WrittenComponent[] {
		if (this.#components) return this.#components;
		const components: WrittenComponent[] = [];
		if (this.body) {
			visit(this.body.tree, (node) => {
				if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
				components.push({ node, name: node.name ?? '', attributes: attributesOf(node) });
			});
		}
		this.#components = components;
		return components;
	}
	#components: readonly WrittenComponent[] | undefined;

	/** Components of one name. */
	componentsNamed(name: string): WrittenComponent[] {
		return this.components.filter((component) => component.name === name);
	}

	get outline(): readonly StageOutline[] {
		this.#outline ??= outlineOfTree(this.body?.tree ?? { type: 'root', children: [] }, this.track);
		return this.#outline;
	}
	#outline: readonly StageOutline[] | undefined;

	/** Anchors that teach: the six stages and the sections of the body. Undefined while the body does not parse. */
	get teachingAnchors(): ReadonlySet<string> | undefined {
		if (!this.body) return undefined;
		const sections = this.headings.flatMap(({ node, id }) => (node.depth === 3 && id ? [id] : []));
		return new Set([...stagesOf(this.track).map(({ anchor }) => anchor), ...sections]);
	}

	/** Every anchor that a link may name. Undefined while the body does not parse. */
	get anchors(): ReadonlySet<string> | undefined {
		if (!this.teachingAnchors) return undefined;
		const named = (prefix: string, ids: readonly string[]) => ids.map((id) => `${prefix}-${id}`);
		const idsOf = (list: YamlEntry | undefined) => list?.items.flatMap((item) => item.get('id').text ?? []) ?? [];
		const equations = this.componentsNamed('Equation').map(({ attributes }) => String(attributes.get('id')));
		const figures = this.componentsNamed('Figure').map(({ attributes }) => String(attributes.get('name')));
		const invariants = this.componentsNamed('Invariant').map(({ attributes }) => String(attributes.get('id')));
		const diagrams = this.componentsNamed('Diagram').map(({ attributes }) => String(attributes.get('name')));
		return new Set([
			...this.teachingAnchors,
			...named('eq', equations),
			...named('inv', invariants),
			...named('diagram', diagrams),
			...named('figure', figures),
			...named('q', idsOf(this.questions)),
			...named('p', idsOf(this.prompts)),
			...named(
				'listing',
				this.namesIn('listings', '.py').map((name) => name.replace(/\.py$/, '')),
			),
			...named('break', [...this.breaks.values()].flatMap(idsOf)),
			...named('ref', idsOf(this.frontmatter?.get('references'))),
			...named(
				'term',
				this.frontmatter?.get('terms').items.flatMap((item) => termId(item.get('term').text ?? '')) ?? [],
			),
			...pageAnchors,
		]);
	}
}

/** Anchors that every concept page has beside its stages; no section may take one. */
export const pageAnchors: readonly string[] = ['notation', 'in-one-breath', 'references', 'terms'];

/** Everything that words of a concept can be bound to. */
export function printersOf(concept: ConceptSource): string[] {
	const changes = [...concept.breaks].flatMap(([file, entries]) =>
		entries.items.map((entry) => `${file}#${entry.get('id').text}`),
	);
	return [...concept.namesIn('listings', '.py'), ...changes];
}

/** The text fields of a YAML value as Markdown. */
export function passagesOf(schema: z.ZodType, value: YamlEntry | undefined): Passage[] {
	if (!value) return [];
	return [...textEntriesOf(schema, value)].map((entry) => Passage.ofYaml(entry, entry.text ?? ''));
}

/** Everything under `content`, and the figures that it may show. */
export interface ContentSource {
	readonly concepts: readonly ConceptSource[];
	/** Concepts in the making, which the site does not have yet. */
	readonly drafts: readonly ConceptSource[];
	/** Folders of which only the register of ids is left. */
	readonly gone: readonly ConceptSource[];
	/** Undefined when the file is missing or does not parse. */
	readonly categories: YamlEntry | undefined;
	/** What is known of concepts in preparation; undefined as above. */
	readonly planned: YamlEntry | undefined;
	/** Paths by role; undefined as above. */
	readonly paths: YamlEntry | undefined;
	readonly figures: readonly FigureSource[];
	readonly syntaxProblems: readonly SyntaxProblem[];
	readonly strayCharacters: readonly StrayCharacters[];
	/** Day on which the content is checked. */
	readonly today: string;
}

/** Reads the content folder of the project at `root`; a file that is not there or does not parse stops nothing. */
export function readContent(root: string, today: string): ContentSource {
	return new ContentReader(root).read(today);
}

/** Reads a content folder again and again, and of concepts only those of which a file was written, added or taken away since. */
export class ContentReader {
	readonly #root: string;
	/** What was read last of each concept, and the state of the files from which it was read. */
	readonly #concepts = new Map<string, { readonly state: string; readonly source: ConceptSource }>();

	constructor(root: string) {
		this.#root = root;
	}

	/** @param today day on which the content is checked */
	read(today: string): ContentSource {
		const findings = new Findings();
		const readYaml = (name: string): YamlEntry | undefined => {
			const path = join(this.#root, contentFolder, name);
			if (!existsSync(path)) return undefined;
			const [file, source] = [`${contentFolder}/${name}`, readFileSync(path, 'utf8')];
			return breaksYaml(findings.look(file, source)) ? undefined : findings.yaml(file, withoutMark(source));
		};
		const categories = readYaml('categories.yaml');
		const planned = readYaml('planned.yaml');
		const paths = readYaml('paths.yaml');
		const trackOf = (slug: string, category?: string): Track | undefined => {
			const listing = categories?.items.find((item) => item.get('concepts').texts.includes(slug));
			const named = categories?.items.find((item) => item.get('id').text === category);
			return trackSchema.safeParse((listing ?? named)?.get('track').text).data;
		};
		const folder = join(this.#root, contentFolder, 'concepts');
		const folders = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
		const all = folders
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => this.#concept(name, join(folder, name), trackOf, JSON.stringify(categories?.value)))
			.sort((a, b) => (a.slug < b.slug ? -1 : 1));
		const { syntaxProblems, strayCharacters } = findings;
		return {
			concepts: all.filter(({ isGone, isDraft }) => !isGone && !isDraft),
			drafts: all.filter(({ isDraft }) => isDraft),
			gone: all.filter(({ isGone }) => isGone),
			categories,
			planned,
			paths,
			figures: readFigures(this.#root),
			syntaxProblems,
			strayCharacters,
			today,
		};
	}

	/** @param categories everything on which the track depends beside the concept itself */
	#concept(
		slug: string,
		folder: string,
		trackOf: (slug: string, category?: string) => Track | undefined,
		categories: string | undefined,
	): ConceptSource {
		const paths = filesIn(folder);
		const files = paths.map((path) => {
			const { mtimeMs, size } = statSync(path);
			return `${path} ${mtimeMs} ${size}`;
		});
		const state = [categories, ...files].join('\n');
		const known = this.#concepts.get(slug);
		if (known?.state === state) return known.source;
		const source = new ConceptSource(slug, readFiles(folder, paths), trackOf);
		this.#concepts.set(slug, { state, source });
		return source;
	}
}

/** A display formula that has an empty line, a heading or a component in it: its end is missing, and its text was read as a formula. */
function openDisplay(body: string): { openedOn?: number } {
	let opened: number | undefined;
	for (const [index, line] of body.split(/\r?\n/).entries()) {
		if (/^ {0,3}\$\$\s*$/.test(line)) opened = opened === undefined ? index + 1 : undefined;
		else if (opened !== undefined && /^\s*$|^#{2,4} |^<\/?[A-Z]/.test(line)) return { openedOn: opened };
	}
	return {};
}

function trackByHeadings(mdx: string): Track {
	return trackNames.find((one) => mdx.includes(`\n## ${tracks[one].third.title}\n`)) ?? usualTrack;
}

/** Paths of all files in a folder and the folders in it, sorted. */
function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

function readFiles(folder: string, paths: readonly string[]): Map<string, Buffer> {
	return new Map(paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]));
}

/** Slugs in a category's order, all categories together: published and planned. */
export function listedSlugs(categoryList: YamlEntry | undefined): string[] {
	return categoryList?.items.flatMap((item) => item.get('concepts').texts) ?? [];
}
