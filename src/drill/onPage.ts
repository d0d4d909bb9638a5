/** What drills cost a concept page: it shows how each question went last, and loads the rest when a question is opened. */
import { loadPart, messageOf } from '../loading/loadPart.ts';
import { lastBands, showLast } from './last.ts';

/** Leaves a question what it is without scripts, and says why. */
function leavePlain(question: Element, error: unknown): void {
	const note = document.createElement('p');
	note.className = 'note';
	note.role = 'status';
	note.textContent = `${messageOf(error)} The answer below can be opened without it.`;
	question.querySelector('.reveal')?.before(note);
	question.classList.add('plain');
}

export function followQuestions(): void {
	const concept = document.querySelector<HTMLElement>('[data-concept]')?.dataset.concept ?? '';
	for (const [id, band] of Object.entries(lastBands(concept))) {
		const question = document.getElementById(`q-${id}`);
		if (question) showLast(question, band);
	}
	document.addEventListener(
		'toggle',
		({ target }) => {
			if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.question:not(.followed)'))
				return;
			target.classList.add('followed');
			loadPart(() => import('./attempt.tsx'))
				.then(({ offerAttempt }) => offerAttempt(target, concept))
				.catch((error: unknown) => leavePlain(target, error));
		},
		true,
	);
}
