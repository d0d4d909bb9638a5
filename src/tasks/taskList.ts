/** The page of all tasks: paints how each stands, and narrows the rows as the reader chooses. */
import { fetchIndex } from '../drill/material.ts';
import { taskStandings } from '../drill/standing.ts';
import { isComposing, plainKey } from '../keys/plainKey.ts';
import { filterIn, filterOutcome, filterTasks, noFilter, standingText, stateOf, withFilter } from './taskFilter.ts';
import type { Trial } from './trial.ts';

/**
 * Connects the form `#task-filter`, whose controls are named as {@link noFilter} names them, with the rows (`[data-task]`), their sections
 * (`[data-category]`) and `#task-status`.
 */
export function followTaskList(form: HTMLFormElement, status: HTMLElement): void {
	const elements = [...document.querySelectorAll<HTMLElement>('[data-task]')];
	const rows = elements.map(({ dataset: { task: key = '', text = '', level = '', pattern = '' } }) => ({
		...{ key, text, level, pattern },
	}));
	let standings: ReadonlyMap<string, Trial> = new Map();

	const chosen = () => {
		const values = new FormData(form);
		const value = (name: keyof typeof noFilter): string => String(values.get(name) ?? '');
		return { q: value('q'), level: value('level'), pattern: value('pattern'), state: value('state') };
	};
	const show = (): void => {
		const filter = chosen();
		const left = filterTasks(filter, rows, standings);
		for (const element of elements) element.hidden = !left.has(element.dataset.task ?? '');
		for (const section of document.querySelectorAll<HTMLElement>('[data-category]')) {
			section.hidden = !section.querySelector('[data-task]:not([hidden])');
		}
		status.textContent = filterOutcome(filter, left.size, rows.length);
	};
	const fill = (filter: typeof noFilter): void => {
		for (const [name, value] of Object.entries(filter)) {
			const control = form.elements.namedItem(name);
			if (control instanceof HTMLInputElement) control.value = value;
			if (control instanceof HTMLSelectElement)
				control.value = [...control.options].some((one) => one.value === value) ? value : '';
		}
	};
	const change = (): void => {
		show();
		history.replaceState(history.state, '', withFilter(location.href, chosen()));
	};

	form.addEventListener('input', change);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		document.querySelector<HTMLElement>('[data-task]:not([hidden]) a')?.focus();
	});
	form.addEventListener('keydown', (event) => {
		if (isComposing(event) || event.key !== 'Escape') return;
		event.preventDefault();
		fill(noFilter);
		change();
	});
	addEventListener('keydown', (event) => {
		const input = form.elements.namedItem('q');
		if (plainKey(event) !== 'f' || !(input instanceof HTMLInputElement)) return;
		event.preventDefault();
		input.focus();
		input.select();
	});

	fill(filterIn(location.href));
	show();
	void paint();

	async function paint(): Promise<void> {
		// Without the list of renamed concepts, what is known under today's names is shown all the same.
		const former = await fetchIndex().then(
			(index) => index.former,
			() => ({}),
		);
		const known = await taskStandings(former);
		standings = known.standings;
		for (const element of elements) {
			const trial = standings.get(element.dataset.task ?? '');
			element.dataset.state = stateOf(trial);
			const place = element.querySelector('.task-standing');
			if (place) place.textContent = standingText(trial);
		}
		for (const section of document.querySelectorAll<HTMLElement>('[data-category]')) {
			const all = section.querySelectorAll('[data-task]').length;
			const solved = section.querySelectorAll('[data-state="solved"]').length;
			const place = section.querySelector('[data-solved]');
			if (place && solved > 0) place.textContent = `${solved} of ${all} solved`;
		}
		show();
		if (known.problem) status.textContent = [status.textContent, known.problem].filter(Boolean).join(' ');
	}
}
