/** Leads from the review to all prompts of the site. */
import { pathTo } from '../../paths.ts';

export function AllPrompts() {
	return (
		<p class="note">
			<a href={pathTo('prompts/')}>All prompts</a>: search them, add or suspend a whole concept’s.
		</p>
	);
}
