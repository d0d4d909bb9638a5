/** The content folder as the checks see it: what is written, where it stands, and nothing judged. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { z } from 'zod';
import { type FigureSource, readFigures } from '../figures.ts';
import { outlineOfTree, type StageOutline } from '../outline.ts';
import { pageAnchors, partPrefixes } from '../pageIds.ts';
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
import { breaksYaml, type StrayCharacters, withoutMark } from './bytes.ts';
import { attributesOf, type Component, isDraft, type NamedHeading, readHeading } from './markdown.ts';
import { Listed, Names } from './names.ts';
import { Findings, ParsedFiles, type SyntaxProblem } from './parsedFiles.ts';
import { Passage } from './passage.ts';
import { type Place, positionAt } from './place.ts';
import type { YamlEntry } from './yaml.ts';

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

/** The folders that a concept's folder may have. */
type OwnFolder = 'diagrams' | 'listings' | 'tasks';

/** The track of the category that lists the concept, else of the one that its frontmatter names. */
type TrackOf = (named: () => string | undefined) => Track | undefined;

/** What other concepts, and the site as a whole, see of a concept. */
export interface Surface {
	/** Every anchor that a link may name. Undefined while the body does not parse. */
	readonly anchors: readonly string[] | undefined;
	readonly figures: readonly string[];
	readonly formerSlugs: readonly string[];
	/** Slugs of the concepts that its text links to. */
	readonly linked: readonly string[];
	readonly prerequisites: readonly string[];
}

/** A link as it is written in some text of a concept. */
export interface WrittenLink {
	readonly url: string;
	readonly place: Place;
	/** The slug of the concept whose page it leads to. */
	readonly concept: string | undefined;
}

/** One folder under `content/concepts`. Its files are parsed when somebody asks: mostly, what would be found is known. */
export class ConceptSource {
	readonly slug: string;
	/** Path of the folder from the project's root. */
	readonly folder: string;
	/** Every file of the folder by its path inside it. */
	readonly files: ReadonlyMap<string, Buffer>;
	/** The track of the category that lists the slug, else of the one that the frontmatter names, else by the third stage's title. */
	readonly track: Track;

	constructor(slug: string, files: ReadonlyMap<string, Buffer>, trackOf: TrackOf) {
		this.slug = slug;
		this.folder = `${contentFolder}/concepts/${slug}`;
		this.files = files;
		const named = () => this.frontmatter?.get('category').text;
		this.track = trackOf(named) ?? trackByHeadings(this.text('index.mdx') ?? '');
	}

	/** What the files say. */
	get #parsed(): ParsedFiles {
		this.#parsedFiles ??= new ParsedFiles(this);
		return this.#parsedFiles;
	}
	#parsedFiles: ParsedFiles | undefined;

	get syntaxProblems(): readonly SyntaxProblem[] {
		return this.#parsed.syntaxProblems;
	}
	get strayCharacters(): readonly StrayCharacters[] {
		return this.#parsed.strayCharacters;
	}
	get frontmatter(): YamlEntry | undefined {
		return this.#parsed.frontmatter;
	}
	get questions(): YamlEntry | undefined {
		return this.#parsed.questions;
	}
	get prompts(): YamlEntry | undefined {
		return this.#parsed.prompts;
	}
	/** The register of permanent ids. */
	get register(): YamlEntry | undefined {
		return this.#parsed.register;
	}
	/** Words that its sections are looked up by. */
	get lookups(): YamlEntry | undefined {
		return this.#parsed.lookups;
	}
	/** The breaks of each listing that has some, by its file name: `attend.py`. */
	get breaks(): ReadonlyMap<string, YamlEntry> {
		return this.#parsed.breaks;
	}
	/** The mistakes that the tests of each task catch, by its question's id. */
	get mistakes(): ReadonlyMap<string, YamlEntry> {
		return this.#parsed.mistakes;
	}
	/** The diagrams that are drawn from numbers, by their names: `loss-curves`. */
	get plots(): ReadonlyMap<string, YamlEntry> {
		return this.#parsed.plots;
	}
	/** Files that are there and cannot be read. */
	get unread(): ReadonlySet<string> {
		return this.#parsed.unread;
	}
	/** The Markdown of stages 1 to 4. */
	get body(): Passage | undefined {
		return this.#parsed.body;
	}

	/** What others see of it; unless somebody knows it from an earlier run, its files are parsed for it. */
	get surface(): Surface {
		this.#surface ??= {
			anchors: this.anchors && [...this.anchors],
			figures: this.#attributesOf('Figure', 'name'),
			formerSlugs: this.frontmatter?.get('formerSlugs').texts ?? [],
			linked: [...new Set(this.links.flatMap(({ concept: slug }) => slug ?? []))],
			prerequisites: this.frontmatter?.get('prerequisites').texts ?? [],
		};
		return this.#surface;
	}
	set surface(known: Surface) {
		this.#surface = known;
	}
	#surface: Surface | undefined;

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

	/** Links of all texts. */
	get links(): readonly WrittenLink[] {
		if (this.#links) return this.#links;
		const links: WrittenLink[] = [];
		// A link within the site has brackets around its words; what has none is an address of another.
		for (const passage of this.passages.filter((one) => one.holds('['))) {
			visit(passage.tree, (node) => {
				if (node.type !== 'link' && node.type !== 'definition') return;
				const { url } = node;
				links.push({ url, place: passage.placeOf(node), concept: /^\/concepts\/([^/]+)\/(?:[?#]|$)/.exec(url)?.[1] });
			});
		}
		this.#links = links;
		return links;
	}
	#links: readonly WrittenLink[] | undefined;

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
		const idsOf = (list: YamlEntry | undefined) => list?.items.flatMap((item) => item.get('id').text ?? []) ?? [];
		const parts: Record<keyof typeof partPrefixes, readonly string[]> = {
			break: [...this.breaks.values()].flatMap(idsOf),
			diagram: this.#attributesOf('Diagram', 'name'),
			equation: this.#attributesOf('Equation', 'id'),
			figure: this.#attributesOf('Figure', 'name'),
			invariant: this.#attributesOf('Invariant', 'id'),
			listing: this.namesIn('listings', '.py').map((name) => name.replace(/\.py$/, '')),
			prompt: idsOf(this.prompts),
			question: idsOf(this.questions),
			reference: idsOf(this.frontmatter?.get('references')),
			term: this.frontmatter?.get('terms').items.flatMap((item) => termId(item.get('term').text ?? '')) ?? [],
		};
		const named = Object.entries(parts).flatMap(([part, ids]) =>
			ids.map((id) => `${partPrefixes[part as keyof typeof parts]}-${id}`),
		);
		return new Set([...this.teachingAnchors, ...named, ...pageAnchors]);
	}

	/** An attribute of each component of one name. */
	#attributesOf(name: string, attribute: string): string[] {
		return this.componentsNamed(name).map(({ attributes }) => String(attributes.get(attribute)));
	}
}

/** Everything that words of a concept can be bound to. */
export function printersOf(concept: ConceptSource): string[] {
	const changes = [...concept.breaks].flatMap(([file, entries]) =>
		entries.items.map((entry) => `${file}#${entry.get('id').text}`),
	);
	return [...concept.namesIn('listings', '.py'), ...changes];
}

/** The text fields of a YAML value as Markdown. */
function passagesOf(schema: z.ZodType, value: YamlEntry | undefined): Passage[] {
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
	/** What they list; nothing where they are undefined. */
	readonly listed: Listed;
	/** The concepts by name. */
	readonly names: Names<ConceptSource>;
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
		const listed = new Listed(categories);
		const folder = join(this.#root, contentFolder, 'concepts');
		const folders = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
		const all = folders
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => this.#concept(name, join(folder, name), listed))
			.sort((a, b) => (a.slug < b.slug ? -1 : 1));
		const concepts = all.filter(({ isGone, isDraft }) => !isGone && !isDraft);
		const { syntaxProblems, strayCharacters } = findings;
		return {
			concepts,
			drafts: all.filter(({ isDraft }) => isDraft),
			gone: all.filter(({ isGone }) => isGone),
			categories,
			listed,
			names: new Names(concepts, listed),
			planned,
			paths,
			figures: readFigures(this.#root),
			syntaxProblems,
			strayCharacters,
			today,
		};
	}

	#concept(slug: string, folder: string, listed: Listed): ConceptSource {
		const paths = filesIn(folder);
		const files = paths.map((path) => {
			const { mtimeMs, size } = statSync(path);
			return `${path} ${mtimeMs} ${size}`;
		});
		// The track is the listing category's; of a concept that none lists, it depends on which there are.
		const listing = listed.categoryOf.get(slug);
		const tracks = listing ? [trackOf(listing)] : [...listed.categories].flatMap(([id, one]) => [id, trackOf(one)]);
		const state = JSON.stringify([tracks, files]);
		const known = this.#concepts.get(slug);
		if (known?.state === state) return known.source;
		const source = new ConceptSource(slug, readFiles(folder, paths), (named) =>
			trackOf(listing ?? listed.categories.get(named() ?? '')),
		);
		this.#concepts.set(slug, { state, source });
		return source;
	}
}

/** The track that a category says. */
const trackOf = (category: YamlEntry | undefined): Track | undefined =>
	trackSchema.safeParse(category?.get('track').text).data;

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
