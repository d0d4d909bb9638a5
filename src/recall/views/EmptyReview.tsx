/** What stands in the review of those who have no prompts in it. */
import { homePath } from '../../paths.ts';
import { AllPrompts } from './AllPrompts.tsx';

export function EmptyReview() {
	return (
		<>
			<h2 class="review-state">Your review is empty.</h2>
			<p>
				Open a concept and answer its retrieval check, the last of the six stages. One press adds its prompts to your
				review; from then on they come back here, each just before you would forget it.
			</p>
			<AllPrompts />
			<p class="actions">
				<a class="button primary" href={homePath}>
					Choose a concept
				</a>
			</p>
		</>
	);
}
