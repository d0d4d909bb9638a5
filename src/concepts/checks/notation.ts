/** Notation: the page has it, each symbol stands in a formula of the body, and displays use no letter that it does not explain. */

import { visit } from 'unist-util-visit';
import { formOf, formsOf, readFormula, splitAtCommas } from '../formulas/symbols.ts';
import { type FormulaNode, parseFormula } from '../formulas/tree.ts';
import { nearest } from '../nearest.ts';
import { type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import type { Passage } from '../reading/passage.ts';
import type { Place } from '../reading/place.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { THIRD } from '../stageNumbers.ts';
import { trackRules } from '../tracks.ts';
import type { Check, OwnCheck } from './check.ts';
import { stageBlocks } from './stageBlocks.ts';

const kinds = {
	'notation-missing': () => ({
		found: 'no notation',
		expected: "the page's symbols: latex, meaning, shape or domain, code, aloud",
		mend: 'Add notation to the frontmatter.',
	}),
	'symbol-undeclared': ({ latex }: { latex: string }) => ({
		found: `the letter ${latex} in a display formula`,
		expected: 'letters that notation explains, so that the reader can point at them',
		mend: 'Declare it in notation, as an entry or as another form (also) of one, or reword the formula.',
		warning: true,
	}),
	'symbol-doubled': ({ latex, line }: { latex: string; line: number }) => ({
		found: `the symbol ${latex}, which notation declares on line ${line} already`,
		expected: 'each symbol once',
		mend: 'Remove one of the two, or write another form.',
	}),
	'code-unknown': ({ name, nearest }: { name: string; nearest: string | undefined }) => ({
		found: `code: ${name}, which stands in no listing`,
		expected: 'the name that a listing has for the symbol',
		mend: rename(nearest, 'Write it as a listing does, or leave code out.'),
	}),
	'symbol-unused': ({ latex }: { latex: string }) => ({
		found: `the symbol ${latex} in notation`,
		expected: 'symbols that stand in a formula of the page, written in the same way',
		mend: 'Use it, write it as the formulas do, or remove it.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkNotation: OwnCheck = function* (concept) {
	const { frontmatter, body, track } = concept;
	const symbols = frontmatter?.get('notation').items ?? [];
	if (!frontmatter || !body) return;
	if (trackRules[track].equations && symbols.length === 0) {
		yield problem('notation-missing', stageBlocks(concept, THIRD)?.place ?? concept.place);
	}
	const formulas: (readonly FormulaNode[])[] = [];
	visit(body.tree, (node) => {
		if (node.type !== 'inlineMath' && node.type !== 'math') return;
		formulas.push(parseFormula(node.value, node.type === 'math') ?? []);
	});
	const isUsed = (latex: string): boolean => {
		const form = formOf(latex, 0);
		return formulas.some((formula) => readFormula(formula, form).occurrences.length > 0);
	};
	const lines = new Map<string, number>();
	const names = identifiersIn(concept);
	for (const symbol of symbols) {
		yield* checkCode(symbol.get('code'), names);
		for (const form of formsWritten(symbol)) {
			const line = lines.get(form.latex);
			if (line !== undefined) yield problem('symbol-doubled', form.place, { latex: form.latex, line });
			else lines.set(form.latex, form.place.line);
		}
		const entry = symbol.get('latex');
		// One entry may introduce two symbols: `m_t, v_t`.
		for (const latex of splitAtCommas(entry.text ?? '')) {
			if (!isUsed(latex)) yield problem('symbol-unused', entry.place, { latex });
		}
		for (const form of symbol.get('also').items) {
			if (form.text && !isUsed(form.text)) yield problem('symbol-unused', form.place, { latex: form.text });
		}
	}
	// What is explained below is asked of formulas; a page without notation explains none.
	if (symbols.length > 0)
		yield* undeclared(
			body,
			symbols.map(({ value }) => value),
		);
};

/** Everything that an entry declares, spaces aside. */
function formsWritten(symbol: YamlEntry): { latex: string; place: Place }[] {
	const main = symbol.get('latex');
	const forms = splitAtCommas(main.text ?? '').map((latex) => ({ latex, place: main.place }));
	const others = symbol.get('also').items.map(({ text = '', place }) => ({ latex: text, place }));
	return [...forms, ...others].map(({ latex, place }) => ({ latex: latex.replace(/\s+/g, ' ').trim(), place }));
}

/** Every name and attribute in the listings: `x`, `self.x`, `np.exp`. */
function identifiersIn(concept: ConceptSource): Set<string> {
	const sources = concept.namesIn('listings', '.py').map((name) => concept.text(`listings/${name}`) ?? '');
	const dotted = sources.flatMap(
		(source) => source.match(/[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/gu) ?? [],
	);
	return new Set(dotted.flatMap((name) => [name, ...name.split('.')]));
}

function* checkCode(entry: YamlEntry, names: ReadonlySet<string>): Generator<Problem> {
	for (const written of (entry.text ?? '').split(',').map((name) => name.trim())) {
		// A piece of code, such as `x[i]`, is known by the names in it.
		const unknown = (written.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []).find((name) => !names.has(name));
		if (unknown !== undefined) {
			yield problem('code-unknown', entry.place, {
				name: written,
				nearest: written === unknown ? nearest(unknown, names) : undefined,
			});
		}
	}
}

/** Each letter once, where a display first uses it. */
function undeclared(body: Passage, notation: readonly unknown[]): Problem[] {
	const problems = new Map<string, Problem>();
	const forms = formsOf(notation.filter(isWritten));
	visit(body.tree, 'math', (node) => {
		const place = body.placeOf(node);
		for (const letter of readFormula(parseFormula(node.value, true), forms).undeclared) {
			if (!problems.has(letter)) problems.set(letter, problem('symbol-undeclared', place, { latex: letter }));
		}
	});
	return [...problems.values()];
}

function isWritten(value: unknown): value is { latex: string; also?: string[] } {
	const { latex, also = [] } = (value ?? {}) as { latex?: unknown; also?: unknown };
	return typeof latex === 'string' && Array.isArray(also) && also.every((form) => typeof form === 'string');
}

export const check = { kinds, own: [checkNotation] } satisfies Check;
