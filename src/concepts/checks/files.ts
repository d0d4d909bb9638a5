/** The files of the content folder: those that must be there, no others, and all of them parse. */
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import { type ConceptSource, type ContentSource, contentFolder } from '../reading/content.ts';
import type { SyntaxProblem } from '../reading/parsedFiles.ts';
import { id } from '../schema/text.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'file-missing': ({ file }: { file: string }) => ({
		found: `no ${file}`,
		expected: 'each concept to have index.mdx, questions.yaml and prompts.yaml, and content to have categories.yaml',
		mend: `Add ${file}.`,
	}),
	'file-unknown': ({ file }: { file: string }) => ({
		found: `the file ${file}`,
		expected:
			'only index.mdx, questions.yaml, prompts.yaml, lookups.yaml, ids.yaml, diagrams/<name>.svg (and .phone.svg), .dot or .plot.yaml, listings/<name>.py (and its .out, .run.json, .breaks.yaml and the .<id>.out of each break), tasks/<question>.py (and its .solution.py, .tests.py, .mistakes.yaml, .run.json)',
		mend: /[A-Z\s]/.test(file)
			? 'Name it in lower case and without spaces: words joined by hyphens, in listings by underscores.'
			: 'Move it out of the folder, or give it the name of what it is.',
	}),
	'yaml-syntax': ({ message, advice }: { message: string; advice: string }) => ({
		found: `text that is not YAML: ${message}`,
		expected: 'YAML that parses',
		mend: `${advice} The rest of the file is read once this is mended.`,
	}),
	'mdx-syntax': ({ message, openedOn }: { message: string; openedOn: number | undefined }) => ({
		found: `text that is not MDX: ${message}`,
		expected: 'MDX that parses',
		mend:
			openedOn === undefined
				? 'Close what is open; write a brace or a less-than sign in prose as code, in math or with a backslash, and a comment as {/* … */}.'
				: `Look at line ${openedOn} first: the $$ there is not closed, so that text was read as a formula and formulas as text.`,
	}),
	'frontmatter-missing': () => ({
		found: 'no frontmatter',
		expected: 'the file to open with YAML between two lines of three hyphens',
		mend: 'Put the frontmatter at the top of the file.',
	}),
	'slug-malformed': ({ slug }: { slug: string }) => ({
		found: `the folder ${slug}`,
		expected: 'lower-case words and digits joined by single hyphens',
		mend: 'Rename the folder.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const required = ['index.mdx', 'questions.yaml', 'prompts.yaml'];
const reserved = [
	/^(index\.mdx|(questions|prompts|lookups|ids)\.yaml)$/,
	/^diagrams\/[a-z0-9]+(-[a-z0-9]+)*((\.phone)?\.svg|\.dot|\.plot\.yaml)$/,
	/^listings\/[a-z][a-z0-9_]*\.py$/,
	/^tasks\/[a-z0-9]+(-[a-z0-9]+)*(\.(solution|tests))?\.py$/,
	/^tasks\/[a-z0-9]+(-[a-z0-9]+)*\.(mistakes\.yaml|run\.json)$/,
];

const checkFiles: OwnCheck = function* (concept) {
	yield* concept.syntaxProblems.map(ofSyntax);
	if (!id.safeParse(concept.slug).success) yield problem('slug-malformed', concept.place, { slug: concept.slug });
	for (const file of required) {
		if (!concept.files.has(file)) yield problem('file-missing', { file: concept.pathOf(file), line: 1 }, { file });
	}
	for (const file of concept.files.keys()) {
		if (!reserved.some((name) => name.test(file)) && !belongsToListing(concept, file))
			yield problem('file-unknown', { file: concept.pathOf(file), line: 1 }, { file });
	}
	if (concept.files.has('index.mdx') && !/^---\s/.test(concept.text('index.mdx') ?? '')) {
		yield problem('frontmatter-missing', concept.place);
	}
};

/** Whether a file is the record of a listing that is there, its breaks, or the output of one of these. */
function belongsToListing(concept: ConceptSource, file: string): boolean {
	const [, stem, id, kind] = /^listings\/([^./]+)(?:\.([^.]+))?\.(out|run\.json|breaks\.yaml)$/.exec(file) ?? [];
	if (!stem || !concept.files.has(`listings/${stem}.py`)) return false;
	if (id === undefined) return true;
	if (concept.unread.has(`listings/${stem}.breaks.yaml`)) return true;
	const breaks = concept.breaks.get(`${stem}.py`);
	return kind === 'out' && breaks?.items.some((entry) => entry.get('id').text === id) === true;
}

/** The files that belong to no concept. */
function* checkSiteFiles(content: ContentSource): Generator<Problem> {
	yield* content.syntaxProblems.map(ofSyntax);
	const file = `${contentFolder}/categories.yaml`;
	if (!content.categories && !content.syntaxProblems.some(({ place }) => place.file === file)) {
		yield problem('file-missing', { file, line: 1 }, { file });
	}
}

function ofSyntax({ place, message, language, code, line = '', openedOn }: SyntaxProblem): Problem {
	const told = message.replace(/\s+/g, ' ');
	if (language === 'mdx') return problem('mdx-syntax', place, { message: told, openedOn });
	return problem('yaml-syntax', place, {
		message: told,
		advice: adviceFor(/ end with a [\]}]/.test(told) ? 'MISSING_CHAR' : code, line),
	});
}

/** What mends an error of YAML, by what the parser calls it and by the line that it stands on. */
function adviceFor(code: string | undefined, line: string): string {
	switch (code) {
		case 'BAD_DQ_ESCAPE':
			return 'In double quotes a backslash begins an escape: write the text in single quotes, or as a block after "|".';
		case 'BAD_SCALAR_START':
			return 'Put the text in single quotes: it begins with a character that YAML takes for its own.';
		case 'DUPLICATE_KEY':
			return 'Keep one of the two fields of that name.';
		case 'MISSING_CHAR':
			return 'Close the quote, bracket or brace that is open here; inside single quotes, write an apostrophe twice.';
		case 'BAD_INDENT':
		case 'BAD_COLLECTION_TYPE':
		case 'BLOCK_IN_FLOW':
		case 'BLOCK_AS_IMPLICIT_KEY':
		case 'MULTILINE_IMPLICIT_KEY':
		case 'UNEXPECTED_TOKEN':
			return /:\s.*:\s/.test(line.replace(/\{.*\}|["'].*["']/, ''))
				? 'Put the text in single quotes, or write it as a block after "|": it holds a colon and a space.'
				: 'Compare the indentation of this line with its neighbors above and below: what belongs together begins in the same column.';
		default:
			return 'Put text in single quotes that holds ": " or " #" or begins with a special character, or write it as a block after "|".';
	}
}

export const check = { kinds, own: [checkFiles], site: [checkSiteFiles] } satisfies Check;
