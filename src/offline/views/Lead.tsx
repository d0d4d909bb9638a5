/** What holds of times without a connection in every browser. */
export const Lead = () => (
	<p class="lead needs-js">
		Where the browser lets them, pages that you open are kept on this device with their figures, questions and checks,
		and work without a connection. So do search, review and drills.
	</p>
);
