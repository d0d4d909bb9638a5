/** Whether a quote really stands in an answer. Only spaces and the shape of quotation marks may differ; nothing is guessed. */
import type { Grade } from '../scoring.ts';
import type { ModelMark } from './marks.ts';

/** Characters that stand for one another in typed and in printed text. */
const shapes: Readonly<Record<string, string>> = {
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‛': "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'‟': '"',
	'«': '"',
	'»': '"',
};

/** A text with its spaces and quotation marks made alike, and for each of its characters where it stands in the original. */
interface Plain {
	readonly text: string;
	readonly at: readonly number[];
}

function plain(original: string): Plain {
	let text = '';
	const at: number[] = [];
	let position = 0;
	for (const character of original) {
		const space = /\s/u.test(character);
		if (!space || (text !== '' && !text.endsWith(' '))) {
			const shown = space ? ' ' : (shapes[character] ?? character);
			text += shown;
			for (let unit = 0; unit < shown.length; unit++) at.push(position + unit);
		}
		position += character.length;
	}
	return { text, at };
}

/** What models put around a quote: quotation marks, and dots where they cut. */
function unwrapped(quote: string): string {
	return quote
		.trim()
		.replace(/^(\.{3}|…|")+\s*/, '')
		.replace(/\s*(\.{3}|…|")+$/, '');
}

/** The passage of an answer that a quote names, in the answer's own characters; undefined when it is not there. */
export function passageOf(answer: string, quote: string): string | undefined {
	const { text, at } = plain(answer);
	const wanted = plain(quote).text.trim();
	for (const candidate of [wanted, unwrapped(wanted)]) {
		const start = candidate === '' ? -1 : text.indexOf(candidate);
		const first = at[start];
		const last = at[start + candidate.length - 1];
		if (first !== undefined && last !== undefined) return answer.slice(first, last + 1);
	}
	return undefined;
}

/** Fewer words say nothing, unless they are the whole answer. */
const FEWEST_WORDS = 3;

/** One passage may carry so many criteria; more, and it carries none: that is how “mark everything as met” looks. */
const MOST_CRITERIA = 2;

function wordsIn(text: string): number {
	return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
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
