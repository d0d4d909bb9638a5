/** The home page's filter: narrows the rows as the reader types and chooses. */
import { catalogFields, filterRows, filterStatus, type ReadingState, type Row } from './filter.ts';
import { followFilterForm } from './filterForm.ts';

/** An offer to look inside the pages, where titles and descriptions have nothing. */
function searchOffer(query: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'text-button';
	button.dataset.openSearch = query.trim();
	button.textContent = 'Search inside the pages';
	return button;
}

/** How far the reader is with a concept, as its ring was painted. */
function statesOf(row: HTMLElement): ReadingState[] {
	const done = row.querySelectorAll('[data-segment].done').length;
	const state = done === 0 ? 'new' : done === row.querySelectorAll('[data-segment]').length ? 'done' : 'begun';
	return row.querySelector('.ring.due') ? [state, 'due'] : [state];
}

function rowOf(element: HTMLElement): Row {
	const { concept: slug = '', text = '', level = '' } = element.dataset;
	const { category = '', ofTrack = '' } = element.closest<HTMLElement>('[data-category]')?.dataset ?? {};
	return { slug, text, level, areas: [category, ofTrack], states: statesOf(element) };
}

/**
 * Connects `#catalog-form` with the rows (`[data-concept][data-text]`), their sections and their links (`[data-category]`,
 * `[data-category-link]`), the labels of their tracks (`[data-track]`, `[data-of-track]`) and `#catalog-filter-status`. Does nothing on a page
 * without a filter.
 */
export function followCatalogFilter(): void {
	const form = document.querySelector<HTMLFormElement>('#catalog-form');
	const status = document.querySelector('#catalog-filter-status');
	if (!form || !status) return;
	const elements = [...document.querySelectorAll<HTMLElement>('[data-concept][data-text]')];

	followFilterForm(
		form,
		catalogFields,
		(filter) => {
			const left = filterRows(filter, elements.map(rowOf));
			for (const element of elements) element.hidden = !left.has(element.dataset.concept ?? '');
			for (const section of document.querySelectorAll<HTMLElement>('[data-category]')) {
				section.hidden = !section.querySelector('[data-concept]:not([hidden])');
				const link = document.querySelector<HTMLElement>(`[data-category-link="${section.dataset.category}"]`);
				if (link) link.hidden = section.hidden;
			}
			for (const label of document.querySelectorAll<HTMLElement>('[data-track]')) {
				label.hidden = !document.querySelector(`[data-of-track="${label.dataset.track}"]:not([hidden])`);
			}
			status.textContent = filterStatus(filter, left.size, elements.length);
			if (left.size === 0 && filter.q.trim() !== '') status.append(' ', searchOffer(filter.q));
		},
		'[data-concept]:not([hidden]) a',
	);
}
