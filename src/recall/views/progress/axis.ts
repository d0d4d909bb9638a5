/** Steps of the axis of a picture, from the bottom up, the last one above or at the highest value: at most four, of 1, 2 or 5 times a power of ten. */
export function axisSteps(most: number): number[] {
	const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
	const step = [1, 2, 5].map((factor) => factor * power).find((size) => size * 4 >= most) ?? 10 * power;
	return Array.from({ length: Math.max(1, Math.ceil(most / step)) }, (_, index) => (index + 1) * step);
}
