/**
 * Lets a displayed formula break where a typesetter would: after a wide space, and before a relation or an operator that no
 * parentheses enclose. KaTeX's own pieces end after every operator, inside of parentheses too.
 */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

const isElement = (node: ElementContent): node is Element => node.type === 'element';

function has(node: Element, ...names: string[]): boolean {
	const { className } = node.properties;
	return Array.isArray(className) && names.some((name) => className.includes(name));
}

/** How wide a space is, in em; undefined for anything else. */
function spaceIn(node: ElementContent): number | undefined {
	if (!isElement(node) || !has(node, 'mspace')) return undefined;
	return Number(/margin-right:\s*(-?[\d.]+)em/.exec(String(node.properties.style ?? ''))?.[1] ?? 0);
}

/** `\quad` and wider: what stands on both sides could stand alone. */
const isWide = (node: Element): boolean => (spaceIn(node) ?? 0) >= 1;

/** How wide KaTeX's faces set a space between words, in em. */
const WORD_SPACE = 0.25;

/** Takes the spaces from the end of a clause. @returns How wide they were, in em. */
function takeSpaces(clause: readonly Piece[]): number {
	const parts = clause.at(-1)?.parts ?? [];
	let width = 0;
	for (let last = parts.at(-1); last; last = parts.at(-1)) {
		const space = spaceIn(last);
		if (space === undefined) break;
		width += space;
		parts.pop();
	}
	return width;
}

/** How far a line reaches from its baseline, in em. */
interface Extent {
	readonly above: number;
	readonly below: number;
}

/** What no line break parts, with the extents of the lines that KaTeX had set it in. */
interface Piece {
	readonly extents: Set<Extent>;
	readonly parts: ElementContent[];
}

/** How deep in parentheses, and whether between two bars. */
interface Depth {
	readonly parentheses: number;
	readonly bar: boolean;
}

/** How many of some signs stand in a text beyond those of others, and one at least. */
function surplus(text: string, counted: RegExp, others: RegExp): number {
	const count = (signs: RegExp): number => text.match(signs)?.length ?? 0;
	return Math.max(1, count(counted) - count(others));
}

/**
 * The depth of what follows a part. KaTeX sets `))` as one part, and `)^2` as one with what is above it. `\big(` is no opening to KaTeX, so a
 * parenthesis counts by its shape, too.
 */
function after(node: Element, { parentheses, bar }: Depth): Depth {
	const text = textOf(node);
	const [opening, closing] = [/[([{⟨]/gu, /[)\]}⟩]/gu];
	if (has(node, 'mopen') || /^[([{⟨]$/u.test(text)) {
		return { parentheses: parentheses + surplus(text, opening, closing), bar };
	}
	if (has(node, 'mclose') || /^[)\]}⟩]$/u.test(text)) {
		return { parentheses: Math.max(0, parentheses - surplus(text, closing, opening)), bar };
	}
	return { parentheses, bar: has(node, 'mord') && /^[|∣∥‖]/u.test(text) ? !bar : bar };
}

const span = (className: string, children: ElementContent[], style?: string): Element => ({
	type: 'element',
	tagName: 'span',
	properties: { className: [className], ...(style && { style }) },
	children,
});

/** How far the line reaches that a strut of KaTeX's keeps open. */
function extentOf(strut: Element): Extent {
	const style = String(strut.properties.style ?? '');
	const ems = (property: RegExp): number => Number(property.exec(style)?.[1] ?? 0);
	const below = -ems(/vertical-align:\s*(-?[\d.]+)em/);
	return { above: ems(/(?:^|;)height:\s*([\d.]+)em/) - below, below };
}

/** One strut that keeps a line as high as several would. */
function strutOf(extents: readonly Extent[]): Element {
	const above = Math.max(0, ...extents.map((extent) => extent.above));
	const below = Math.max(0, ...extents.map((extent) => extent.below));
	const em = (length: number): string => `${Number(length.toFixed(4))}em;`;
	return span('katex-strut', [], `height:${em(above + below)}${below === 0 ? '' : `vertical-align:${em(-below)}`}`);
}

/** Puts the pieces of a formula's `.katex-html` together anew; one with a number is left as it is. */
export function breakLines(drawn: Element): void {
	const bases = drawn.children.filter(isElement);
	if (bases.length !== drawn.children.length || !bases.every((base) => has(base, 'katex-base'))) return;
	/** What could stand alone, each in its pieces. */
	const clauses: Piece[][] = [];
	let depth: Depth = { parentheses: 0, bar: false };
	let ends = true;
	for (const { children } of bases) {
		const [strut, ...parts] = children;
		const extent = strut && isElement(strut) ? extentOf(strut) : undefined;
		for (const part of parts) {
			const enclosed = depth.parentheses > 0 || depth.bar;
			const space = isElement(part) && has(part, 'mspace');
			// A space at the start of a line would indent it.
			if (ends && !(space && clauses.length > 0)) {
				clauses.push([]);
				ends = false;
			}
			const pieces = clauses.at(-1) ?? [];
			const operator = isElement(part) && has(part, 'mrel', 'mbin') && !enclosed;
			if (pieces.length === 0 || (operator && pieces.at(-1)?.parts.some((one) => textOf(one).trim() !== ''))) {
				pieces.push({ extents: new Set(), parts: [] });
			}
			const piece = pieces.at(-1);
			if (extent) piece?.extents.add(extent);
			piece?.parts.push(part);
			if (!isElement(part)) continue;
			depth = after(part, depth);
			ends ||= isWide(part) && depth.parentheses === 0 && !depth.bar;
		}
	}
	const set = (pieces: readonly Piece[]): Element[] =>
		pieces.map(({ extents, parts }) => span('katex-base', [strutOf([...extents]), ...parts]));
	if (clauses.length < 2) {
		drawn.children = clauses.flatMap(set);
		return;
	}
	drawn.children = clauses.flatMap((pieces, at) => {
		// At the end of a line a space between words is gone; one of KaTeX's would make the line wider than what is in it.
		const width = at < clauses.length - 1 ? takeSpaces(pieces) : 0;
		const between = span(
			'clause-space',
			[{ type: 'text', value: ' ' }],
			`word-spacing:${Number((width - WORD_SPACE).toFixed(4))}em;`,
		);
		// A clause that fits a line is not broken to begin in the one before.
		return [span('clause', set(pieces)), ...(width > 0 ? [between] : [])];
	});
}
