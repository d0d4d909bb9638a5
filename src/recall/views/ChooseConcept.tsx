/** The way on from a page that has nothing to show yet. */
import { homePath } from '../../paths.ts';

export function ChooseConcept() {
	return (
		<p class="actions">
			<a class="button primary" href={homePath}>
				Choose a concept
			</a>
		</p>
	);
}
