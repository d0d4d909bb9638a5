/** The rate of each step, and below it the error: expected, sampled, and held against the floor of the rate and the best possible. */
import type { ComponentChildren } from 'preact';
import type { DrawingOf, Room } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { bestOf, floorOf, LIMIT, type model, SHAPES, type Shape, type Shown, T } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 446],
		draw: ({ state }) => [
			placed(40, 28, <Rates {...state} width={440} height={76} />),
			placed(40, 160, <Errors {...state} width={440} height={230} />),
		],
	},
	phone: {
		size: [280, 262],
		draw: ({ state }) => [
			placed(36, 28, <Rates {...state} width={176} height={34} />),
			placed(36, 98, <Errors {...state} width={176} height={110} />),
		],
	},
};

/** Steps at which errors are drawn: densely at first, where they fall fast. */
const stepsOf = (errors: readonly number[]): number[] =>
	errors.flatMap((_, t) => (t === errors.length - 1 || t % (t < 80 ? 4 : 20) === 0 ? [t] : []));

/** Steps at which a rate is drawn: where its line bends, and along a curve. */
const bendsOf = (rates: readonly number[], peak: number, shape: Shape): number[] =>
	rates.flatMap((rate, t) => {
		const [before, after] = [rates[t - 1], rates[t + 1]];
		if (before === undefined || after === undefined || (shape === 'cosine' && t % 40 === 0)) return [t];
		return Math.abs(before - 2 * rate + after) > 1e-4 * peak ? [t] : [];
	});

const others = (chosen: Shape): Shape[] => SHAPES.filter((shape) => shape !== chosen);

function Rates({ courses, shape, peak, curvature, width, height }: Shown & Room) {
	const [across, down] = [scale(0, T, width), scale(peak, 0, height)];
	const path = (one: Shape): string => {
		const { rates } = courses[one];
		return pathOf(bendsOf(rates, peak, one).map((t) => [across(t), down(rates[t] ?? 0)]));
	};
	const limit = LIMIT / curvature;
	return (
		<Plot
			title="Rate of each step"
			width={width}
			height={height}
			xTicks={[]}
			yTicks={ticks([0, peak], down)}
			clipped={
				<>
					{others(shape).map((one) => (
						<path key={one} class="edge" d={path(one)} />
					))}
					<path class="mark" d={path(shape)} />
				</>
			}
		>
			{limit < peak && (
				<>
					<path class="line" d={`M0 ${down(limit)}H${width}`} />
					<text class="t-muted" x={width + 8} y={down(limit) + 4}>
						limit
					</text>
				</>
			)}
		</Plot>
	);
}

/** The reach of the error axis and its ticks, by curvature: what can be set stays comparable. */
const axisOf = (curvature: number) =>
	curvature < 1 ? { top: 200, bottom: 0.2, marks: [100, 10, 1] } : { top: 100, bottom: 5e-4, marks: [100, 1, 0.01] };

function Errors({ width, height, ...shown }: Shown & Room) {
	const { courses, shape, rates, errors, sampled, diverged, curvature, best } = shown;
	const { top, bottom, marks } = axisOf(curvature);
	const across = scale(0, T, width);
	const down = scale(top, bottom, height, 'log');
	const path = (of: readonly number[]): string => pathOf(stepsOf(of).map((t) => [across(t), down(of[t] ?? 0)]));
	const floors = rates.map((rate) => floorOf(rate, shown));
	const lowest = Array.from({ length: T + 1 }, (_, t) => bestOf(t, shown));
	return (
		<Plot
			title="Squared error before each step, log scale"
			width={width}
			height={height}
			xTicks={ticks([0, T / 2, T], across, (value) => value.toLocaleString('en-US'))}
			yTicks={ticks(marks, down)}
			clipped={
				<>
					<path class="edge dash" d={path(lowest)} />
					{others(shape).map((one) => (
						<path key={one} class="edge" d={path(courses[one].errors)} />
					))}
					<path class="line dash" d={path(floors)} />
					<path class="thin" opacity={0.6} d={path(sampled)} />
					<path class="mark" d={path(errors)} />
				</>
			}
		>
			{diverged >= 0 && (
				<text class="t-strong halo" x={across(diverged) + 8} y={16}>
					diverged
				</text>
			)}
			<Ends
				x={width}
				height={height}
				chosen={shape}
				places={[...SHAPES.map((one) => [one, down(courses[one].errors.at(-1) ?? 0)] as const), ['best', down(best)]]}
			/>
			<Legend
				y={height + 44}
				items={[
					{ x: -32, text: 'expected', mark: 'mark' },
					{ x: 50, text: 'runs', mark: <path class="thin" opacity={0.6} d="M-9 0h18" /> },
					{ x: 108, text: 'floor of this rate', mark: 'line dash' },
				]}
			/>
		</Plot>
	);
}

/** Least distance of two names, in units. */
const LINE = 15;

/** Names where the curves end, each pushed off the one above it and back from the bottom. */
function Ends({
	x,
	height,
	chosen,
	places,
}: {
	readonly x: number;
	readonly height: number;
	readonly chosen: Shape;
	readonly places: readonly (readonly [name: Shape | 'best', y: number])[];
}): ComponentChildren {
	// By where they end, also below the axis, where all stand on one line.
	const sorted = [...places]
		.sort(([, one], [, other]) => (one === other ? 0 : one - other))
		.map(([name, y]) => ({ name, y: Math.max(0, Math.min(height, y)), at: 0 }));
	let free = Number.NEGATIVE_INFINITY;
	for (const one of sorted) {
		one.at = Math.max(one.y, free);
		free = one.at + LINE;
	}
	free = height;
	for (const one of sorted.toReversed()) {
		one.at = Math.min(one.at, free);
		free = one.at - LINE;
	}
	return sorted.map(({ name, y, at }) => (
		<g key={name}>
			<path class={name === chosen ? 'mark' : 'edge'} d={`M${x} ${y}l8 ${at - y}`} />
			<text class={name === chosen ? 't-strong' : 't-muted'} x={x + 12} y={at + 4}>
				{name}
			</text>
		</g>
	));
}
