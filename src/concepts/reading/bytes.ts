/** Characters that parsers stumble over, or that nobody sees: looked for before anything is parsed, so that each is one problem with its name. */
import { type Place, positionAt } from './place.ts';

export type StrayKind =
	| 'byte-order-mark'
	| 'tab-indentation'
	| 'no-break-space'
	| 'smart-quotes'
	| 'invisible-character'
	| 'control-character';

/** All characters of one kind in one file. */
export interface StrayCharacters {
	readonly kind: StrayKind;
	/** Where the first one stands. */
	readonly place: Place;
	readonly character: string;
	readonly times: number;
}

type Language = 'yaml' | 'mdx' | 'python' | 'other';

const languages: Readonly<Record<string, Language>> = {
	yaml: 'yaml',
	mdx: 'mdx',
	py: 'python',
	dot: 'other',
	svg: 'other',
};

const NO_BREAK = '\u00a0\u2007\u202f';
/** In YAML a no-break space is no space where one has to stand: in indentation, after a hyphen, after a key. */
const noBreakInYaml = new RegExp(`^ *[${NO_BREAK}]|^ *-[${NO_BREAK}]|^[ -]*[\\w-]+:[${NO_BREAK}]`, 'gm');
const noBreak = new RegExp(`[${NO_BREAK}]`, 'g');
const indentingTab = /^ *\t/gm;
const smartQuotes = /[\u2018\u2019\u201c\u201d]/g;
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g;

/** Python with its strings and comments blanked out, where typography is free. */
export function withoutStrings(source: string): string {
	const literal = /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*/g;
	return source.replace(literal, (text) => text.replace(/[^\n]/g, ' '));
}

/** A text without the mark that some editors put at the start of a file. */
export function withoutMark(text: string): string {
	return text.replace(/^\ufeff/, '');
}

/** What a file of the content folder holds of such characters; nothing for files that no author writes. */
export function strayCharacters(file: string, text: string): StrayCharacters[] {
	const language = languages[/\.([a-z]+)$/.exec(file)?.[1] ?? ''];
	if (language === undefined) return [];
	const body = withoutMark(text);
	const found: StrayCharacters[] = [];
	const look = (kind: StrayKind, pattern: RegExp, within = body): void => {
		const [first, ...others] = within.matchAll(pattern);
		if (!first) return;
		const at = first.index + first[0].length - 1;
		found.push({
			kind,
			place: { file, ...positionAt(body, at) },
			character: first[0].at(-1) ?? '',
			times: others.length + 1,
		});
	};
	if (body !== text) found.push({ kind: 'byte-order-mark', place: { file, line: 1 }, character: '\ufeff', times: 1 });
	// Of MDX, the frontmatter is YAML.
	const yaml = language === 'yaml' ? body : language === 'mdx' ? (/^---[\s\S]*?\n---/.exec(body)?.[0] ?? '') : '';
	look('tab-indentation', indentingTab, language === 'python' ? body : yaml);
	look('no-break-space', noBreakInYaml, yaml);
	if (language === 'python') {
		const code = withoutStrings(body);
		look('no-break-space', noBreak, code);
		look('smart-quotes', smartQuotes, code);
	}
	look('invisible-character', invisible);
	look('control-character', control);
	return found;
}

/** Whether YAML with these characters cannot be read as it was meant. */
export function breaksYaml(found: readonly StrayCharacters[]): boolean {
	return found.some(
		({ kind }) => kind === 'tab-indentation' || kind === 'no-break-space' || kind === 'control-character',
	);
}
