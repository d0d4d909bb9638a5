/**
 * Whether a quote really stands in an answer, in any script. What typography and input methods write in several ways is one
 * (compatibility forms, dashes, quotation marks, spaces, marks without a shape); nothing is guessed.
 */
import type { Grade } from '../../concepts/judging.ts';
import type { ModelMark } from './marks.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** A character as it is compared. */
function shapeOf(character: string): string {
	return character
		.normalize('NFKC')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.replace(/[‘’‚‛′`´]/gu, "'")
		.replace(/[“”„‟«»″]/gu, '"')
		.replace(/[\p{Dash_Punctuation}−]/gu, '-')
		.replace(/\s+/gu, ' ');
}

/** A text as it is compared, and for each of its characters where it stands in the original. */
interface Plain {
	readonly text: string;
	readonly from: readonly number[];
	readonly to: readonly number[];
}

function plain(original: string): Plain {
	let text = '';
	const from: number[] = [];
	const to: number[] = [];
	for (const { segment, index } of graphemes.segment(original)) {
		for (const unit of shapeOf(segment)) {
			// One space is as good as several, and TeX's backslash may have been escaped twice.
			if (unit === ' ' && (text === '' || text.endsWith(' '))) continue;
			if (unit === '\\' && text.endsWith('\\')) continue;
			for (let i = 0; i < unit.length; i++) {
				from.push(index);
				to.push(index + segment.length);
			}
			text += unit;
		}
	}
	return { text, from, to };
}

/**
 * What JSON takes for a line break or a tab was TeX at times: `\\nabla`, `\\rho`, `\\theta`. Between the parts of a quote there is a
 * space, or the backslash with its letter.
 */
const swallowed: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };

function literally(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A pattern for the texts that a quote may stand for; undefined for one that says nothing. */
function patternOf(quote: string): RegExp | undefined {
	const parts = quote.trim().split(/(\s*[\n\r\t]\s*)/);
	const source = parts.map((part, index) => {
		if (index % 2 === 0) return literally(plain(part).text);
		const letters = [...new Set(part)].map((character) => swallowed[character] ?? '').join('');
		return `(?: | ?\\\\[${letters}] ?)`;
	});
	return parts.some((part) => plain(part).text !== '') ? new RegExp(source.join(''), 'u') : undefined;
}

/** What models put around a quote: quotation marks, and dots where they cut. */
function unwrapped(quote: string): string {
	const around = /(?:\.{3}|…|["“”„‟«»])+/u.source;
	return quote
		.trim()
		.replace(new RegExp(`^${around}\\s*`, 'u'), '')
		.replace(new RegExp(`\\s*${around}$`, 'u'), '');
}

/** The passage of an answer that a quote names, in the answer's own characters; undefined when it is not there. */
export function passageOf(answer: string, quote: string): string | undefined {
	const exact = quote.trim();
	if (exact === '') return undefined;
	if (answer.includes(exact)) return exact;
	const { text, from, to } = plain(answer);
	for (const candidate of [exact, unwrapped(exact)]) {
		const match = patternOf(candidate)?.exec(text);
		if (!match) continue;
		const first = from[match.index];
		const last = to[match.index + match[0].length - 1];
		if (first !== undefined && last !== undefined) return answer.slice(first, last);
	}
	return undefined;
}

/** Fewer words say nothing, unless they are the whole answer. */
const FEWEST_WORDS = 3;

/** One passage may carry so many criteria; more, and it carries none: that is how “mark everything as met” looks. */
const MOST_CRITERIA = 2;

/** Words as each script divides them: not every one has spaces. */
function wordsIn(text: string): number {
	return [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

function checked(answer: string, grade: Grade, quote: string): ModelMark {
	if (grade === 'missed') return { grade, quote: '' };
	if (quote.trim() === '') return { grade, quote: '', doubt: 'unquoted' };
	const passage = passageOf(answer, quote);
	if (passage === undefined) return { grade, quote, doubt: 'invented' };
	const enough = wordsIn(passage) >= FEWEST_WORDS || passage === answer.trim();
	return enough ? { grade, quote: passage } : { grade, quote: passage, doubt: 'short' };
}

/** Holds grades against the answer. A grade that nothing in the answer supports carries a doubt and does not count. */
export function verified(
	answer: string,
	claims: ReadonlyMap<string, { readonly grade: Grade; readonly quote: string }>,
): Record<string, ModelMark> {
	const marks = new Map([...claims].map(([id, { grade, quote }]) => [id, checked(answer, grade, quote)]));
	const uses = Map.groupBy(marks.values(), ({ quote }) => quote);
	return Object.fromEntries(
		[...marks].map(([id, mark]) => {
			const reused = mark.grade !== 'missed' && !mark.doubt && (uses.get(mark.quote)?.length ?? 0) > MOST_CRITERIA;
			return [id, reused ? { ...mark, doubt: 'reused' } : mark];
		}),
	);
}
