/** Which characters a built site sets, and in which faces: what the font files are cut down to. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type FaceChoice, type FontRule, type FormulaElement, faceInFormula } from './katexFaces.ts';

export interface FontUsage {
	/** Every character outside formulas. Any text face may come to set any of them. */
	readonly text: Set<number>;
	/** Characters inside formulas by the face that sets them. */
	readonly formulas: Map<string, { readonly choice: FaceChoice; readonly characters: Set<number> }>;
	/** Classes of formulas and of the elements inside them. */
	readonly classes: Set<string>;
	/** Names of the elements inside formulas. */
	readonly elements: Set<string>;
}

/** What a reader may type, whatever the pages say. */
const typed = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index);

export function noUsage(): FontUsage {
	return { text: new Set(typed), formulas: new Map(), classes: new Set(), elements: new Set() };
}

/** Adds what another one holds. */
export function addUsage(usage: FontUsage, other: FontUsage): void {
	for (const point of other.text) usage.text.add(point);
	for (const [key, { choice, characters }] of other.formulas) {
		const used = usage.formulas.get(key) ?? { choice, characters: new Set<number>() };
		usage.formulas.set(key, used);
		for (const point of characters) used.characters.add(point);
	}
	for (const name of other.classes) usage.classes.add(name);
	for (const name of other.elements) usage.elements.add(name);
}

/** As a text, to be kept. */
export function writeUsage({ text, formulas, classes, elements }: FontUsage): string {
	const faces = [...formulas].map(([key, { choice, characters }]) => [key, choice, [...characters]]);
	return JSON.stringify([[...text], faces, [...classes], [...elements]]);
}

/** What {@link writeUsage} wrote. */
export function readUsage(written: string): FontUsage {
	const [text, faces, classes, elements]: [number[], [string, FaceChoice, number[]][], string[], string[]] =
		JSON.parse(written);
	return {
		text: new Set(text),
		formulas: new Map(faces.map(([key, choice, points]) => [key, { choice, characters: new Set(points) }])),
		classes: new Set(classes),
		elements: new Set(elements),
	};
}

/** Attributes that a page shows, or that a script shows later. */
const shown = /^(placeholder|value|label|alt|title|content|aria-label|data-.+)$/;

/** Adds what a page shows. */
export function addPage(usage: FontUsage, html: string, rules: readonly FontRule[]): void {
	walk(parse(html, { scriptingEnabled: false }), [], undefined);

	/** @param face The one that is set in directly inside the formula's last element; none outside of formulas. */
	function walk(
		node: DefaultTreeAdapterTypes.Node,
		formula: readonly FormulaElement[],
		face: FaceChoice | undefined,
	): void {
		if ('value' in node && node.nodeName === '#text') {
			addText(node.value, face);
			return;
		}
		if (!('childNodes' in node)) return;
		let chain = formula;
		let inside = face;
		if ('attrs' in node) {
			// MathML is there for screen readers; a formula's letters are the ones beside it.
			if (node.nodeName === 'math') return;
			for (const { name, value } of node.attrs) {
				if (shown.test(name)) addAll(usage.text, value);
			}
			const classes = node.attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? [];
			if (formula.length > 0 || classes.includes('katex')) {
				chain = [...formula, { tag: node.nodeName, classes }];
				inside = faceInFormula(chain, rules, face);
				usage.elements.add(node.nodeName);
			}
			if (chain.length > 0 || classes.includes('katex-display')) {
				for (const name of classes) usage.classes.add(name);
			}
		}
		for (const child of 'content' in node ? node.content.childNodes : node.childNodes) walk(child, chain, inside);
	}

	function addText(text: string, choice: FaceChoice | undefined): void {
		if (!choice) {
			addAll(usage.text, text);
			return;
		}
		const key = JSON.stringify(choice);
		const used = usage.formulas.get(key) ?? { choice, characters: new Set<number>() };
		usage.formulas.set(key, used);
		addAll(used.characters, text, isDrawn);
	}
}

/** Adds what a stylesheet, script or data file may put on a page: every character in it, escaped or not. */
export function addSource(usage: FontUsage, source: string): void {
	addAll(usage.text, source);
	for (const [, digits = ''] of source.matchAll(/\\u?\{?([\da-f]{4,6})\b/gi)) {
		const point = Number.parseInt(digits, 16);
		if (isVisible(point)) usage.text.add(point);
	}
}

function addAll(characters: Set<number>, text: string, counts = isVisible): void {
	for (const character of text) {
		const point = character.codePointAt(0);
		if (point !== undefined && !characters.has(point) && counts(point)) characters.add(point);
	}
}

/** In a formula private characters are drawn, too: KaTeX's own, such as the slash (U+E020) that turns = into ≠. */
function isDrawn(point: number): boolean {
	return isVisible(point) || /\p{Co}/u.test(String.fromCodePoint(point));
}

/** Neither a control character, nor a private one, nor one that only marks a place, such as KaTeX's U+200B. */
function isVisible(point: number): boolean {
	return point <= 0x10ffff && !/[\p{C}]/u.test(String.fromCodePoint(point));
}
