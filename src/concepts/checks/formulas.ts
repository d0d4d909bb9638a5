/** Every formula, in MDX, YAML text and notation, through KaTeX as strictly as the page is built. */
import katex, { type StrictFunction } from 'katex';
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import { foreignTo } from '../formulas/mathJax.ts';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { Place } from '../reading/place.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'formula-broken': ({ latex, message }: { latex: string; message: string }) => ({
		found: `the formula ${latex}, which KaTeX cannot read: ${message}`,
		expected: 'LaTeX that KaTeX knows',
		mend: 'Correct the formula.',
	}),
	'formula-strict': ({ latex, message }: { latex: string; message: string }) => ({
		found: `the formula ${latex}: ${message}`,
		expected: 'LaTeX without warnings in strict mode',
		mend: 'Write it as LaTeX does: a command instead of the character, \\text{…} for words, aligned for lines.',
	}),
	'formula-foreign': ({ command, instead }: { command: string; instead: string | undefined }) => ({
		found: `${command}, which KaTeX alone knows`,
		expected: 'commands of LaTeX, because Anki and notebooks draw formulas with MathJax',
		mend: instead === undefined ? 'Write it with other commands, or in words.' : `Write ${instead}.`,
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

/** What KaTeX has against a formula, with the offset in it where KaTeX says one. */
export interface FormulaComplaint {
	readonly kind: 'formula-broken' | 'formula-strict';
	readonly message: string;
	readonly offset: number;
}

/** Complaints about one formula: the parse error that ends reading, or all warnings of strict mode. */
export function complaintsAbout(latex: string, displayMode: boolean): FormulaComplaint[] {
	const complaints: FormulaComplaint[] = [];
	const strict: StrictFunction = (_code, message, token) => {
		const offset = token?.loc?.start ?? 0;
		if (!complaints.some((other) => other.message === message)) {
			complaints.push({ kind: 'formula-strict', message, offset });
		}
		return 'ignore';
	};
	try {
		katex.renderToString(latex, { displayMode, strict, throwOnError: true, output: 'html' });
	} catch (thrown) {
		const { rawMessage, message, position } = thrown as { rawMessage?: string; message: string; position?: number };
		complaints.push({ kind: 'formula-broken', message: rawMessage ?? message, offset: position ?? 0 });
	}
	return complaints;
}

/** Escapes of YAML that were TeX commands left these; that is told by itself. */
const isSpoiled = (latex: string): boolean => /\p{Cc}/u.test(latex.replaceAll('\n', ''));

const checkFormulas: OwnCheck = function* ({ frontmatter, passages }) {
	const seen = new Map<string, FormulaComplaint[]>();
	const complaints = (latex: string, display: boolean): FormulaComplaint[] => {
		if (isSpoiled(latex)) return [];
		const key = `${display ? '$$' : '$'}${latex}`;
		const known = seen.get(key) ?? complaintsAbout(latex, display);
		seen.set(key, known);
		return known;
	};
	for (const passage of passages) {
		const formulas: (InlineMath | DisplayMath)[] = [];
		visit(passage.tree, (node) => {
			if (node.type === 'inlineMath' || node.type === 'math') formulas.push(node);
		});
		for (const formula of formulas) {
			for (const { command, offset, instead } of foreignTo(formula.value)) {
				yield problem('formula-foreign', passage.placeOf(formula, offset), { command, instead });
			}
			for (const complaint of complaints(formula.value, formula.type === 'math')) {
				yield told(complaint, formula.value, passage.placeOf(formula, complaint.offset));
			}
		}
	}
	for (const symbol of frontmatter?.get('notation').items ?? []) {
		for (const entry of [symbol.get('latex'), ...symbol.get('also').items]) {
			for (const complaint of complaints(entry.text ?? '', false)) {
				yield told(complaint, entry.text ?? '', entry.placeAt(complaint.offset));
			}
			for (const { command, offset, instead } of foreignTo(entry.text ?? '')) {
				yield problem('formula-foreign', entry.placeAt(offset), { command, instead });
			}
		}
	}
};

function told({ kind, message }: FormulaComplaint, latex: string, place: Place): Problem {
	const oneLine = latex.replace(/\s+/g, ' ').trim();
	const excerpt = oneLine.length > 80 ? `${oneLine.slice(0, 79)}…` : oneLine;
	return problem(kind, place, { latex: `$${excerpt}$`, message: message.replace(/ \[[a-zA-Z]+\]$/, '') });
}

export const check = { kinds, own: [checkFormulas] } satisfies Check;
