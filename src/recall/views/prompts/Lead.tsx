/** What the page of all prompts is. */
export const Lead = () => (
	<p class="lead needs-js">
		Every prompt of the site, by concept. Search them, add them to your review or suspend them, one by one or a whole
		concept’s at once.
	</p>
);
