/** What stands in the review of those who have no prompts in it. */

import { AllPrompts } from './AllPrompts.tsx';
import { ChooseConcept } from './ChooseConcept.tsx';

export function EmptyReview() {
	return (
		<>
			<h2 class="review-state">Your review is empty.</h2>
			<p>
				Open a concept and answer its retrieval check, the last of the six stages. One press adds its prompts to your
				review; from then on they come back here, each just before you would forget it.
			</p>
			<AllPrompts />
			<ChooseConcept />
		</>
	);
}
