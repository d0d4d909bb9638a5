/** The rate of each step, and below it the error: expected, sampled, and held against the floor of the rate and the best possible. */
import type { ComponentChildren } from 'preact';
import type { Drawing } from '../parts/contract.ts';
import { Legend, Plot, pathOf, scale, ticks } from '../parts/marks.tsx';
import { bestOf, type Course, floorOf, LIMIT, type model, SHAPES, type Shape, type Shown, T } from './model.ts';

export const drawing: Drawing<typeof model.settings, Shown> = {
	wide: {
		size: [560, 396],
		draw: ({ state }) => (
			<>
				<g transform="translate(40 28)">
					<Rates shown={state} width={440} height={76} />
				</g>
				<g transform="translate(40 160)">
					<Errors shown={state} width={440} height={180} />
				</g>
			</>
		),
	},
	phone: {
		size: [280, 262],
		draw: ({ state }) => (
			<>
				<g transform="translate(32 28)">
					<Rates shown={state} width={184} height={34} />
				</g>
				<g transform="translate(32 98)">
					<Errors shown={state} width={184} height={110} />
				</g>
			</>
		),
	},
};

interface Chart {
	readonly shown: Shown;
	readonly width: number;
	readonly height: number;
}

/** Steps at which curves are drawn: densely at first, where errors fall fast, and on both sides of a jump. */
const stepsOf = ({ rates, errors }: Course, peak: number): number[] =>
	errors.flatMap((_, t) => {
		const jumps = (at: number): boolean => Math.abs((rates[at] ?? 0) - (rates[at - 1] ?? 0)) > 0.05 * peak;
		const last = t === errors.length - 1;
		return last || t % (t < 80 ? 4 : 20) === 0 || (t < T && jumps(t)) || (t + 1 < T && jumps(t + 1)) ? [t] : [];
	});

const others = (chosen: Shape): Shape[] => SHAPES.filter((shape) => shape !== chosen);

function Rates({ shown, width, height }: Chart) {
	const { courses, shape, peak, curvature } = shown;
	const [across, down] = [scale(0, T, width), scale(peak, 0, height)];
	const path = (course: Course): string =>
		pathOf(stepsOf({ ...course, errors: course.rates }, peak).map((t) => [across(t), down(course.rates[t] ?? 0)]));
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
						<path key={one} class="edge" d={path(courses[one])} />
					))}
					<path class="mark" d={path(courses[shape])} />
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
	curvature < 1 ? { top: 300, bottom: 0.1, marks: [100, 10, 1] } : { top: 1000, bottom: 2e-4, marks: [100, 1, 0.01] };

function Errors({ shown, width, height }: Chart) {
	const { courses, shape, rates, sampled, peak, diverged, curvature } = shown;
	const { top, bottom, marks } = axisOf(curvature);
	const across = scale(0, T, width);
	const down = scale(top, bottom, height, 'log');
	const path = (course: Course, of: (t: number) => number): string =>
		pathOf(stepsOf(course, peak).map((t) => [across(t), down(of(t))]));
	const errorsAt = (course: Course): string => path(course, (t) => course.errors[t] ?? 0);
	const lastRate = rates.length - 1;
	return (
		<Plot
			title="Squared error before each step, log scale"
			width={width}
			height={height}
			xTicks={ticks([0, T / 2, T], across, (value) => value.toLocaleString('en-US'))}
			yTicks={ticks(marks, down)}
			clipped={
				<>
					<path class="hair" d={path(courses[shape], (t) => bestOf(t, shown))} />
					{others(shape).map((one) => (
						<path key={one} class="edge" d={errorsAt(courses[one])} />
					))}
					<path class="line dash" d={path(courses[shape], (t) => floorOf(rates[Math.min(t, lastRate)] ?? 0, shown))} />
					<path class="thin" opacity={0.6} d={path(courses[shape], (t) => sampled[t] ?? 0)} />
					<path class="mark" d={errorsAt(courses[shape])} />
				</>
			}
		>
			{diverged >= 0 && (
				<text class="t-strong halo" x={across(diverged) - 8} y={12} text-anchor="end">
					diverged
				</text>
			)}
			<Ends
				x={width}
				height={height}
				chosen={shape}
				places={SHAPES.map((one) => [one, down(courses[one].errors.at(-1) ?? 0)])}
			/>
			<Legend
				y={height + 44}
				items={[
					{ x: -28, text: 'expected', mark: 'mark' },
					{ x: 54, text: 'runs', mark: <path class="thin" opacity={0.6} d="M-9 0h18" /> },
					{ x: 112, text: 'floor of rate', mark: 'line dash' },
					{ x: 210, text: 'best', mark: 'hair' },
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
	readonly places: readonly (readonly [shape: Shape, y: number])[];
}): ComponentChildren {
	const sorted = places
		.map(([shape, y]) => ({ shape, y: Math.max(0, Math.min(height, y)), at: 0 }))
		.sort((one, other) => one.y - other.y);
	let free = Number.NEGATIVE_INFINITY;
	for (const name of sorted) {
		name.at = Math.max(name.y, free);
		free = name.at + LINE;
	}
	free = height;
	for (const name of sorted.toReversed()) {
		name.at = Math.min(name.at, free);
		free = name.at - LINE;
	}
	return sorted.map(({ shape, y, at }) => (
		<g key={shape}>
			<path class={shape === chosen ? 'mark' : 'edge'} d={`M${x} ${y}l8 ${at - y}`} />
			<text class={shape === chosen ? 't-strong' : 't-muted'} x={x + 12} y={at + 4}>
				{shape}
			</text>
		</g>
	));
}
