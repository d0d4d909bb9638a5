/** What a concept page does for its readers that nothing waits for: it is loaded when the page stands. */
import { loadStyles } from '../styles/loadStyles.ts';
import styles from './late.css?url';
import { offerMarks } from './markTools.ts';

/**
 * Boxes that scroll sideways take the focus, so that they scroll by keyboard too; the others stay out of the way. Formulas with linked
 * symbols take it anyway.
 */
function focusScrollers(): void {
	const observer = new ResizeObserver((entries) => {
		for (const { target } of entries) {
			const scrolls = target.scrollWidth > target.clientWidth;
			if (scrolls) target.setAttribute('tabindex', '0');
			else target.removeAttribute('tabindex');
		}
	});
	for (const box of document.querySelectorAll('.scroller, .math.display:not(:has([data-s]))')) observer.observe(box);
}

/** Who selects may copy: formulas are then read in lines. Where that does not come, the browser copies as it always does. */
function followSelections(): void {
	document.addEventListener(
		'selectionchange',
		() =>
			import('./copyFormulas.ts').then(
				({ copyFormulas }) => copyFormulas(),
				() => {},
			),
		{ once: true },
	);
}

focusScrollers();
followSelections();
// Without its styles there is no place for what marks: then there are no marks.
loadStyles(styles).then(offerMarks, () => {});
