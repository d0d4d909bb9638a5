/** Which of KaTeX's faces sets a piece of a formula, by the font rules of KaTeX's own stylesheet. */

/** What KaTeX's rules look at: an element's name and classes. */
export interface FormulaElement {
	readonly tag: string;
	readonly classes: readonly string[];
}

/** A face as a browser chooses it: the family, and the style that was asked for. */
export interface FaceChoice {
	readonly family: string;
	readonly bold: boolean;
	readonly italic: boolean;
}

export interface FontRule {
	/** Compounds from the outermost element inwards, each a list of classes or one element name. */
	readonly compounds: readonly (readonly string[])[];
	readonly sets: Partial<FaceChoice>;
}

/**
 * The rules of a stylesheet that choose a face inside a formula, in the order in which they win.
 *
 * @param css A stylesheet that contains KaTeX's. Selectors there are classes, descendants and `> span`.
 */
export function formulaFontRulesIn(css: string): FontRule[] {
	const rules: FontRule[] = [];
	for (const [, selectors = '', body = ''] of css.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
		const sets = fontSetBy(body);
		if (Object.keys(sets).length === 0) continue;
		for (const selector of selectors.split(',')) {
			const compounds = selector
				.trim()
				.split(/[\s>]+/)
				.map((compound) => compound.split('.').filter(Boolean));
			if (compounds[0]?.[0] === 'katex' && compounds.length > 1) rules.push({ compounds, sets });
		}
	}
	return rules.sort((a, b) => a.compounds.flat().length - b.compounds.flat().length);
}

function fontSetBy(body: string): Partial<FaceChoice> {
	const family = /font-family:\s*["']?(KaTeX_\w+)/.exec(body)?.[1];
	const weight = /font-weight:\s*(\w+)/.exec(body)?.[1];
	const style = /font-style:\s*(\w+)/.exec(body)?.[1];
	return {
		...(family && { family }),
		...(weight && { bold: weight === 'bold' || Number(weight) >= 600 }),
		...(style && { italic: style === 'italic' }),
	};
}

/** The face outside of everything that chooses another. */
const upright: FaceChoice = { family: 'KaTeX_Main', bold: false, italic: false };

/**
 * The face that sets text directly inside the last element of a chain.
 *
 * @param chain Elements from `.katex` inwards.
 * @param around The face directly inside the element before it.
 */
export function faceInFormula(
	chain: readonly FormulaElement[],
	rules: readonly FontRule[],
	around: FaceChoice = upright,
): FaceChoice {
	let choice = around;
	for (const { compounds, sets } of rules) {
		if (matches(compounds, chain)) choice = { ...choice, ...sets };
	}
	return choice;
}

/** Whether the last element fits the last compound, and the elements around it the others, in order. */
function matches(compounds: FontRule['compounds'], chain: readonly FormulaElement[]): boolean {
	const fits = (compound: readonly string[] = [], element?: FormulaElement) =>
		element !== undefined && compound.every((name) => name === element.tag || element.classes.includes(name));
	if (!fits(compounds.at(-1), chain.at(-1))) return false;
	let outer = compounds.length - 2;
	for (let index = chain.length - 2; index >= 0 && outer >= 0; index--) {
		if (fits(compounds[outer], chain[index])) outer--;
	}
	return outer < 0;
}
