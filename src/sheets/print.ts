/** Prints the page, or the part of it that a button `[data-print]` names: print.css leaves out the rest. */
export function printPart(button: HTMLElement): void {
	const { dataset } = document.documentElement;
	if (button.dataset.print) dataset.printed = button.dataset.print;
	addEventListener('afterprint', () => delete dataset.printed, { once: true });
	print();
}
