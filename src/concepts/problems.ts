/**
 * What a problem of the content is, and how a check tells of one. The kinds of problem stand beside the check that finds them, each with
 * what was found, what was expected and how to mend it; `catalogue.ts` has them all.
 */
import type { Place } from './reading/place.ts';

export interface Wording {
	readonly found: string;
	readonly expected: string;
	/** What to do, as a sentence. */
	readonly mend: string;
	/** Told, and stops nothing: what an author had better do, but may have reason not to. */
	readonly warning?: true;
}

/** Kinds of problem by their codes; what a kind takes fills its wording. */
export type Wordings = Readonly<Record<string, (data: never) => Wording>>;

/** One thing to mend. */
export interface Problem extends Place, Wording {
	readonly code: string;
}

export const isWarning = ({ warning }: Problem): boolean => warning === true;

type DataOf<Kind> = Kind extends (...data: infer Data) => Wording ? Data : never;

/** How a check tells of its kinds: `problem(code, place, data)`. */
export function problemOf<Kinds extends Wordings>(kinds: Kinds) {
	return <Code extends keyof Kinds & string>(code: Code, place: Place, ...data: DataOf<Kinds[Code]>): Problem => {
		const word = kinds[code] as unknown as (...data: unknown[]) => Wording;
		return { ...place, code, ...word(...data) };
	};
}

/** `a, b or c`. */
export function anyOf(words: Iterable<string>): string {
	const list = [...new Set(words)];
	return list.length < 2 ? (list[0] ?? 'nothing') : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
}

/** The usual way to mend a misspelt name. */
export const rename = (nearest: string | undefined, otherwise: string): string =>
	nearest === undefined ? otherwise : `Write ${nearest}.`;
