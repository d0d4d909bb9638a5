/**
 * Copied text has each formula once, in a line: KaTeX draws it twice, as MathML and as spans that a clipboard takes letter by letter.
 */
import { lineOf } from './formulaLine.ts';

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
