/** The day of the check in the author's own time zone, as content dates are written: `2026-05-04`. */
export function today(now = new Date()): string {
	const two = (number: number): string => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
