/** Finds the symbols that a page declares in its formulas: `d_k` as itself and not as d and k, K in `K^\top`, nothing inside `\hat f`. */
import { type FormulaNode, isSpace, keyOf, parseFormula, unbraced, withParts } from './tree.ts';

/** One way to write a symbol. */
export interface SymbolForm {
	/** Position of the symbol in the page's notation, from 0. */
	readonly symbol: number;
	readonly nodes: readonly FormulaNode[];
	readonly keys: readonly string[];
}

/** A symbol in a formula: what is drawn of it, in order. */
export interface Occurrence {
	readonly symbol: number;
	readonly nodes: readonly FormulaNode[];
}

export interface Reading {
	readonly occurrences: readonly Occurrence[];
	/** Letters that stand alone and are neither declared nor an index, each once. */
	readonly undeclared: ReadonlySet<string>;
}

/** What of an entry in `notation` says how the symbol is written. */
export interface WrittenSymbol {
	readonly latex: string;
	readonly also?: readonly string[] | undefined;
}

/** Splits an entry that introduces several symbols, `m_t, v_t`, at commas outside braces and parentheses. */
export function splitAtCommas(latex: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const character of latex) {
		if ('{([|'.includes(character)) depth += 1;
		if ('})]'.includes(character)) depth -= 1;
		if (character === ',' && depth <= 0 && !parts.at(-1)?.endsWith('\\')) parts.push('');
		else parts[parts.length - 1] += character;
	}
	return parts.map((part) => part.trim()).filter(Boolean);
}

/** The form that LaTeX describes; none where it does not parse. */
export function formOf(latex: string, symbol: number): SymbolForm[] {
	const nodes = parseFormula(latex, false)?.filter((node) => !isSpace(node)) ?? [];
	return nodes.length > 0 ? [{ symbol, nodes, keys: nodes.map(keyOf) }] : [];
}

/** Every form of every symbol, the longest first. */
export function formsOf(notation: readonly WrittenSymbol[]): SymbolForm[] {
	return notation
		.flatMap(({ latex, also = [] }, symbol) =>
			[...splitAtCommas(latex), ...also].flatMap((written) => formOf(written, symbol)),
		)
		.sort((a, b) => b.nodes.length - a.nodes.length);
}

/** Reads a formula for the symbols of a page; a formula that KaTeX does not take has none. */
export function readFormula(nodes: readonly FormulaNode[] | undefined, forms: readonly SymbolForm[]): Reading {
	const reader = new Reader(forms);
	reader.row(nodes ?? []);
	for (const letter of reader.bound) reader.undeclared.delete(letter);
	return reader;
}

class Reader implements Reading {
	readonly occurrences: Occurrence[] = [];
	readonly undeclared = new Set<string>();
	readonly bound = new Set<string>();
	readonly #forms: readonly SymbolForm[];

	constructor(forms: readonly SymbolForm[]) {
		this.#forms = forms;
	}

	row(all: readonly FormulaNode[]): void {
		const nodes = all.filter((node) => !isSpace(node));
		for (let at = 0; at < nodes.length; ) {
			const found = this.#match(nodes.slice(at));
			const [first] = nodes.slice(at);
			if (found) {
				this.occurrences.push(found);
				for (const node of nodes.slice(at, at + found.length)) this.#rest(unbraced(node), found.nodes);
			} else if (first) {
				this.#single(first, nodes[at + 1]);
			}
			at += found?.length ?? 1;
		}
	}

	/** The longest form that the nodes begin with; of equally long ones, the one that is written exactly so. */
	#match(nodes: readonly FormulaNode[]): (Occurrence & { length: number }) | undefined {
		const bare = nodes.map(unbraced);
		let best: (Occurrence & { length: number; exact: boolean }) | undefined;
		for (const form of this.#forms) {
			const { length } = form.nodes;
			if (length > nodes.length || (best && (best.exact || length < best.length))) continue;
			const parts = form.nodes.map((wanted, index) => partOf(bare[index], wanted, form.keys[index]));
			if (!parts.every((part) => part !== undefined)) continue;
			const exact = parts.every((part, index) => part[0] === bare[index]);
			if (!best || exact) best = { symbol: form.symbol, nodes: parts.flat(), length, exact };
		}
		return best;
	}

	/** What a matched node holds beside the symbol: the power in `d_k^{n}`. */
	#rest(node: FormulaNode, matched: readonly FormulaNode[]): void {
		if (node.type !== 'supsub') return;
		if (!matched.includes(node) && node.sup) this.row([node.sup]);
		if (node.sub) this.#bind(leaves(node.sub));
	}

	#bind(nodes: readonly FormulaNode[]): void {
		for (const node of nodes) if (isLetter(node)) this.bound.add(node.text ?? '');
	}

	#single(node: FormulaNode, next: FormulaNode | undefined): void {
		if (node.type === 'supsub') {
			this.#scripts(node);
			return;
		}
		if (isLetter(node) && !isFunction(node, next)) this.undeclared.add(node.text ?? '');
		// What an integral runs over: \mathrm{d}s.
		if (node.type === 'font' && node.font === 'mathrm' && next) this.#bind([next]);
		this.#parts(node);
	}

	#parts(node: FormulaNode): void {
		withParts(node, {
			row: (nodes) => {
				this.row(nodes);
				return nodes;
			},
			single: (part) => {
				this.row([part]);
				return part;
			},
		});
	}

	/** Below a letter stands a label (`W_Q`) unless it computes (`x_{n-1}`); below anything else, what it ranges over. */
	#scripts({ base, sub, sup }: FormulaNode): void {
		const named = base ? isName(base) : false;
		if (base && !named) this.row([base]);
		if (sub && named) this.#bind(leaves(sub));
		if (sub && base && isOperator(base)) this.#bind(leftOfRelation(sub));
		if (sub && (!named || computes(sub))) this.row([sub]);
		if (sup && !isDecoration(sup)) this.row([sup]);
		const isPower = base && isLetter(base) && !sub && sup && !isDecoration(sup);
		// Euler's number is nobody's symbol.
		if (isPower && base.text !== 'e') this.undeclared.add(base.text ?? '');
	}
}

/** What of a node is the wanted one: all of it, or it without its power. */
function partOf(
	node: FormulaNode | undefined,
	wanted: FormulaNode,
	key: string | undefined,
): FormulaNode[] | undefined {
	if (!node) return undefined;
	if (keyOf(node) === key) return [node];
	const { type, base, sub, sup } = node;
	if (type !== 'supsub' || !base || !sup || isDecoration(sup)) return undefined;
	if (!sub) return keyOf(base) === key ? [base] : undefined;
	if (wanted.type !== 'supsub' || wanted.sup || !wanted.base || !wanted.sub) return undefined;
	return keyOf(base) === keyOf(wanted.base) && keyOf(sub) === keyOf(wanted.sub) ? [base, sub] : undefined;
}

const greek =
	/^\\(?:alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|(?:var)?theta|iota|kappa|lambda|mu|nu|xi|rho|(?:var)?sigma|tau|upsilon|(?:var)?phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Phi|Psi|Omega|ell)$/;

function isLetter({ type, text = '', mode }: FormulaNode): boolean {
	return mode === 'math' && (type === 'mathord' || type === 'textord') && (/^[a-zA-Z]$/.test(text) || greek.test(text));
}

/** Landau's O and Θ before a parenthesis. */
function isFunction({ text = '' }: FormulaNode, next: FormulaNode | undefined): boolean {
	return /^(?:O|\\Theta|\\Omega)$/.test(text) && (next?.text === '(' || next?.type === 'leftright');
}

/** A letter, decorated or not. Double-struck ones are operators (`\mathbb{E}_D`), calligraphic and bold ones names. */
function isName(node: FormulaNode): boolean {
	const bare = unbraced(node);
	return (
		isLetter(bare) ||
		/^(?:accent|overline|underline)$/.test(bare.type) ||
		(bare.type === 'font' && bare.font !== 'mathbb')
	);
}

const isOperator = ({ type }: FormulaNode): boolean => type === 'op' || type === 'operatorname';

function leaves(node: FormulaNode): FormulaNode[] {
	if (node.text !== undefined) return [node];
	const found: FormulaNode[] = [];
	withParts(node, {
		row: (nodes) => {
			found.push(...nodes.flatMap(leaves));
			return nodes;
		},
		single: (part) => {
			found.push(...leaves(part));
			return part;
		},
	});
	return found;
}

const isSign = ({ type, family }: FormulaNode): boolean => type === 'atom' && (family === 'bin' || family === 'rel');

const computes = (node: FormulaNode): boolean => leaves(node).some(isSign);

/** What a sum runs over: i in `i=1`. */
function leftOfRelation(sub: FormulaNode): FormulaNode[] {
	const all = leaves(sub);
	const end = all.findIndex(({ family }) => family === 'rel');
	return all.slice(0, end < 0 ? undefined : end);
}

/** A prime, a star or a parenthesized index makes a letter another symbol; a power or a transpose does not. */
function isDecoration(sup: FormulaNode): boolean {
	const [first, second] = leaves(sup);
	if (!first) return false;
	if (/^(?:\\prime|\()$/.test(first.text ?? '')) return true;
	return !second && /^(?:\*|\\ast|\\star|\\dagger)$/.test(first.text ?? '');
}
