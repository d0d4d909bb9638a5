/** Where on a concept page the words of a query stand: one hit a stage, with its address and an excerpt. */
import { type StageNumber, stagesOf } from '../concepts/stages.ts';
import { hasSought, markWords, type Part } from './excerpt.ts';
import { SPELLING } from './spelling.ts';

/** What the full-text index knows of a page that matches. */
export interface IndexedPage {
	/** The text, words parted by white space. */
	readonly content: string;
	/** Elements with an id, and the position of their first word. */
	readonly anchors: readonly {
		readonly element: string;
		readonly id: string;
		readonly text?: string;
		readonly location: number;
	}[];
	/** Positions of words that match, with their weight. */
	readonly locations: readonly { readonly location: number; readonly score: number }[];
	/** Interview level of each question by its anchor, as `q-id=level`. */
	readonly levels: string;
}

export interface Hit {
	/** Fragment of the address, without `#`. */
	readonly anchor: string;
	/** Undefined outside the six stages, in the references for instance. */
	readonly stage: StageNumber | undefined;
	/** "The math", "Question, senior", "Prompt". */
	readonly label: string;
	readonly excerpt: readonly Part[];
}

interface Section {
	readonly id: string;
	/** An h2, whose title the label says already. */
	readonly isChapter: boolean;
	readonly stage: StageNumber | undefined;
	readonly chapter: string;
	/** Positions of the heading, of the text behind it, and of the end. */
	readonly start: number;
	readonly body: number;
	readonly end: number;
}

const stageAt = new Map([...stagesOf('ml'), ...stagesOf('swe')].map(({ anchor, number }) => [anchor, number]));

const EXCERPT_WORDS = 24;
/** More before the match would push it out of a row. */
const LEAD_CHARACTERS = 36;
const MOST_HITS = 4;

function sectionsOf({ anchors, content }: IndexedPage, length: number): Section[] {
	const headings = anchors.filter(({ element, text }) => /^h[23]$/.test(element) && text?.trim());
	headings.sort((a, b) => a.location - b.location);
	let chapter = { id: '', title: '' };
	return headings.map(({ element, id, text = '', location }, i) => {
		if (element === 'h2') chapter = { id, title: text.trim() };
		const words = text.trim().split(/\s+/).length;
		return {
			id,
			isChapter: element === 'h2',
			stage: stageAt.get(chapter.id),
			chapter: chapter.title,
			start: location,
			body: location + words,
			end: headings[i + 1]?.location ?? (content ? length : 0),
		};
	});
}

function labelOf({ id, chapter }: Section, levels: string): string {
	if (id.startsWith('p-')) return 'Prompt';
	if (!id.startsWith('q-')) return chapter;
	const level = levels.split(' ').find((entry) => entry.startsWith(`${id}=`));
	return level ? `Question, ${level.slice(id.length + 1)}` : 'Question';
}

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

/** Words from `from` to before `to` around the first that was found, with an ellipsis where a sentence is cut. */
function excerptOf(
	words: readonly string[],
	[from, to]: readonly [number, number],
	found: readonly number[],
	typed: readonly string[],
): Part[] {
	const first = found.find((position) => position >= from && position < to) ?? from;
	const start = excerptStart(words, first, from);
	const end = Math.min(to, start + EXCERPT_WORDS);
	const cutBefore = start > from && !endsSentence.test(words[start - 1] ?? '');
	const cutAfter = end < to && !endsSentence.test(words[end - 1] ?? '');
	return [
		...(cutBefore ? [{ text: '… ', marked: false }] : []),
		...markWords(words.slice(start, end), typed),
		...(cutAfter ? [{ text: ' …', marked: false }] : []),
	];
}

/** The title of a section or the question itself, when it is what matches, else the text below it. */
function excerptOfSection(
	words: readonly string[],
	section: Section,
	found: readonly number[],
	typed: readonly string[],
): Part[] {
	const { start, body, end, isChapter } = section;
	const inHeading = !isChapter && found.some((position) => position < body);
	if (!inHeading) return excerptOf(words, [body, end], found, typed);
	// The index closes a heading with a full stop.
	const heading = words.map((word, position) => (position === body - 1 ? word.replace(/\.$/, '') : word));
	return excerptOf(heading, [start, body], found, typed);
}

/**
 * The best section of each stage in which a typed word really stands, in the page's order. The index also returns words that
 * share little more than their first letters with what was typed; those do not count.
 *
 * @returns undefined when a typed word is nowhere on the page, an empty list when all are only in its title or description.
 */
export function hitsOf(page: IndexedPage, typed: readonly string[]): Hit[] | undefined {
	const words = page.content.split(/\s+/);
	const found = page.locations.filter(({ location }) => hasSought(words[location] ?? '', typed));
	const isOnPage = (sought: string): boolean =>
		found.some(({ location }) => hasSought(words[location] ?? '', [sought]));
	if (!typed.every(isOnPage)) return undefined;
	const sections = sectionsOf(page, words.length).map((section) => {
		const inside = found.filter(({ location }) => location >= section.start && location < section.end);
		return { section, inside, score: inside.reduce((sum, { score }) => sum + score, 0) };
	});
	const best = new Map<string, (typeof sections)[number]>();
	for (const candidate of sections) {
		const { chapter } = candidate.section;
		if (candidate.score > (best.get(chapter)?.score ?? 0)) best.set(chapter, candidate);
	}
	return [...best.values()]
		.sort((a, b) => b.score - a.score)
		.slice(0, MOST_HITS)
		.sort((a, b) => a.section.start - b.section.start)
		.map(({ section, inside }) => ({
			anchor: section.id,
			stage: section.stage,
			label: labelOf(section, page.levels),
			excerpt: excerptOfSection(
				words,
				section,
				inside.map(({ location }) => location),
				typed,
			),
		}));
}
