/** In one breath: three sentences, one a line, that can be said in 30 seconds. */
import { toString as textOf } from 'mdast-util-to-string';
import { wordsIn } from '../outline.ts';
import { problem } from '../problems.ts';
import { parseMarkdown } from '../reading/markdown.ts';
import type { ConceptCheck } from './check.ts';

const sentenceEnd = /[.!?]["”’)]*(\s*\[@[^\]]*\])*$/;

export const checkOneBreath: ConceptCheck = function* ({ frontmatter }) {
	const entry = frontmatter?.get('oneBreath');
	const text = entry?.text?.trim();
	if (!entry || !text) return;
	const words = wordsIn(textOf(parseMarkdown(text)).replace(/\[@[^\]]*\]/g, ''));
	if (words < 40 || words > 75) yield problem('one-breath-length', entry.place, { words });

	const lines = text.split('\n');
	const unfinished = lines.find((line) => !sentenceEnd.test(line.trim()));
	if (lines.length !== 3) yield problem('one-breath-lines', entry.place, { lines: lines.length, unfinished: false });
	else if (unfinished !== undefined) {
		yield problem('one-breath-lines', entry.placeAt(text.indexOf(unfinished)), { lines: 3, unfinished: true });
	}
};
