/**
 * Copied text has each formula once, in a line: KaTeX draws it twice, as MathML and as spans that a clipboard takes letter by letter.
 * A formula is read from its MathML, as people type one: `θ_t^2`, `(a)/(b)`, `√(d_k)`.
 */

/** A part of a fraction, root or script, in brackets unless it is a single sign. */
const grouped = (text: string): string => ([...text].length > 1 ? `(${text})` : text);

/** A formula as one would type it. */
function lineOf(node: Node): string {
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

/** Gives the clipboard a selection with its formulas in lines, where it has any. */
export function copyFormulas(): void {
	document.addEventListener('copy', (event) => {
		const selection = getSelection();
		if (!selection?.rangeCount || !event.clipboardData) return;
		const copied = document.createElement('div');
		for (let index = 0; index < selection.rangeCount; index++) {
			copied.append(selection.getRangeAt(index).cloneContents());
		}
		const formulas = copied.querySelectorAll('.katex:has(math)');
		if (formulas.length === 0) return;
		for (const formula of formulas) formula.replaceWith(lineOf(formula.querySelector('math') as Element));
		// Only what is laid out has line breaks.
		copied.className = 'visually-hidden';
		document.body.append(copied);
		// biome-ignore lint/performance/useDomNodeTextContent: textContent knows no line breaks.
		event.clipboardData.setData('text/plain', copied.innerText.replaceAll(/\n{3,}/g, '\n\n').trim());
		copied.remove();
		event.preventDefault();
	});
}
