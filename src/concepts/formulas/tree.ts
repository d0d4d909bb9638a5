/**
 * A formula as a tree, by KaTeX's own parser, so that what is matched is what is drawn. KaTeX does not document its tree; the few kinds
 * of nodes that matter here are named, and the rest is left alone.
 */
import katex from 'katex';

export interface FormulaNode {
	readonly type: string;
	readonly mode: 'math' | 'text';
	/** Of a letter, digit or sign. */
	readonly text?: string;
	/** Of scripts and accents. */
	readonly base?: FormulaNode | null;
	readonly sub?: FormulaNode | null;
	readonly sup?: FormulaNode | null;
	readonly [field: string]: unknown;
}

const { __parse: parse } = katex as unknown as {
	__parse: (latex: string, settings: { displayMode: boolean; strict: 'ignore' }) => readonly FormulaNode[];
};

/** The nodes of a formula in the order in which they are written; undefined when it is not LaTeX that KaTeX takes. */
export function parseFormula(latex: string, displayMode: boolean): readonly FormulaNode[] | undefined {
	try {
		return parse(latex, { displayMode, strict: 'ignore' });
	} catch {
		return undefined;
	}
}

/** Fields that hold nodes in a row, by the type of their owner. */
const rows: Readonly<Record<string, string>> = {
	color: 'body',
	leftright: 'body',
	mclass: 'body',
	ordgroup: 'body',
	sizing: 'body',
	styling: 'body',
	tag: 'body',
};

/** Fields that hold one node. A supsub's base is read apart: its scripts may make it another symbol. */
const singles: Readonly<Record<string, readonly string[]>> = {
	enclose: ['body'],
	genfrac: ['numer', 'denom'],
	horizBrace: ['base'],
	sqrt: ['body', 'index'],
	supsub: ['base', 'sub', 'sup'],
};

/** What becomes of the parts of a node; see {@link withParts}. */
export interface PartsChange {
	readonly row: (nodes: readonly FormulaNode[]) => readonly FormulaNode[];
	readonly single: (node: FormulaNode, field: string) => FormulaNode;
}

/**
 * The node with its parts changed. What is set as words, decorated (`\hat f`, `\overline{f}`) or in another face (`\mathbf{f}`) has no
 * parts here: it is another symbol than the one inside.
 */
export function withParts(node: FormulaNode, { row, single }: PartsChange): FormulaNode {
	const changed: Record<string, unknown> = {};
	const rowField = rows[node.type];
	if (rowField) changed[rowField] = row(node[rowField] as FormulaNode[]);
	for (const field of singles[node.type] ?? []) {
		const part = node[field] as FormulaNode | null | undefined;
		if (part) changed[field] = single(part, field);
	}
	if (node.type === 'array') {
		const cells = node.body as FormulaNode[][];
		changed.body = cells.map((line) => line.map((cell) => single(cell, 'body')));
	}
	return { ...node, ...changed };
}

/** A node without braces around it. */
export function unbraced(node: FormulaNode): FormulaNode {
	const body = node.type === 'ordgroup' ? (node.body as FormulaNode[]) : [];
	return body.length === 1 && body[0] ? unbraced(body[0]) : node;
}

const keys = new WeakMap<FormulaNode, string>();

/** The same for two nodes that are drawn alike, braces aside. */
export function keyOf(node: FormulaNode): string {
	const known = keys.get(node);
	if (known !== undefined) return known;
	const key = JSON.stringify(unbraced(node), (name, value: unknown) => {
		if (name === 'loc') return undefined;
		return isNode(value) ? unbraced(value) : value;
	});
	keys.set(node, key);
	return key;
}

function isNode(value: unknown): value is FormulaNode {
	return typeof value === 'object' && value !== null && 'type' in value;
}

export const isSpace = ({ type }: FormulaNode): boolean => type === 'spacing' || type === 'kern';
