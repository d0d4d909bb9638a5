/** The points with their perpendiculars to an axis that can be turned, and what it keeps and leaves at every angle. */
import type { DrawingOf, FigureOf, Room } from '../parts/contract.ts';
import { draggable, Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { said } from '../parts/words.ts';
import { ANGLES, footOf, type model, type Point, type Shown, TURN } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 306],
		draw: (figure) => (
			<>
				<Plane figure={figure} side={266} />
				{placed(330, 28, <Waves {...figure.state} width={224} height={200} />)}
			</>
		),
	},
	phone: {
		size: [280, 244],
		draw: (figure) => placed(36, 0, <Plane figure={figure} side={208} />),
	},
	more: {
		size: [280, 216],
		draw: ({ state }) => placed(34, 28, <Waves {...state} width={236} height={120} />),
	},
};

/** One scale for both features, or perpendiculars would not look so. */
function Plane({ figure, side }: { readonly figure: Figure; readonly side: number }) {
	const { state, settings, set, settle } = figure;
	const { points, angle, best } = state;
	const half = side / 2;
	// The handle stays beyond all points, wherever it is turned.
	const unit = (half - 32) / Math.max(...points.map(([x, y]) => Math.hypot(x, y)));
	const place = ([x, y]: Point): Point => [Math.round(half + unit * x), Math.round(half - unit * y)];
	/** From border to border, in a direction. */
	const through = (degrees: number, length: number): Point[] => {
		const [x, y] = [Math.cos((degrees * Math.PI) / TURN), Math.sin((degrees * Math.PI) / TURN)];
		return [-1, 1].map((way): Point => [Math.round(half + way * length * x), Math.round(half - way * length * y)]);
	};
	const axis = through(angle, half - 6);
	const [handleX, handleY] = axis[1] ?? [0, 0];
	return (
		<>
			<svg class="panel" width={side} height={side} aria-hidden="true">
				<path class="hair" d={`M0 ${half}H${side}M${half} 0V${side}`} />
				<path class="line dash" d={pathOf(through(best, side))} />
			</svg>
			<path class="mark" d={pathOf(axis)} />
			<path
				class="thin"
				d={points.map((point) => `M${place(point).join(' ')}L${place(footOf(point, angle)).join(' ')}`).join('')}
			/>
			{points.map((point, at) => {
				const [x, y] = place(point);
				const [footX, footY] = place(footOf(point, angle));
				return (
					<g key={at}>
						<circle class="f-mark" cx={footX} cy={footY} r={4} />
						<circle class="f-ink" cx={x} cy={y} r={5} />
					</g>
				);
			})}
			<text class="t-muted halo" x={side} y={side - 4} text-anchor="end">
				{`± ${said(half / unit)}`}
			</text>
			<g
				class="handle"
				transform={`translate(${handleX} ${handleY})`}
				{...draggable(({ x, y }) => {
					const turned = (Math.atan2(half - y, x - half) * TURN) / Math.PI;
					set({ angle: nearestStep(settings.angle, (turned + TURN) % TURN) });
				}, settle)}
			>
				<circle r={22} fill="transparent" />
				<circle class="open" r={8} stroke-width={2} />
			</g>
			<Legend
				y={side + 22}
				items={[
					{ x: 0, text: 'axis', mark: 'mark' },
					{ x: 58, text: 'score', mark: <circle class="f-mark" r={4} /> },
					{ x: 128, text: 'first component', mark: 'line dash' },
				]}
			/>
		</>
	);
}

function Waves({ curve, angle, kept, left, total, centered, width, height }: Shown & Room) {
	const [across, down] = [scale(0, TURN, width), scale(total, 0, height)];
	const wave = (of: 'kept' | 'left') => pathOf(curve.map((one, at) => [across(ANGLES[at] ?? 0), down(one[of])]));
	return (
		<Plot
			title="What each angle keeps and leaves"
			width={width}
			height={height}
			xTicks={ticks([0, 45, 90, 135, 180], across, (value) => `${value}°`)}
			yTicks={ticks([0, total], down, (value) => said(value))}
			clipped={
				<>
					<path class="line dash" d={wave('left')} />
					<path class="mark" d={wave('kept')} />
				</>
			}
		>
			<path class="line" d={`M${across(angle)} 0V${height}`} />
			<circle class="f-ink" cx={across(angle)} cy={down(left)} r={4} />
			<circle class="f-mark" cx={across(angle)} cy={down(kept)} r={5} />
			<Legend
				y={height + 42}
				items={[
					{ x: 0, text: centered ? 'variance' : 'mean square', mark: 'mark' },
					{ x: 116, text: 'residual', mark: 'line dash' },
				]}
			/>
		</Plot>
	);
}
