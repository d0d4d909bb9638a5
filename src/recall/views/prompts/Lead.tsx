/** What the page of all prompts is. */
export const Lead = () => (
	<p class="lead needs-js">
		Every prompt, by concept: search them, add them to your review or suspend them, one by one or a whole concept’s.
	</p>
);
