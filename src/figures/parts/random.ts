/** Random numbers of a figure, all of whose state is in its link. */
import { uniform } from '../../ground/uniform.ts';

/** Standard normal numbers, two from each turn of Box and Muller. */
export function normal(seed: number): () => number {
	const next = uniform(seed);
	let spare: number | undefined;
	return () => {
		if (spare !== undefined) {
			const value = spare;
			spare = undefined;
			return value;
		}
		// 1 − u lies in (0, 1], where the logarithm is finite.
		const radius = Math.sqrt(-2 * Math.log(1 - next()));
		const angle = 2 * Math.PI * next();
		spare = radius * Math.sin(angle);
		return radius * Math.cos(angle);
	};
}
