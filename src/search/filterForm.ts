/** The form that narrows the rows of a page, by keyboard as by pointer. What is chosen stands in the address. */
import { isComposing, plainKey } from '../keys/plainKey.ts';
import { type Filter, filterIn, withFilter } from './filterAddress.ts';

/**
 * Connects a form whose controls are named as the filter's fields, `q` being the text.
 *
 * @param show Shows the rows that a filter leaves; called at once, and after each change.
 * @param first Selector of the links of rows that are shown: Enter and the arrow down lead to the first of them.
 * @returns shows the rows anew: what is known of them has changed
 */
export function followFilterForm<Name extends string>(
	form: HTMLFormElement,
	names: readonly Name[],
	show: (filter: Filter<Name>) => void,
	first: string,
): () => void {
	const chosen = (): Filter<Name> => {
		const values = new FormData(form);
		return Object.fromEntries(names.map((name) => [name, String(values.get(name) ?? '')])) as Filter<Name>;
	};
	const fill = (filter: Partial<Filter<Name>>): void => {
		for (const name of names) {
			const control = form.elements.namedItem(name);
			const value = filter[name] ?? '';
			if (control instanceof HTMLInputElement) control.value = value;
			if (control instanceof HTMLSelectElement) {
				control.value = [...control.options].some((one) => one.value === value) ? value : '';
			}
		}
	};
	const change = (): void => {
		show(chosen());
		history.replaceState(history.state, '', withFilter(location.href, chosen()));
	};
	const toFirst = (event: Event): void => {
		event.preventDefault();
		document.querySelector<HTMLElement>(first)?.focus();
	};
	form.addEventListener('input', change);
	form.addEventListener('submit', toFirst);
	form.addEventListener('keydown', (event) => {
		if (isComposing(event)) return;
		if (event.key === 'ArrowDown' && event.target instanceof HTMLInputElement) toFirst(event);
		if (event.key !== 'Escape') return;
		event.preventDefault();
		if (Object.values(chosen()).some((value) => value !== '')) {
			fill({});
			change();
		} else if (event.target instanceof HTMLElement) event.target.blur();
	});
	addEventListener('keydown', (event) => {
		const input = form.elements.namedItem('q');
		if (plainKey(event) !== 'f' || !(input instanceof HTMLInputElement)) return;
		event.preventDefault();
		input.focus();
		input.select();
	});
	// A browser may have filled the form itself, on the way back.
	const asked = filterIn(location.href, names);
	fill({ ...chosen(), ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')) });
	show(chosen());
	return () => show(chosen());
}
