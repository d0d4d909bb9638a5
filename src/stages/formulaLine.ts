/** A formula in a line, read from its MathML, as people type one: `θ_t^2`, `(a)/(b)`, `√(d_k)`. */

/** A part of a fraction, root or script, in brackets unless it is a single sign. */
const grouped = (text: string): string => ([...text].length > 1 ? `(${text})` : text);

/** A formula as one would type it. */
export function lineOf(node: Node): string {
	if (!(node instanceof Element)) return node.textContent?.trim() ?? '';
	// White space between elements is no part.
	const parts = [...node.childNodes].filter((part) => part instanceof Element || part.textContent?.trim()).map(lineOf);
	const [first = '', second = '', third = ''] = parts;
	switch (node.localName) {
		case 'annotation':
			return '';
		case 'mfrac':
			return `${grouped(first)}/${grouped(second)}`;
		case 'msqrt':
			return `√${grouped(parts.join(''))}`;
		case 'msub':
		case 'munder':
			return `${first}_${grouped(second)}`;
		case 'msup':
			return `${first}^${grouped(second)}`;
		case 'msubsup':
		case 'munderover':
			return `${first}_${grouped(second)}^${grouped(third)}`;
		case 'mtr':
			return `${parts.join(' ')}\n`;
		default:
			return parts.join('');
	}
}
