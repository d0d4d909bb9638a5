/** Whether a rule may be needed for the first look at a part of a page, judged by the names in it: rather one too many than one too few. */
import { parse, type Selector, SelectorType } from 'css-what';
import type { Names } from './names.ts';

/** States that nothing is in before a reader does something, and parts that are seen only then. */
const later = new Set(['active', 'backdrop', 'focus', 'focus-visible', 'focus-within', 'hover', 'selection', 'target']);

/** Pseudo-classes one of whose selectors has to hold. */
const oneOf = new Set(['is', 'where']);

function tokenMayHold(token: Selector, names: Names): boolean {
	switch (token.type) {
		case SelectorType.Tag:
			return names.elements.has(token.name);
		case SelectorType.Attribute:
			if (token.name === 'class' && token.action === 'element') return names.classes.has(token.value);
			if (token.name === 'id' && token.action === 'equals') return names.ids.has(token.value);
			return names.attributes.has(token.name);
		case SelectorType.Pseudo:
			if (later.has(token.name)) return false;
			return !oneOf.has(token.name) || !Array.isArray(token.data) || token.data.some((inner) => mayHold(inner, names));
		case SelectorType.PseudoElement:
			return !later.has(token.name);
		default:
			return true;
	}
}

const mayHold = (tokens: readonly Selector[], names: Names): boolean =>
	tokens.every((token) => tokenMayHold(token, names));

/** @param selector One, without a comma outside of parentheses; in a nested rule, `&` stands for what the rule around it may hold for. */
export function mayBeNeeded(selector: string, names: Names): boolean {
	return parse(selector.replaceAll('&', '*')).some((tokens) => mayHold(tokens, names));
}
