/** What drills cost a concept page: it shows how each question went last, and loads the rest when a question is opened. */
import { lastBands, showLast } from './last.ts';

/** The slug of the concept whose page this is. */
function conceptHere(): string {
	return document.querySelector<HTMLElement>('.stage-rail')?.dataset.concept ?? '';
}

export function followQuestions(): void {
	const concept = conceptHere();
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
			import('./attempt.tsx').then(
				({ offerAttempt }) => offerAttempt(target, concept),
				// Without it the question is what it is without scripts.
				() => target.classList.add('plain'),
			);
		},
		true,
	);
}
