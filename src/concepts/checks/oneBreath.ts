/** In one breath: three sentences, one a line, that can be said in 30 seconds. */
import { toString as textOf } from 'mdast-util-to-string';
import { count } from '../../ground/words.ts';
import { withoutCitations } from '../citations.ts';
import { wordsIn } from '../outline.ts';
import { problemOf, type Wordings } from '../problems.ts';
import { parseMarkdown } from '../reading/markdown.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'one-breath-length': ({ words }: { words: number }) => ({
		found: `oneBreath of ${count(words, 'word')}`,
		expected: '40 to 75 words',
		mend: words < 40 ? 'Say what is missing.' : 'Shorten it to what can be said in 30 seconds.',
	}),
	'one-breath-lines': ({ lines, unfinished }: { lines: number; unfinished: boolean }) => ({
		found: unfinished ? 'a line of oneBreath that does not end a sentence' : `oneBreath of ${count(lines, 'line')}`,
		expected: 'three sentences, one a line',
		mend: 'Write oneBreath as a block after "|", with one whole sentence on each of three lines.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const sentenceEnd = /[.!?]["”’)]*$/;

const checkOneBreath: OwnCheck = function* ({ frontmatter }) {
	const entry = frontmatter?.get('oneBreath');
	const text = entry?.text?.trim();
	if (!entry || !text) return;
	const words = wordsIn(withoutCitations(textOf(parseMarkdown(text))));
	if (words < 40 || words > 75) yield problem('one-breath-length', entry.place, { words });

	const lines = text.split('\n');
	const unfinished = lines.find((line) => !sentenceEnd.test(withoutCitations(line).trim()));
	if (lines.length !== 3) yield problem('one-breath-lines', entry.place, { lines: lines.length, unfinished: false });
	else if (unfinished !== undefined) {
		yield problem('one-breath-lines', entry.placeAt(text.indexOf(unfinished)), { lines: 3, unfinished: true });
	}
};

export const check = { kinds, own: [checkOneBreath] } satisfies Check;
