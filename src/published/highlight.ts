/** Highlights code at build time, in fixed classes. One highlighter serves listings and fenced blocks, and what it did is kept. */
import { type BundledLanguage, createHighlighter, type Highlighter } from 'shiki';
import { codeParts, ResultCache } from '../resultCache.ts';
import { roles, theme } from './codeTheme.ts';

const languages = ['python', 'sql', 'bash', 'json', 'yaml'] as const satisfies readonly BundledLanguage[];

let highlighter: Promise<Highlighter> | undefined;

const kept = new ResultCache('code', codeParts);

const classOf = new Map<string, string>(Object.entries(roles).map(([role, colour]) => [colour, `code-${role}`]));
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => escapes[character] ?? '');

/**
 * The lines of `code` as HTML, each a string of text and `<span class="code-…">`.
 *
 * @param language A language of the site; anything else is set plain.
 */
export async function highlightLines(code: string, language: string): Promise<string[]> {
	const known = languages.find((name) => name === language);
	if (!known) return code.split('\n').map(escaped);
	return JSON.parse(await kept.getText([known, code], async () => JSON.stringify(await painted(code, known))));
}

async function painted(code: string, known: (typeof languages)[number]): Promise<string[]> {
	highlighter ??= createHighlighter({ themes: [theme], langs: [...languages] });
	// Without a limit: on a busy machine, a line that takes longer would lose its colors.
	const options = { lang: known, theme: 'sixfold', tokenizeTimeLimit: 0 };
	const { tokens } = (await highlighter).codeToTokens(code, options);
	return tokens.map((line) =>
		line
			.map(({ content, color }) => {
				const name = classOf.get(color?.toLowerCase() ?? '');
				return name && content.trim() ? `<span class="${name}">${escaped(content)}</span>` : escaped(content);
			})
			.join(''),
	);
}

/** `code` as one HTML string; see {@link highlightLines}. */
export async function highlight(code: string, language: string): Promise<string> {
	return (await highlightLines(code, language)).join('\n');
}
