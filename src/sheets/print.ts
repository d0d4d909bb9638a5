/** Buttons `[data-print]` print the page, or the part of it that they name: print.css leaves out the rest. */
export function followPrintButtons(): void {
	addEventListener('click', ({ target }) => {
		const button = target instanceof Element && target.closest<HTMLElement>('button[data-print]');
		if (!button) return;
		const { dataset } = document.documentElement;
		if (button.dataset.print) dataset.printed = button.dataset.print;
		addEventListener('afterprint', () => delete dataset.printed, { once: true });
		print();
	});
}
