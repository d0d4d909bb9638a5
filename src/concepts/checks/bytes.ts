/** Characters that nobody sees, and that spoil what stands around them. */
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { StrayCharacters } from '../reading/bytes.ts';
import type { ContentSource } from '../reading/content.ts';
import type { Check, OwnCheck } from './check.ts';

/** `U+00A0, 3 times`. */
const named = ({ character, times }: StrayCharacters): string => {
	const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	return times > 1 ? `${code}, ${times} times in this file` : code;
};

const kinds = {
	'byte-order-mark': (_: StrayCharacters) => ({
		found: 'a byte-order mark (U+FEFF) before the first character',
		expected: 'UTF-8 without a mark',
		mend: 'Save the file as “UTF-8”, not as “UTF-8 with BOM”.',
	}),
	'tab-indentation': ({ times }: StrayCharacters) => ({
		found: times > 1 ? `a tab in the indentation, and in ${times - 1} more lines` : 'a tab in the indentation',
		expected: 'spaces: YAML knows no tabs, and listings are indented by four spaces',
		mend: 'Replace each tab by spaces, and let the editor insert spaces.',
	}),
	'no-break-space': (stray: StrayCharacters) => ({
		found: `a no-break space (${named(stray)}) where a space has to stand`,
		expected: 'plain spaces in code and in the indentation and after the keys of YAML',
		mend: 'Type the space anew.',
	}),
	'smart-quotes': (stray: StrayCharacters) => ({
		found: `a typographic quote ${stray.character} (${named(stray)}) in code`,
		expected: `straight quotes, " and '`,
		mend: 'Type the quotes anew, in an editor that leaves them straight.',
	}),
	'invisible-character': (stray: StrayCharacters) => ({
		found: `an invisible character (${named(stray)})`,
		expected: 'characters that a reader can see',
		mend: 'Delete it and type what stands around it anew; in a listing, write it as an escape.',
	}),
	'control-character': (stray: StrayCharacters) => ({
		found: `a control character (${named(stray)})`,
		expected: 'text',
		mend: 'Delete it; in a listing, write it as an escape.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const told = (stray: StrayCharacters): Problem => problem(stray.kind, stray.place, stray);

const checkBytes: OwnCheck = ({ strayCharacters }) => strayCharacters.map(told);

/** The same of the files that belong to no concept. */
const checkSiteBytes = ({ strayCharacters }: ContentSource): Problem[] => strayCharacters.map(told);

export const check = { kinds, own: [checkBytes], site: [checkSiteBytes] } satisfies Check;
