/** Text in YAML that is no longer what its author wrote: escapes that were TeX commands, and text that ends at a number sign. */
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { breaks } from '../schema/break.ts';
import { concept as conceptSchema } from '../schema/concept.ts';
import { textEntriesOf } from '../schema/fields.ts';
import { prompts } from '../schema/prompt.ts';
import { questions } from '../schema/question.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'yaml-escape': ({ read, written }: { read: string; written: string }) => ({
		found: `${written} in double quotes, where YAML reads ${read} as an escape`,
		expected: 'text whose backslashes are backslashes',
		mend: 'Write the text in single quotes, or as a block after "|".',
	}),
	'yaml-cut': ({ text, comment }: { text: string; comment: string }) => ({
		found: `“… ${text}”, and behind it the comment “#${comment}”`,
		expected: 'text without a space and a number sign in it: there a comment begins',
		mend: 'Put the text in single quotes; a comment that is meant stands on a line of its own.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkScalars: OwnCheck = function* (concept) {
	for (const entry of textsOf(concept)) {
		if (entry.style === 'double') yield* checkEscapes(entry);
	}
	for (const entries of [concept.frontmatter, concept.questions, concept.prompts, ...concept.breaks.values()]) {
		for (const entry of entries?.scalars() ?? []) yield* checkCut(entry);
	}
};

/** Markdown fields, and the LaTeX of the notation. Code keeps its escapes: in breaks they are line ends. */
function* textsOf({ frontmatter, questions: asked, prompts: prompted, breaks: broken }: ConceptSource) {
	if (frontmatter) yield* textEntriesOf(conceptSchema, frontmatter);
	for (const symbol of frontmatter?.get('notation').items ?? [])
		yield* [symbol.get('latex'), ...symbol.get('also').items];
	if (asked) yield* textEntriesOf(questions, asked);
	if (prompted) yield* textEntriesOf(prompts, prompted);
	for (const entries of broken.values()) yield* textEntriesOf(breaks, entries);
}

/** TeX commands that YAML would take for a line end. */
const newlines =
	/^\\n(abla|eq?|eg|u|i|mid|ot|otin|exists|warrow|earrow|olimits|parallel|leq|geq|less|gtr|cong|sim|subseteq)(?![a-z])/;

function* checkEscapes(entry: YamlEntry): Generator<Problem> {
	const { raw } = entry;
	for (const match of raw.matchAll(/\\(?:\\|([abefnrtv0xuU])([A-Za-z0-9]*))/g)) {
		const [written, letter] = match;
		if (letter === undefined) continue;
		// A line end in a text may be meant; other control characters are nothing that a reader could see.
		if (letter === 'n' && !newlines.test(written)) continue;
		if (/[xuU]/.test(letter) && !/\p{Cc}/u.test((entry.text ?? '').replaceAll('\n', ''))) continue;
		yield problem('yaml-escape', entry.placeInRaw(match.index), { read: `\\${letter}`, written });
		return;
	}
}

function* checkCut(entry: YamlEntry): Generator<Problem> {
	const { comment, text = '' } = entry;
	// A word with a comment is a value that is explained; only text can be cut.
	if (entry.style !== 'plain' || comment === undefined || !/\s/.test(text)) return;
	const told = comment.trimEnd();
	yield problem('yaml-cut', entry.placeInRaw(entry.raw.length), {
		text: text.split(/\s+/).slice(-3).join(' '),
		comment: told.length > 30 ? `${told.slice(0, 29)}…` : told,
	});
}

export const check = { kinds, own: [checkScalars] } satisfies Check;
