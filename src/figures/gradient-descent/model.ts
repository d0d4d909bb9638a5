/** Descent on a quadratic valley by the rules of the concept's listing: f = (u² + λ v²) / 2, its axes along the coordinates or at 45° to them. */

export type Point = readonly [x: number, y: number];

export interface Descent {
	readonly method: 'SGD' | 'RMSProp' | 'Adam';
	/** The step size. */
	readonly eta: number;
	/** Momentum, for SGD alone. */
	readonly beta: number;
	/** The curvature across the valley; along it, it is 1. */
	readonly steep: number;
	/** By how much the valley is turned, in radians. */
	readonly angle: number;
	readonly start: Point;
	/** How many steps to take. */
	readonly steps: number;
}

export interface Run {
	/** The start, then the point after each step. */
	readonly points: readonly Point[];
	/** At those points. */
	readonly losses: readonly number[];
	/** By which each coordinate's gradient was multiplied in each step: η for SGD, η/√v otherwise. */
	readonly scales: readonly Point[];
	/** The step that ended the run, because its point is lost. */
	readonly diverged?: number;
}

/** So far from the minimum no run comes that converges, however it starts in the picture; there it ends, long before numbers overflow. */
export const LOST = 200;
const EPSILON = 1e-8;
const DECAY = { RMSProp: 0.9, Adam: 0.999 };
const ADAM_MEAN = 0.9;

export function descend({ method, eta, beta, steep, angle, start, steps }: Descent): Run {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const along = ([x, y]: Point): Point => [cos * x + sin * y, cos * y - sin * x];
	const lossAt = (point: Point): number => {
		const [u, v] = along(point);
		return (u * u + steep * v * v) / 2;
	};
	const points: Point[] = [start];
	const losses = [lossAt(start)];
	const scales: Point[] = [];
	const state = {
		w: [...start] as [number, number],
		mean: [0, 0] as [number, number],
		square: [0, 0] as [number, number],
	};
	for (let t = 1; t <= steps; t++) {
		const [u, v] = along(state.w);
		const gradient = [cos * u - sin * steep * v, sin * u + cos * steep * v] as const;
		const scale: [number, number] = [eta, eta];
		for (const at of [0, 1] as const) {
			const g = gradient[at];
			let move = g;
			if (method === 'SGD') move = state.mean[at] = beta * state.mean[at] + g;
			else {
				state.square[at] = DECAY[method] * state.square[at] + (1 - DECAY[method]) * g * g;
				let square = state.square[at];
				if (method === 'Adam') {
					state.mean[at] = ADAM_MEAN * state.mean[at] + (1 - ADAM_MEAN) * g;
					move = state.mean[at] / (1 - ADAM_MEAN ** t);
					square /= 1 - DECAY.Adam ** t;
				}
				scale[at] = eta / (Math.sqrt(square) + EPSILON);
			}
			state.w[at] -= scale[at] * move;
		}
		points.push([...state.w]);
		losses.push(lossAt(state.w));
		scales.push(scale);
		if (distance(state.w) > LOST) return { points, losses, scales, diverged: t };
	}
	return { points, losses, scales };
}

/** From the minimum. */
export function distance([x, y]: Point): number {
	return Math.hypot(x, y);
}

/** SGD converges for step sizes below it: 2/λ, and more with momentum. */
export function limitOf(steep: number, beta: number): number {
	return (2 * (1 + beta)) / steep;
}

/**
 * By what each step of SGD multiplies the error along a direction of that curvature, once the run has settled: the
 * larger root of r² − (1 + β − ηλ) r + β. Below 1 the error shrinks.
 */
export function factorOf(eta: number, curvature: number, beta: number): number {
	const sum = 1 + beta - eta * curvature;
	const discriminant = sum * sum - 4 * beta;
	return discriminant < 0 ? Math.sqrt(beta) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
}
