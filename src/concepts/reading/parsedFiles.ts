/** The files of one concept, parsed: what they say, where they say it, and what of them cannot be read. */
import type { Root } from 'mdast';
import { breaksYaml, type StrayCharacters, strayCharacters } from './bytes.ts';
import { parseMdx, splitFrontmatter } from './markdown.ts';
import { Passage } from './passage.ts';
import type { Place } from './place.ts';
import { type YamlEntry, YamlSource } from './yaml.ts';

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
export class Findings {
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

/** The folder of a concept as its files are got from it. */
interface Folder {
	/** Every file of the folder by its path inside it. */
	readonly files: ReadonlyMap<string, Buffer>;
	pathOf(file: string): string;
	text(file: string): string | undefined;
}

/** What is missing or does not parse is undefined, so that checks can step over it. */
export class ParsedFiles {
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

	constructor(folder: Folder) {
		const findings = new Findings();
		const spoiled = new Set(
			[...folder.files].flatMap(([name, bytes]) =>
				breaksYaml(findings.look(folder.pathOf(name), bytes.toString('utf8'))) ? [name] : [],
			),
		);
		const yaml = (name: string, source = folder.text(name), firstLine = 1): YamlEntry | undefined => {
			if (source === undefined || spoiled.has(name)) return undefined;
			const read = findings.yaml(folder.pathOf(name), source, firstLine);
			if (!read) spoiled.add(name);
			return read;
		};
		const mdx = folder.text('index.mdx');
		if (mdx !== undefined) {
			const file = folder.pathOf('index.mdx');
			const { yaml: front, body } = splitFrontmatter(mdx);
			if (front !== undefined) this.frontmatter = yaml('index.mdx', front, 2);
			// Without its fences, frontmatter would be read as MDX.
			const tree = front === undefined ? undefined : parse(file, body, findings.syntaxProblems);
			if (tree) this.body = Passage.ofMdx(file, body, tree);
		}
		this.questions = yaml('questions.yaml');
		this.prompts = yaml('prompts.yaml');
		this.register = yaml('ids.yaml');
		this.lookups = yaml('lookups.yaml');
		/** The files of a folder and an ending, each by what stands between the two. */
		const yamls = (start: string, end: string): [string, YamlEntry][] =>
			[...folder.files.keys()]
				.filter((name) => name.startsWith(start) && name.endsWith(end))
				.flatMap((name) => {
					const entries = yaml(name);
					return entries ? [[name.slice(start.length, -end.length), entries] as [string, YamlEntry]] : [];
				});
		this.breaks = new Map(yamls('listings/', '.breaks.yaml').map(([stem, entries]) => [`${stem}.py`, entries]));
		this.mistakes = new Map(yamls('tasks/', '.mistakes.yaml'));
		this.plots = new Map(yamls('diagrams/', '.plot.yaml'));
		this.unread = spoiled;
		this.syntaxProblems = findings.syntaxProblems;
		this.strayCharacters = findings.strayCharacters;
	}
}

function parse(file: string, body: string, problems: SyntaxProblem[]): Root | undefined {
	try {
		return parseMdx(body);
	} catch (thrown) {
		const { line, column, reason = String(thrown) } = thrown as { line?: number; column?: number; reason?: string };
		// Of a tag that is never closed, only the wording tells where it was opened.
		const opened = /\((\d+):(\d+)-\d+:\d+\)/.exec(reason);
		problems.push({
			place: { file, line: line ?? Number(opened?.[1] ?? 1), column: column ?? Number(opened?.[2] ?? 1) },
			message: reason,
			language: 'mdx',
			...openDisplay(body),
		});
		return undefined;
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
