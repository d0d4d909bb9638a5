/** What a found section shows: where it stands and an excerpt around the words of the query. */
import type { StageNumber } from '../concepts/stageNumbers.ts';
import { stagesOf } from '../concepts/stages.ts';
import { trackNames } from '../concepts/tracks.ts';
import { hasSought, markWords, type Part } from './excerpt.ts';
import { SPELLING, wordsOf } from './spelling.ts';

/** A section, question or prompt of a concept page, as the full-text index has it. */
export interface IndexedSection {
	readonly slug: string;
	/** Fragment of its address without `#`; empty for what stands before the first stage. */
	readonly anchor: string;
	/** Fragment of the chapter it stands in: a stage, the references. */
	readonly chapter: string;
	/** "The math", "Question, senior", "Prompt". */
	readonly label: string;
	readonly heading: string;
	/** The terms that it introduces. */
	readonly topics: string;
	/** What readers look it up by, one a line: formulas have commas. */
	readonly lookups: string;
	/** What its prompts ask. */
	readonly asked: string;
	/** The heading and the text below it, words parted by white space. */
	readonly content: string;
}

/** What a section is called among those of all pages. */
export function sectionId({ slug, anchor }: Pick<IndexedSection, 'slug' | 'anchor'>): string {
	return `${slug}#${anchor}`;
}

/** The folded words of something in a section, read once for all that compares them: at each letter that a reader types. */
function readOnce(textOf: (section: IndexedSection) => string): (section: IndexedSection) => readonly string[] {
	const read = new WeakMap<IndexedSection, readonly string[]>();
	return (section) => {
		const words = read.get(section) ?? wordsOf(textOf(section));
		read.set(section, words);
		return words;
	};
}

/** The folded words of a section, also the unseen ones. */
export const wordsIn = readOnce(({ content }) => content);

/** The folded words of what readers look a section up by. */
export const lookupWordsOf = readOnce(({ lookups }) => lookups);

export interface Hit {
	/** Fragment of the address, without `#`. */
	readonly anchor: string;
	/** Undefined outside the six stages, in the references for instance. */
	readonly stage: StageNumber | undefined;
	readonly label: string;
	readonly excerpt: readonly Part[];
}

const stageAt = new Map(trackNames.flatMap(stagesOf).map(({ anchor, number }) => [anchor, number]));

const EXCERPT_WORDS = 24;
/** More before the match would push it out of a row. */
const LEAD_CHARACTERS = 36;

const endsSentence = /[.?!]["”’)]?$/;

/** Where an excerpt around `position` starts: at its sentence if that is near, else a few words before it. */
function excerptStart(words: readonly string[], position: number, earliest: number): number {
	let start = position;
	for (let characters = 0; start > earliest && characters < LEAD_CHARACTERS; start--) {
		const before = words[start - 1] ?? '';
		if (endsSentence.test(before)) return start;
		if (!before.startsWith(SPELLING)) characters += before.length + 1;
	}
	return start;
}

/** The most sought words in a stretch as long as an excerpt, and where it begins: the place to show. */
function densest(words: readonly string[], from: number, to: number, typed: readonly string[]): number | undefined {
	const found = words.flatMap((word, at) => (at >= from && at < to && hasSought(word, typed) ? [at] : []));
	const kindsFrom = (start: number): number =>
		new Set(
			found
				.filter((at) => at >= start && at < start + EXCERPT_WORDS)
				.flatMap((at) => typed.filter((sought) => hasSought(words[at] ?? '', [sought]))),
		).size;
	let best: { at: number; kinds: number } | undefined;
	for (const at of found) {
		const kinds = kindsFrom(at);
		if (!best || kinds > best.kinds) best = { at, kinds };
	}
	return best?.at;
}

/** Words around the sought ones between `from` and `to`, with an ellipsis where a sentence is cut. */
function excerptOf(words: readonly string[], from: number, to: number, typed: readonly string[]): Part[] {
	const start = excerptStart(words, densest(words, from, to, typed) ?? from, from);
	const end = Math.min(to, start + EXCERPT_WORDS);
	const cutBefore = start > from && !endsSentence.test(words[start - 1] ?? '');
	const cutAfter = end < to && !endsSentence.test(words[end - 1] ?? '');
	return [
		...(cutBefore ? [{ text: '… ', marked: false }] : []),
		...markWords(words.slice(start, end), typed),
		...(cutAfter ? [{ text: ' …', marked: false }] : []),
	];
}

/** What a section shows: its heading or the question itself when that is what matches, else the text below. */
export function hitOf({ anchor, chapter, label, heading, content }: IndexedSection, typed: readonly string[]): Hit {
	const words = content.split(/\s+/).filter(Boolean);
	const body = heading ? heading.split(/\s+/).length : 0;
	// A chapter's title is its label already. Of the contents, nothing but the heading is known.
	const inHeading = words.length === body || (anchor !== chapter && hasSought(heading, typed));
	const excerpt = inHeading
		? // The index closes a heading with a full stop.
			excerptOf(
				words.map((word, at) => (at === body - 1 ? word.replace(/\.$/, '') : word)),
				0,
				body,
				typed,
			)
		: excerptOf(words, body, words.length, typed);
	return { anchor, stage: stageAt.get(chapter), label, excerpt };
}
