/** Every formula, in MDX, YAML text and notation, through KaTeX as strictly as the page is built. */
import katex, { type StrictFunction } from 'katex';
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { Place } from '../reading/place.ts';
import type { OwnCheck } from './check.ts';

export const kinds = {
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
	'formula-foreign': ({ command, instead }: { command: string; instead: string }) => ({
		found: `${command}, which KaTeX alone knows`,
		expected: 'commands of LaTeX, because Anki and notebooks draw formulas with MathJax',
		mend: `Write ${instead}.`,
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

/** Commands of KaTeX that MathJax does not have, and what both know. */
const foreign: Readonly<Record<string, string>> = {
	...{ argmin: '\\operatorname*{argmin}', argmax: '\\operatorname*{argmax}', plim: '\\operatorname*{plim}' },
	...{
		R: '\\mathbb{R}',
		N: '\\mathbb{N}',
		Z: '\\mathbb{Z}',
		C: '\\mathbb{C}',
		Reals: '\\mathbb{R}',
		reals: '\\mathbb{R}',
	},
	...{
		Complex: '\\mathbb{C}',
		cnums: '\\mathbb{C}',
		natnums: '\\mathbb{N}',
		real: '\\Re',
		image: '\\Im',
		bm: '\\boldsymbol',
	},
	...{
		infin: '\\infty',
		isin: '\\in',
		exist: '\\exists',
		empty: '\\emptyset',
		and: '\\land',
		or: '\\lor',
		ang: '\\angle',
	},
	...{
		sub: '\\subset',
		sube: '\\subseteq',
		supe: '\\supseteq',
		plusmn: '\\pm',
		sdot: '\\cdot',
		bull: '\\bullet',
		sect: '\\S',
	},
	...{ rarr: '\\rightarrow', larr: '\\leftarrow', rArr: '\\Rightarrow', lArr: '\\Leftarrow', hArr: '\\Leftrightarrow' },
	...{
		Rarr: '\\Rightarrow',
		Larr: '\\Leftarrow',
		Harr: '\\Leftrightarrow',
		harr: '\\leftrightarrow',
		uarr: '\\uparrow',
	},
	...{
		darr: '\\downarrow',
		lang: '\\langle',
		rang: '\\rangle',
		alef: '\\aleph',
		alefsym: '\\aleph',
		thetasym: '\\vartheta',
	},
};

/** Escapes of YAML that were TeX commands left these; that is told by itself. */
const isSpoiled = (latex: string): boolean => /\p{Cc}/u.test(latex.replaceAll('\n', ''));

export const checkFormulas: OwnCheck = function* ({ frontmatter, passages }) {
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
			for (const match of formula.value.matchAll(/\\([a-zA-Z]+)/g)) {
				const instead = foreign[match[1] ?? ''];
				if (instead === undefined || !Object.hasOwn(foreign, match[1] ?? '')) continue;
				yield problem('formula-foreign', passage.placeOf(formula, match.index), { command: match[0], instead });
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
		}
	}
};

function told({ kind, message }: FormulaComplaint, latex: string, place: Place): Problem {
	const oneLine = latex.replace(/\s+/g, ' ').trim();
	const excerpt = oneLine.length > 80 ? `${oneLine.slice(0, 79)}…` : oneLine;
	return problem(kind, place, { latex: `$${excerpt}$`, message: message.replace(/ \[[a-zA-Z]+\]$/, '') });
}
