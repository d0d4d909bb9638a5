/** Whether a rule may hold for a part of a page, judged by the names in it: rather one too many than one too few. */
import { parse, type Selector, SelectorType } from 'css-what';

/** What a selector is held against. */
export interface Names {
	/** In lower case, in which HTML's names are meant; some of SVG's are written with capitals. */
	readonly elements: ReadonlySet<string>;
	readonly classes: ReadonlySet<string>;
	readonly ids: ReadonlySet<string>;
	/** Not given, every attribute may be there. */
	readonly attributes?: ReadonlySet<string>;
}

/** Pseudo-classes one of whose selectors has to hold. */
const oneOf = new Set(['is', 'where']);

function tokenMayHold(token: Selector, names: Names, without: ReadonlySet<string>): boolean {
	switch (token.type) {
		case SelectorType.Tag:
			return names.elements.has(token.name.toLowerCase());
		case SelectorType.Attribute:
			if (token.name === 'class' && token.action === 'element') return names.classes.has(token.value);
			if (token.name === 'id' && token.action === 'equals') return names.ids.has(token.value);
			return names.attributes?.has(token.name) ?? true;
		case SelectorType.Pseudo:
			if (without.has(token.name)) return false;
			return (
				!oneOf.has(token.name) ||
				!Array.isArray(token.data) ||
				token.data.some((inner) => tokensMayHold(inner, names, without))
			);
		case SelectorType.PseudoElement:
			return !without.has(token.name);
		default:
			return true;
	}
}

const tokensMayHold = (tokens: readonly Selector[], names: Names, without: ReadonlySet<string>): boolean =>
	tokens.every((token) => tokenMayHold(token, names, without));

/**
 * @param selector One, without a comma outside of parentheses; in a nested rule, `&` stands for what the rule around it may hold for.
 * @param without States and pseudo-elements that nothing is in.
 */
export function mayHold(selector: string, names: Names, without: ReadonlySet<string> = new Set()): boolean {
	return parse(selector.replaceAll('&', '*')).some((tokens) => tokensMayHold(tokens, names, without));
}
