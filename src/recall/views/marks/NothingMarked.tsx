/** What the page of marks says to those who have none. */
import { ChooseConcept } from '../ChooseConcept.tsx';

export function NothingMarked() {
	return (
		<>
			<p class="lead">Nothing is marked yet.</p>
			<p>
				On a concept’s page a ribbon stands beside each section, question and listing. Press it to mark the place, and
				write a note if you like; both come back here, and when you open the page again.
			</p>
			<ChooseConcept />
		</>
	);
}
