/** A start to drag in a valley, the path from there, the loss on the way, and the step size held against its limit. */
import { Player, Slider, Toggle } from '../parts/controls.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Frame, type Preset } from '../parts/Frame.tsx';
import { Axis, draggable, Legend, pathOf } from '../parts/marks.tsx';
import { type Layout, Picture } from '../parts/Picture.tsx';
import { Readings } from '../parts/Readings.tsx';
import { choice, nearestStep, number } from '../parts/settings.ts';
import { type FigureState, useFigure } from '../parts/useFigure.ts';
import { type Descent, descend, distance, factorOf, LOST, limitOf, type Point, type Run } from './model.ts';

const MOST = 200;
const settings = {
	method: choice(['SGD', 'RMSProp', 'Adam'], 'SGD'),
	eta: number(0.001, 0.2, 0.001, 0.077),
	beta: number(0, 0.9, 0.01, 0),
	rate: number(0.01, 1, 0.01, 0.5),
	steep: number(2, 50, 1, 25),
	valley: choice(['on an axis', 'diagonal'], 'on an axis'),
	x: number(-6.5, 6.5, 0.1, 5.5),
	y: number(-2.8, 2.8, 0.1, 1.5),
	steps: number(0, MOST, 1, 40),
};

/** All that one state of the figure shows. */
interface Shown {
	readonly descent: Descent;
	/** As far as it goes, whatever is shown of it. */
	readonly run: Run;
	/** The step shown: the one asked for, or the last of a run that ended before. */
	readonly t: number;
	readonly loss: number;
	readonly limit: number;
	/** Per step, across the valley and along it. */
	readonly factors: Point;
	/** The first step within 0.01 of the minimum; −1 if the one shown is not. */
	readonly arrived: number;
}

function shownOf(descent: Descent, run: Run, steps: number): Shown {
	const { eta, beta, steep, start } = descent;
	const t = Math.min(steps, run.points.length - 1);
	return {
		descent,
		run,
		t,
		loss: run.losses[t] ?? 0,
		limit: limitOf(steep, beta),
		factors: [factorOf(eta, steep, beta), factorOf(eta, 1, beta)],
		arrived: distance(run.points[t] ?? start) < 0.01 ? run.points.findIndex((point) => distance(point) < 0.01) : -1,
	};
}

const said = (value: number): string =>
	value !== 0 && value < 1e-3 ? value.toExponential(1) : Number(value.toPrecision(3)).toLocaleString('en-US');
const signed = (value: number): string => value.toFixed(1).replace('-', '−');

function finding({
	descent: { method },
	run: { losses, diverged },
	t,
	loss,
	factors: [across],
	arrived,
}: Shown): string {
	if (diverged === t) return `Diverged: more than ${LOST} away from the minimum after ${t} steps.`;
	if (method === 'SGD' && across > 1.0005)
		return `Past the limit: in the end each step multiplies the error across the valley by ${across.toFixed(3)}.`;
	if (arrived >= 0) return `${method} came within 0.01 of the minimum after ${arrived} steps.`;
	return `After ${t} steps of ${method} the loss is ${said(loss)}, from ${said(losses[0] ?? 0)}.`;
}

export default function GradientDescent({ number: position }: { readonly number: number }) {
	const figure = useFigure('gradient-descent', settings);
	const { method, eta, beta, rate, steep, valley, x, y, steps } = figure.values;
	const plain = method === 'SGD';
	const angle = valley === 'diagonal' ? Math.PI / 4 : 0;
	const descent: Descent = { method, eta: plain ? eta : rate, beta, steep, angle, start: [x, y], steps: MOST };
	const shown = shownOf(descent, descend(descent), steps);
	const { run, t, loss, limit, factors } = shown;
	const [across, along] = run.scales[Math.max(0, t - 1)] ?? [0, 0];
	const etaSign = <i>η</i>;

	return (
		<Frame
			figure={figure}
			number={position}
			title="A valley with steep walls"
			finding={finding(shown)}
			caption={
				plain ? (
					<>
						The limit is 2(1 + momentum)/{steep} = {limit.toFixed(3)}. Each step multiplies the error across the valley
						by {factors[0].toFixed(3)}, along it by {factors[1].toFixed(3)}. Gradients are exact.
					</>
				) : (
					<>
						Each coordinate’s gradient is divided by its own recent size √v, so no fixed limit holds.{' '}
						{method === 'Adam' ? 'Betas 0.9 and 0.999.' : 'v decays by 0.9, uncorrected.'}
					</>
				)
			}
			tryThis="Cross the limit; drag the round handle; turn the valley; compare the methods."
			presets={presetsOf(shown)}
			picture={
				<>
					<Picture
						id={figure.id}
						title={`${t} steps of ${method}, and their loss`}
						description={describe(shown)}
						wide={[560, 452]}
						phone={[280, 546]}
						draw={(layout) => <Drawing layout={layout} shown={shown} figure={figure} />}
					/>
					<Readings
						readings={[
							{ name: `Loss after ${t} steps`, value: said(loss), note: `from ${said(run.losses[0] ?? 0)}` },
							{ name: 'Distance', value: said(distance(run.points[t] ?? [0, 0])), note: 'from the minimum' },
							plain
								? {
										name: 'Step × steepest curvature',
										value: said(eta * steep),
										note: `of ${said(2 * (1 + beta))} at most`,
									}
								: { name: 'Step in x and y', value: `${said(across)}, ${said(along)}`, note: 'of the slope' },
						]}
					/>
				</>
			}
			controls={
				<>
					<Toggle figure={figure} name="method" label="Method" />
					{plain ? (
						<>
							<Slider
								figure={figure}
								name="eta"
								label={<>Step size {etaSign}</>}
								spoken="Step size"
								meaning={`${eta > limit ? 'past the limit' : 'limit'} ${limit.toFixed(3)}`}
							/>
							<Slider
								figure={figure}
								name="beta"
								label={
									<>
										Momentum <i>β</i>
									</>
								}
								spoken="Momentum"
								meaning={`adds up to a step of ${said(eta / (1 - beta))}`}
							/>
						</>
					) : (
						<Slider figure={figure} name="rate" label={<>Step size {etaSign}</>} spoken="Step size" meaning="" />
					)}
					<Slider
						figure={figure}
						name="steep"
						label={
							<>
								Curvature{' '}
								<i>
									λ<sub>max</sub>
								</i>
							</>
						}
						spoken="Steepest curvature"
						meaning={`${steep} times the flattest`}
					/>
					<Toggle figure={figure} name="valley" label="Valley" />
					<Slider
						figure={figure}
						name="x"
						label={
							<>
								Start <i>x</i>
							</>
						}
						spoken="Start, x"
						meaning=""
					/>
					<Slider
						figure={figure}
						name="y"
						label={
							<>
								Start <i>y</i>
							</>
						}
						spoken="Start, y"
						meaning=""
					/>
					<Slider figure={figure} name="steps" label="Steps" spoken="Steps taken" meaning="" />
					<Player figure={figure} name="steps" last={run.points.length - 1} pace={80} />
				</>
			}
			table={
				<DataTable
					caption={`The path of ${method}`}
					columns={['Step', 'x', 'y', 'Loss']}
					rows={told(t).map((at) => {
						const [x, y] = run.points[at] ?? [0, 0];
						return [String(at), x.toFixed(3), y.toFixed(3), said(run.losses[at] ?? 0)];
					})}
					current={told(t).length - 1}
				/>
			}
		/>
	);
}

/** The steps that a table needs to tell the run, up to the last. */
const told = (last: number): number[] => [...[0, 1, 2, 5, 10, 20, 50, 100].filter((t) => t < last), last];

function describe({ descent: { method, steep, start }, run, t }: Shown): string {
	const losses = told(t).map((at) => `${said(run.losses[at] ?? 0)} at step ${at}`);
	return `Contours of a valley, curvature 1 along its floor and ${steep} across. From ${start.map(signed).join(', ')} the path of ${method} leads in ${t} steps to ${run.points[t]?.map(signed).join(', ')}. The loss: ${losses.join(', ')}.`;
}

function presetsOf({ run, t, limit, factors, descent, arrived }: Shown): Preset<typeof settings>[] {
	const lowest = Math.min(...run.losses);
	return [
		{
			name: 'A step just past the limit',
			values: { eta: 0.081, steps: MOST },
			lesson: () => (
				<>
					The loss falls at first, to {said(lowest)} at step {run.losses.indexOf(lowest)}: drift along the floor hides
					swings that grow by {factors[0].toFixed(3)} a step.
				</>
			),
		},
		{
			name: 'The same step, a steeper wall',
			values: { steep: 30 },
			lesson: () => (
				<>
					The limit fell to {limit.toFixed(3)}, and what was the best step size is lost after {t} steps. The steepest
					direction sets the limit for all.
				</>
			),
		},
		{
			name: 'Momentum past the plain limit',
			values: { eta: 0.111, beta: 0.44 },
			lesson: () => (
				<>
					Plain descent would diverge. Now the limit is {limit.toFixed(3)}, the error shrinks by {factors[1].toFixed(3)}{' '}
					a step, and {arrived} steps suffice.
				</>
			),
		},
		{
			name: 'RMSProp that never settles',
			values: { method: 'RMSProp', steps: MOST },
			lesson: () => (
				<>
					Gradient and √v shrink together, so steps stay about {descent.eta} long however flat it is. Only a decaying
					step size ends the hovering.
				</>
			),
		},
		{
			name: 'Adam in a diagonal valley',
			values: { method: 'Adam', rate: 0.2, steep: 50, valley: 'diagonal', x: 4, y: -1.5, steps: 100 },
			lesson: () => (
				<>
					Both coordinates now feel the wall, so dividing each by its own size separates nothing: after {t} steps the
					loss is {said(run.losses[t] ?? 0)}. Turn it back and compare.
				</>
			),
		},
	];
}

interface Parts {
	readonly layout: Layout;
	readonly shown: Shown;
	readonly figure: FigureState<typeof settings>;
}

function Drawing(parts: Parts) {
	const isWide = parts.layout === 'wide';
	return (
		<>
			<Valley {...parts} />
			<g transform={isWide ? 'translate(34 306)' : 'translate(34 238)'}>
				<Losses {...parts} width={isWide ? 290 : 232} />
			</g>
			<g transform={isWide ? 'translate(390 306)' : 'translate(34 398)'}>
				<Rates {...parts} width={isWide ? 160 : 232} />
			</g>
		</>
	);
}

function Valley({ layout, shown: { descent, run, t }, figure }: Parts) {
	const [width, height, unit] = layout === 'wide' ? [560, 240, 40] : [280, 172, 20];
	const place = ([x, y]: Point): Point => [width / 2 + unit * x, height / 2 - unit * y];
	const { start, steep, angle } = descent;
	const path = run.points.slice(0, t + 1).map(place);
	const d = pathOf(path);
	const [nowX, nowY] = path[t] ?? [0, 0];
	const hold = (x: number, y: number): void =>
		figure.set({
			x: nearestStep(settings.x, (x - width / 2) / unit),
			y: nearestStep(settings.y, (height / 2 - y) / unit),
		});
	return (
		<>
			<svg class="panel" width={width} height={height} aria-hidden="true">
				<g transform={`translate(${width / 2} ${height / 2}) rotate(${(-180 * angle) / Math.PI})`}>
					{[1, 2, 3, 4, 6, 8, 10, 12].map((along) => (
						<ellipse key={along} class="hair" rx={along * unit} ry={Math.round((along * unit) / Math.sqrt(steep))} />
					))}
				</g>
				<path class="edge" d={`M${width / 2 - 6} ${height / 2}h12m-6-6v12`} />
				<path class="thin" d={d} />
				{/* Each point once more, as a line of no length with round ends. */}
				<path
					class="thin"
					stroke-width={5}
					stroke-linecap="round"
					d={path.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`).join('')}
				/>
				<circle class="f-ink" cx={Math.round(nowX)} cy={Math.round(nowY)} r={5} />
			</svg>
			<g
				class="handle"
				transform={`translate(${place(start).map(Math.round).join(' ')})`}
				{...draggable(({ x, y }) => hold(x, y), figure.settle)}
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
/** Powers of ten that the chart of losses reaches from and to. */
const [LOW, TOP] = [-8, 6];

type Chart = Parts & { readonly width: number };

function Losses({ shown: { run, t }, width }: Chart) {
	const place = (t: number): Point => {
		const power = Math.log10(Math.max(run.losses[t] ?? 0, 1e-99));
		return [(t / MOST) * width, ((TOP - power) / (TOP - LOW)) * HIGH];
	};
	const [nowX = 0, nowY = 0] = place(t).map(Math.round);
	return (
		<>
			<text y={-14}>Loss after each step, log scale</text>
			{[4, 0, -4, -8].map((power) => {
				const y = Math.round(((TOP - power) / (TOP - LOW)) * HIGH);
				return (
					<g key={power}>
						<path class="hair" d={`M0 ${y}H${width}`} />
						<text class="t-muted" x={-6} y={y + 4} text-anchor="end">
							{power ? `1e${power}`.replace('-', '−') : '1'}
						</text>
					</g>
				);
			})}
			<svg class="panel" width={width} height={HIGH} aria-hidden="true">
				<path class="mark" d={pathOf(run.losses.slice(0, t + 1).map((_, at) => place(at)))} />
			</svg>
			{run.diverged === t ? (
				<text class="t-strong halo" x={Math.max(nowX - 8, 64)} y={Math.max(6, nowY)} text-anchor="end">
					diverged
				</text>
			) : (
				nowY <= HIGH && <circle class="f-ink" cx={nowX} cy={nowY} r={4} />
			)}
			<Axis
				x={0}
				y={HIGH}
				length={width}
				ticks={[0, 50, 100, 150, 200].map((at) => ({ at: (at / MOST) * width, text: String(at) }))}
			/>
		</>
	);
}

/** SGD: what each step size would multiply the error by, across the valley and along it. Otherwise the step that each coordinate was left with. */
function Rates({ shown: { descent, run, t, limit }, width }: Chart) {
	const { method, eta, beta, steep } = descent;
	const plain = method === 'SGD';
	/** Factors from 0 to 1.5, powers of ten from −3 to 2. */
	const high = (value: number): number => (plain ? (1 - value / 1.5) * HIGH : ((2 - Math.log10(value)) / 5) * HIGH);
	const factors = (curvature: number): Point[] =>
		Array.from({ length: width / 2 + 1 }, (_, at) => {
			return [2 * at, high(factorOf((0.4 * at) / width, curvature, beta))];
		});
	const left = (axis: 0 | 1): Point[] =>
		run.scales.slice(0, t).map((scale, at) => [((at + 1) / MOST) * width, high(scale[axis])]);
	const acrossOf = (step: number): number => Math.round((step / 0.2) * width);
	const at = acrossOf(eta);
	return (
		<>
			<text y={-14}>{plain ? 'Factor per step, by step size' : 'Step in each coordinate'}</text>
			{(plain ? [0, 1] : [0.01, 1, 100]).map((value) => (
				<g key={value}>
					<path class={value === 1 ? 'edge' : 'hair'} d={`M0 ${Math.round(high(value))}H${width}`} />
					<text class="t-muted" x={-6} y={Math.round(high(value)) + 4} text-anchor="end">
						{String(value)}
					</text>
				</g>
			))}
			<svg class="panel" width={width} height={HIGH} aria-hidden="true">
				<path class="line dash" d={pathOf(plain ? factors(1) : left(0))} />
				<path class="mark" d={pathOf(plain ? factors(steep) : left(1))} />
				{plain && <path class="line" d={`M${at} 0V${HIGH}`} />}
			</svg>
			{plain &&
				[1, steep].map((curvature) => {
					const y = Math.round(high(factorOf(eta, curvature, beta)));
					return y >= 0 && <circle key={curvature} class="f-ink" cx={at} cy={y} r={4} />;
				})}
			{plain && limit <= 0.2 && <path class="f-ink" d={`M${acrossOf(limit)} ${Math.round(high(1))}l5-9h-10z`} />}
			<Axis
				x={0}
				y={HIGH}
				length={width}
				ticks={[0, 0.5, 1].map((share) => ({ at: share * width, text: String(share * (plain ? 0.2 : MOST)) }))}
			/>
			<Legend
				y={HIGH + 36}
				items={[
					{ x: -28, text: plain ? 'across' : 'y', mark: <path class="mark" d="M-9 0H9" /> },
					{ x: 48, text: plain ? 'along' : 'x', mark: <path class="line dash" d="M-9 0H9" /> },
					...(plain ? [{ x: 118, text: 'limit', mark: <path class="f-ink" d="M0 5l5-9h-10z" /> }] : []),
				]}
			/>
		</>
	);
}
