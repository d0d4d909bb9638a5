/** The valley with the path, a start to drag in it, the loss on the way, and the step size held against its limit. */
import type { DrawingOf, FigureOf, Room } from '../parts/contract.ts';
import { draggable, Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { factorOf, MOST, type model, type Point, type Shown } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 452],
		draw: (figure) => (
			<>
				<Valley figure={figure} width={560} height={240} unit={40} />
				{placed(34, 306, <Losses {...figure.state} width={290} />)}
				{placed(390, 306, <Rates {...figure.state} width={160} />)}
			</>
		),
	},
	phone: { size: [280, 200], draw: (figure) => <Valley figure={figure} width={280} height={172} unit={20} /> },
	more: {
		size: [280, 336],
		draw: ({ state }) => [
			placed(34, 28, <Losses {...state} width={232} />),
			placed(34, 188, <Rates {...state} width={232} />),
		],
	},
};

/** `unit` is one of the valley, in the picture's. */
function Valley({ figure, width, height, unit }: Room & { readonly figure: Figure; readonly unit: number }) {
	const { state, settings, set, settle } = figure;
	const { run, t } = state;
	const { start, steep, angle } = state.descent;
	const [middle, floor] = [width / 2, height / 2];
	const place = ([x, y]: Point): Point => [Math.round(middle + unit * x), Math.round(floor - unit * y)];
	const path = run.points.slice(0, t + 1).map(place);
	const [nowX, nowY] = path[t] ?? [0, 0];
	return (
		<>
			<svg class="panel" width={width} height={height} aria-hidden="true">
				<g transform={`translate(${middle} ${floor}) rotate(${(-180 * angle) / Math.PI})`}>
					{[1, 2, 3, 4, 6, 8, 10, 12].map((along) => (
						<ellipse key={along} class="hair" rx={along * unit} ry={Math.round((along * unit) / Math.sqrt(steep))} />
					))}
				</g>
				<path class="edge" d={`M${middle - 6} ${floor}h12m-6-6v12`} />
				<path class="thin" d={pathOf(path)} />
				{/* Each point once more, as a line of no length with round ends. */}
				<path class="thin" stroke-width={5} stroke-linecap="round" d={path.map(([x, y]) => `M${x} ${y}h0`).join('')} />
				<circle class="f-ink" cx={nowX} cy={nowY} r={5} />
			</svg>
			<g
				class="handle"
				transform={`translate(${place(start).join(' ')})`}
				{...draggable(
					({ x, y }) =>
						set({ x: nearestStep(settings.x, (x - middle) / unit), y: nearestStep(settings.y, (floor - y) / unit) }),
					settle,
				)}
			>
				<circle r={22} fill="transparent" />
				<circle class="open" r={8} stroke-width={2} />
			</g>
			<Legend
				y={height + 18}
				items={[
					{ x: 0, text: 'start', mark: <circle class="open" r={6} stroke-width={2} /> },
					{ x: 66, text: 'a step', mark: <path class="thin" stroke-width={5} stroke-linecap="round" d="M0 0h0" /> },
					{ x: 130, text: 'now', mark: <circle class="f-ink" r={5} /> },
					{ x: 184, text: 'minimum', mark: <path class="edge" d="M-6 0H6M0-6V6" /> },
				]}
			/>
		</>
	);
}

const HIGH = 100;

function Losses({ run, t, loss, width }: Shown & { readonly width: number }) {
	const across = scale(0, MOST, width);
	const down = scale(1e6, 1e-8, HIGH, 'log');
	const [x, y] = [across(t), down(loss)];
	return (
		<Plot
			title="Loss after each step, log scale"
			width={width}
			height={HIGH}
			xTicks={ticks([0, 50, 100, 150, 200], across)}
			yTicks={ticks([1e4, 1, 1e-4, 1e-8], down, (value) =>
				value === 1 ? '1' : value.toExponential(0).replace('+', '').replace('-', '−'),
			)}
			clipped={<path class="mark" d={pathOf(run.losses.slice(0, t + 1).map((one, at) => [across(at), down(one)]))} />}
		>
			{run.diverged === t ? (
				<text class="t-strong halo" x={Math.max(x - 8, 64)} y={Math.max(6, y)} text-anchor="end">
					diverged
				</text>
			) : (
				y <= HIGH && <circle class="f-ink" cx={x} cy={y} r={4} />
			)}
		</Plot>
	);
}

/** SGD: what each step size would multiply the error by, across the valley and along it. Otherwise the step that each coordinate was left with. */
function Rates({ descent, run, t, limit, width }: Shown & { readonly width: number }) {
	const { method, eta, beta, steep } = descent;
	const plain = method === 'SGD';
	const end = plain ? 0.2 : MOST;
	const across = scale(0, end, width);
	const down = plain ? scale(1.5, 0, HIGH) : scale(100, 1e-3, HIGH, 'log');
	const factors = (curvature: number): Point[] =>
		Array.from({ length: 81 }, (_, at) => [across(at / 400), down(factorOf(at / 400, curvature, beta))]);
	const left = (axis: 0 | 1): Point[] => run.scales.slice(0, t).map((steps, at) => [across(at + 1), down(steps[axis])]);
	return (
		<Plot
			title={plain ? 'Factor per step, by step size' : 'Step in each coordinate'}
			width={width}
			height={HIGH}
			xTicks={ticks([0, end / 2, end], across)}
			yTicks={ticks(plain ? [0, 1] : [0.01, 1, 100], down)}
			clipped={
				<>
					<path class="line dash" d={pathOf(plain ? factors(1) : left(0))} />
					<path class="mark" d={pathOf(plain ? factors(steep) : left(1))} />
					{plain && <path class="line" d={`M${across(eta)} 0V${HIGH}`} />}
				</>
			}
		>
			{plain &&
				[1, steep].map((curvature) => {
					const y = down(factorOf(eta, curvature, beta));
					return y >= 0 && <circle key={curvature} class="f-ink" cx={across(eta)} cy={y} r={4} />;
				})}
			{plain && limit <= end && <path class="f-ink" d={`M${across(limit)} ${down(1)}l5-9h-10z`} />}
			<Legend
				y={HIGH + 36}
				items={[
					{ x: -28, text: plain ? 'across' : 'y', mark: 'mark' },
					{ x: 48, text: plain ? 'along' : 'x', mark: 'line dash' },
					...(plain ? [{ x: 118, text: 'limit', mark: <path class="f-ink" d="M0 5l5-9h-10z" /> }] : []),
				]}
			/>
		</Plot>
	);
}
