/** The files of the content folder: those that must be there, no others, and all of them parse. */
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import { type ConceptSource, type ContentSource, contentFolder, type SyntaxProblem } from '../reading/content.ts';
import { id } from '../schema/text.ts';
import type { ConceptCheck } from './check.ts';

export const kinds = {
	'file-missing': ({ file }: { file: string }) => ({
		found: `no ${file}`,
		expected: 'each concept to have index.mdx, questions.yaml and prompts.yaml, and content to have categories.yaml',
		mend: `Add ${file}.`,
	}),
	'file-unknown': ({ file }: { file: string }) => ({
		found: `the file ${file}`,
		expected:
			'only index.mdx, questions.yaml, prompts.yaml, ids.yaml, diagrams/<name>.svg (and .phone.svg) or .dot, listings/<name>.py (and its .out, .run.json, .breaks.yaml and the .<id>.out of each break)',
		mend: 'Move it out of the folder, or give it the name of what it is.',
	}),
	'yaml-syntax': ({ message }: { message: string }) => ({
		found: `text that is not YAML: ${message}`,
		expected: 'YAML that parses',
		mend: 'Mend the line; quote text that holds ": " or "#" or begins with a special character, or write it as a block after "|".',
	}),
	'mdx-syntax': ({ message }: { message: string }) => ({
		found: `text that is not MDX: ${message}`,
		expected: 'MDX that parses',
		mend: 'Close what is open; write a brace or a less-than sign in prose as code, in math or with a backslash.',
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
	/^(index\.mdx|questions\.yaml|prompts\.yaml|ids\.yaml)$/,
	/^diagrams\/[a-z0-9]+(-[a-z0-9]+)*((\.phone)?\.svg|\.dot)$/,
	/^listings\/[a-z][a-z0-9_]*\.py$/,
];

export const checkFiles: ConceptCheck = function* (concept) {
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
	const breaks = concept.breaks.get(`${stem}.py`);
	return kind === 'out' && breaks?.items.some((entry) => entry.get('id').text === id) === true;
}

/** The files that belong to no concept. */
export function* checkSiteFiles(content: ContentSource): Generator<Problem> {
	yield* content.syntaxProblems.map(ofSyntax);
	const file = `${contentFolder}/categories.yaml`;
	if (!content.categories && !content.syntaxProblems.some(({ place }) => place.file === file)) {
		yield problem('file-missing', { file, line: 1 }, { file });
	}
}

function ofSyntax({ place, message, language }: SyntaxProblem): Problem {
	return problem(language === 'yaml' ? 'yaml-syntax' : 'mdx-syntax', place, { message: message.replace(/\s+/g, ' ') });
}
