/** What the page of the plan says to those who have none. */
export function Beginning() {
	return (
		<p class="lead">
			Say when the interview is and how much time a day has: you get a calendar of what to read, answer, review and
			drill, cut to what fits. It is made anew each day from what you have done.
		</p>
	);
}
