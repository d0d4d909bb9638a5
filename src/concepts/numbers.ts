/**
 * The numbers of a concept's text that nothing on the page vouches for: neither bound to an output, nor in a sentence with a citation, nor
 * in a worked example or a derivation. A reading aid: some are fine as they stand.
 */
import type { Nodes, Parents } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { citation } from './citations.ts';
import { isPrinted, OUT, outputPath, readPrinter } from './outputs.ts';
import { type ConceptSource, printersOf } from './reading/content.ts';
import { attributesOf } from './reading/markdown.ts';
import type { Passage } from './reading/passage.ts';
import type { Place } from './reading/place.ts';

export interface LooseNumber {
	readonly number: string;
	/** The sentence that it stands in. */
	readonly sentence: string;
	/** Listings and breaks that print it, as words are bound to them; a single digit is printed too often to tell. */
	readonly printedBy: readonly string[];
	readonly place: Place;
}

const number = /(?<![\p{L}\p{N}_.])[-\u2212]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?\s?%?/gu;
/** In a formula, an exponent or an index of one digit is no claim. */
const formulaNumber = /\d[\d,]*\.\d+|\d{2,}(?:\{,\}\d{3})*/g;

/** In the order of the files. */
export function looseNumbers(source: ConceptSource): LooseNumber[] {
	const outputs = printersOf(source).map((name) => [name, source.text(outputPath(readPrinter(name))) ?? ''] as const);
	const printersOfNumber = (written: string): string[] =>
		written.replace(/\D/g, '').length < 2
			? []
			: outputs.filter(([, output]) => isPrinted(output, written)).map(([name]) => name);
	return source.passages
		.flatMap((passage) => linesOfText(passage.tree).flatMap((line) => inLine(line, passage)))
		.map((loose) => ({ ...loose, printedBy: printersOfNumber(loose.number) }));
}

/** The elements that hold running text: paragraphs, headings, table cells. */
function linesOfText(node: Nodes): Parents[] {
	if (isVouchedFor(node)) return [];
	if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [node];
	return 'children' in node ? node.children.flatMap(linesOfText) : [];
}

function isVouchedFor(node: Nodes): boolean {
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
	return node.name === 'Step' || (node.name === 'Callout' && attributesOf(node).get('kind') === 'worked');
}

/** A number, or a mark that vouches for the sentence it stands in, at its offset in the line's text. */
interface Found {
	readonly at: number;
	readonly node: Nodes;
	readonly offset: number;
	readonly number: string | undefined;
}

function inLine(line: Parents, passage: Passage): Omit<LooseNumber, 'printedBy'>[] {
	let text = '';
	const found: Found[] = [];
	const read = (node: Nodes): void => {
		const at = text.length;
		if (node.type === 'link' && node.url.startsWith(OUT)) text += textOf(node);
		else if ('name' in node && node.name === 'Out') text += textOf(node);
		else if ('name' in node && node.name === 'Cite')
			found.push({ at: Math.max(0, at - 1), node, offset: 0, number: undefined });
		else if (node.type === 'text' || node.type === 'inlineMath') {
			const written = node.value.replace(citation, (cited) => ' '.repeat(cited.length));
			for (const match of node.value.matchAll(citation)) {
				found.push({ at: at + Math.max(0, match.index - 1), node, offset: match.index, number: undefined });
			}
			for (const match of written.matchAll(node.type === 'text' ? number : formulaNumber)) {
				found.push({ at: at + match.index, node, offset: match.index, number: match[0].trim() });
			}
			text += node.value;
		} else if ('children' in node) node.children.forEach(read);
	};
	line.children.forEach(read);
	const sentences = sentencesOf(text);
	return sentences.flatMap(({ start, end }) => {
		const inside = found.filter(({ at }) => start <= at && at < end);
		if (inside.some((one) => one.number === undefined)) return [];
		const sentence = text.slice(start, end).replace(/\s+/g, ' ').trim();
		return inside.map((one) => ({
			number: one.number ?? '',
			sentence,
			place: passage.placeOf(one.node, one.offset),
		}));
	});
}

function sentencesOf(text: string): { start: number; end: number }[] {
	const ends = [...text.matchAll(/[.!?]["”’)]*(?=\s|$)/g)].map((match) => match.index + match[0].length);
	const bounds = [0, ...ends.filter((end) => end < text.length), text.length];
	return bounds.slice(1).map((end, index) => ({ start: bounds[index] ?? 0, end }));
}
