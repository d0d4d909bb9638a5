/** The home page's filter: narrows the rows as the reader types, and keeps what was typed in the address. */
import { isComposing, plainKey } from '../keys/plainKey.ts';
import { filteredAddress, filterRows, filterStatus } from './filter.ts';

/** An offer to look inside the pages, where titles and descriptions have nothing. */
function searchOffer(query: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'text-button';
	button.dataset.openSearch = query.trim();
	button.textContent = 'Search inside the pages';
	return button;
}

/**
 * Connects `#catalog-filter` with the rows (`[data-concept][data-text]`), their sections and their links (`[data-category]`,
 * `[data-category-link]`), the labels of their tracks (`[data-track]`, `[data-of-track]`) and `#catalog-filter-status`. Does nothing on a page
 * without a filter.
 */
export function followCatalogFilter(): void {
	const input = document.querySelector<HTMLInputElement>('#catalog-filter');
	const status = document.querySelector('#catalog-filter-status');
	if (!input || !status) return;
	const elements = [...document.querySelectorAll<HTMLElement>('[data-concept]')];
	const rows = elements.map(({ dataset }) => ({ slug: dataset.concept ?? '', text: dataset.text ?? '' }));

	const show = (): void => {
		const left = filterRows(input.value, rows);
		for (const element of elements) element.hidden = !left.has(element.dataset.concept ?? '');
		for (const section of document.querySelectorAll<HTMLElement>('[data-category]')) {
			section.hidden = !section.querySelector('[data-concept]:not([hidden])');
			const link = document.querySelector<HTMLElement>(`[data-category-link="${section.dataset.category}"]`);
			if (link) link.hidden = section.hidden;
		}
		for (const label of document.querySelectorAll<HTMLElement>('[data-track]')) {
			label.hidden = !document.querySelector(`[data-of-track="${label.dataset.track}"]:not([hidden])`);
		}
		status.textContent = filterStatus(input.value, left.size, rows.length);
		if (left.size === 0) status.append(' ', searchOffer(input.value));
	};

	const filter = (value: string): void => {
		input.value = value;
		show();
		history.replaceState(history.state, '', filteredAddress(location.href, value));
	};

	input.addEventListener('input', () => filter(input.value));
	input.addEventListener('keydown', (event) => {
		if (isComposing(event)) return;
		if (event.key === 'Escape') {
			if (input.value === '') input.blur();
			else filter('');
			event.preventDefault();
		}
		if (event.key === 'ArrowDown' || event.key === 'Enter') {
			document.querySelector<HTMLElement>('[data-concept]:not([hidden]) a')?.focus();
			event.preventDefault();
		}
	});
	addEventListener('keydown', (event) => {
		if (plainKey(event) !== 'f') return;
		event.preventDefault();
		input.focus();
		input.select();
	});

	input.value = new URL(location.href).searchParams.get('q') ?? input.value;
	if (input.value !== '') show();
}
