/** The page of all tasks: paints how each stands, and narrows the rows as the reader chooses. */
import { followFilterForm } from '../search/filterForm.ts';
import { filterOutcome, filterTasks, standingText, stateOf, type TaskFilter, taskFields } from './taskFilter.ts';
import type { KnownStandings, Trial } from './trial.ts';

/**
 * Connects the form `#task-filter`, whose controls are named as {@link taskFields} names them, with the rows (`[data-task]`), their sections
 * (`[data-category]`) and `#task-status`.
 *
 * @param standingsOf asks for what is known of the reader; does not reject
 */
export function followTaskList(
	form: HTMLFormElement,
	status: HTMLElement,
	standingsOf: () => Promise<KnownStandings>,
): void {
	const elements = [...document.querySelectorAll<HTMLElement>('[data-task]')];
	const rows = elements.map(({ dataset: { task: key = '', text = '', level = '', pattern = '' } }) => ({
		...{ key, text, level, pattern },
	}));
	let standings: ReadonlyMap<string, Trial> = new Map();

	const show = (filter: TaskFilter): void => {
		const left = filterTasks(filter, rows, standings);
		for (const element of elements) element.hidden = !left.has(element.dataset.task ?? '');
		for (const section of document.querySelectorAll<HTMLElement>('[data-category]')) {
			section.hidden = !section.querySelector('[data-task]:not([hidden])');
		}
		status.textContent = filterOutcome(filter, left.size, rows.length);
	};
	const again = followFilterForm(form, taskFields, show, '[data-task]:not([hidden]) a');
	void paint();

	async function paint(): Promise<void> {
		const known = await standingsOf();
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
		again();
		if (known.problem) status.textContent = [status.textContent, known.problem].filter(Boolean).join(' ');
	}
}
