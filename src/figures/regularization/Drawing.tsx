/** Contours of the loss with the region that the penalty allows, where they touch, and both weights along the path. */
import type { DrawingOf, FigureOf, Room } from '../parts/contract.ts';
import { draggable, Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { chargeFor, lossAt, type model, type Point, type Shown, STRENGTHS, STRONGEST } from './model.ts';

type Figure = FigureOf<typeof model>;

/** From the origin to the border of the plane. */
const REACH = 3;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 318],
		draw: (figure) => (
			<>
				<Plane figure={figure} side={270} />
				{placed(326, 28, <Weights {...figure.state} width={228} height={204} />)}
			</>
		),
	},
	phone: {
		size: [280, 250],
		draw: (figure) => placed(36, 0, <Plane figure={figure} side={208} />),
	},
	more: {
		size: [280, 220],
		draw: ({ state }) => placed(34, 28, <Weights {...state} width={236} height={124} />),
	},
};

/** The border of the region where no more is charged than for these weights: the same charge in every direction. */
function border({ objective: { penalty }, charge }: Shown): Point[] {
	// A diamond is its corners: points between them, in whole units, would only bend its sides.
	const corners = penalty === 'L1' ? 4 : 48;
	return Array.from({ length: corners }, (_, at): Point => {
		const angle = (2 * Math.PI * at) / corners;
		const direction: Point = [Math.cos(angle), Math.sin(angle)];
		// Along a ray the charge is linear times r plus quadratic times r².
		const quadratic =
			(chargeFor(penalty, [2 * direction[0], 2 * direction[1]]) - 2 * chargeFor(penalty, direction)) / 2;
		const linear = chargeFor(penalty, direction) - quadratic;
		const radius =
			quadratic < 1e-9
				? charge / linear
				: (Math.sqrt(linear * linear + 4 * quadratic * charge) - linear) / (2 * quadratic);
		return [radius * direction[0], radius * direction[1]];
	});
}

function Plane({ figure, side }: { readonly figure: Figure; readonly side: number }) {
	const { state, settings, set, settle } = figure;
	const { objective, weights, path } = state;
	const { fit, rho } = objective;
	const half = side / 2;
	const unit = half / REACH;
	const place = ([x, y]: Point): Point => [Math.round(half + unit * x), Math.round(half - unit * y)];
	/** Half axes of the contour of that loss: along and across the diagonal. */
	const axes = (loss: number) => ({
		rx: Math.round(unit * Math.sqrt((2 * loss) / (1 + rho))),
		ry: Math.round(unit * Math.sqrt((2 * loss) / (1 - rho))),
	});
	const [fitX, fitY] = place(fit);
	const [nowX, nowY] = place(weights);
	return (
		<>
			<svg class="panel" width={side} height={side} aria-hidden="true">
				<path class="f-mark-12 mark" d={`${pathOf(border(state).map(place))}z`} />
				<path class="edge" d={`M0 ${half}H${side}M${half} 0V${side}`} />
				<g transform={`translate(${fitX} ${fitY}) rotate(-45)`}>
					{[0.05, 0.2, 0.45, 0.8, 1.8, 3.2].map((loss) => (
						<ellipse key={loss} class="hair" {...axes(loss)} />
					))}
					<ellipse class="line" {...axes(lossAt(objective, weights))} />
				</g>
				<path class="thin" d={pathOf(path.map(place))} />
				<text class="t-muted halo" x={side - 4} y={half + 17} text-anchor="end">
					first
				</text>
				<text class="t-muted halo" x={half + 6} y={14}>
					second
				</text>
			</svg>
			<circle class="f-ink" cx={nowX} cy={nowY} r={5} />
			<g
				class="handle"
				transform={`translate(${fitX} ${fitY})`}
				{...draggable(
					({ x, y }) =>
						set({
							first: nearestStep(settings.first, (x - half) / unit),
							second: nearestStep(settings.second, (half - y) / unit),
						}),
					settle,
				)}
			>
				<circle r={22} fill="transparent" />
				<circle class="open" r={8} stroke-width={2} />
			</g>
			<Legend
				y={side + 22}
				items={[
					{ x: 0, text: 'loss alone', mark: <circle class="open" r={6} stroke-width={2} /> },
					{ x: 92, text: 'solution', mark: <circle class="f-ink" r={5} /> },
					{ x: 170, text: 'path', mark: 'thin' },
				]}
			/>
		</>
	);
}

function Weights({ objective, strength, weights, path, width, height }: Shown & Room) {
	const [across, down] = [scale(0, STRONGEST, width), scale(REACH, -REACH, height)];
	const line = (which: 0 | 1) => pathOf(path.map((one, at) => [across(STRENGTHS[at] ?? 0), down(one[which])]));
	return (
		<Plot
			title={`Weights by λ, under ${objective.penalty}`}
			width={width}
			height={height}
			xTicks={ticks([0, 1, 2], across)}
			yTicks={ticks([-2, 0, 2], down, (value) => String(value).replace('-', '−'))}
			clipped={
				<>
					<path class="line dash" d={line(1)} />
					<path class="mark" d={line(0)} />
					<path class="line" d={`M${across(strength)} 0V${height}`} />
				</>
			}
		>
			<circle class="f-ink" cx={across(strength)} cy={down(weights[1])} r={4} />
			<circle class="f-mark" cx={across(strength)} cy={down(weights[0])} r={5} />
			<Legend
				y={height + 42}
				items={[
					{ x: 0, text: 'first weight', mark: 'mark' },
					{ x: 116, text: 'second weight', mark: 'line dash' },
				]}
			/>
		</Plot>
	);
}
