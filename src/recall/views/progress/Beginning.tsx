/** What the progress page says to those who have done nothing yet. */
import { ChooseConcept } from '../ChooseConcept.tsx';

export function Beginning() {
	return (
		<>
			<p class="lead">Nothing is kept in this browser yet.</p>
			<p>
				Mark a stage of a concept as done, or add its prompts to your review at the end of its page. From then on you
				see here what you would remember today, what comes due when, and what an interview date asks for.
			</p>
			<ChooseConcept />
		</>
	);
}
