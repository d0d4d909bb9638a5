/** Fifty fits over the true curve, and for every degree what their error is made of. */
import { useMemo } from 'preact/hooks';
import { Slider } from '../parts/controls.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Frame, type Preset } from '../parts/Frame.tsx';
import { Axis, Legend, pathOf } from '../parts/marks.tsx';
import { Picture } from '../parts/Picture.tsx';
import { Readings } from '../parts/Readings.tsx';
import { number } from '../parts/settings.ts';
import { type FigureState, useFigure } from '../parts/useFigure.ts';
import { curvesOf, type Measured, SETS, type Sweep, sweep, TOP_DEGREE, truth } from './model.ts';

const DRAWS = 999;
const settings = {
	degree: number(0, TOP_DEGREE, 1, 3),
	noise: number(0, 1, 0.05, 0.5),
	points: number(8, 80, 1, 20),
	draw: number(1, DRAWS, 1, 1),
};

/** Errors to three digits; what is off every scale as a whole number. */
const said = (value: number): string => (value < 10 ? value.toFixed(3) : Math.round(value).toLocaleString('en-US'));

function finding({ chosen: { degree, bias2, variance, noise }, inputs }: Shown, asked: number): string {
	if (asked > degree)
		return `${inputs.length} points hold no more than degree ${degree}, which goes through all of them.`;
	if (noise === 0) return `Without noise all ${SETS} fits are the same, and only bias is left.`;
	if (variance > 10) return `At degree ${degree} no two fits agree: the variance is off the chart.`;
	if (bias2 > 2 * variance) return `Degree ${degree} errs by bias: the fits agree, and are wrong together.`;
	if (variance > 2 * bias2)
		return `Degree ${degree} errs by variance: right on average, and each fit off in its own way.`;
	return `Degree ${degree} pays about as much for bias as for variance.`;
}

/** All that one state of the figure shows. */
interface Shown extends Sweep, ReturnType<typeof curvesOf> {
	readonly chosen: Measured;
}

export default function BiasVariance({ number: position }: { readonly number: number }) {
	const figure = useFigure('bias-variance', settings);
	const { values } = figure;
	const { noise, points, draw } = values;
	const swept = useMemo(() => sweep({ sigma: noise, points, draw }), [noise, points, draw]);
	const { degrees } = swept;
	// As many parameters as points: no higher degree can be told apart.
	const chosen = degrees[values.degree] ?? degrees.at(-1);
	if (!chosen) throw new Error(`nothing is fitted to ${points} points`);
	const result: Shown = { ...swept, chosen, ...curvesOf(swept, chosen.degree) };
	const best = degrees.reduce((least, one) => (one.sum < least.sum ? one : least));
	const found = finding(result, values.degree);
	const resample = (): void => {
		figure.set({ draw: (draw % DRAWS) + 1 });
		figure.settle();
	};

	return (
		<Frame
			figure={figure}
			number={position}
			title={`${SETS} training sets, ${SETS} fits`}
			finding={found}
			caption={
				<>
					Squared bias {said(chosen.bias2)}, variance {said(chosen.variance)} and noise {said(chosen.noise)} add up to{' '}
					{said(chosen.sum)}. On fresh targets between the training points the error is {said(chosen.test)}; the rest is
					the luck of the draw. On the points they were fitted to it is {said(chosen.train)}. The sum is smallest at
					degree {best.degree}.
				</>
			}
			tryThis="Move the degree from 0 to 15, then draw other training sets: which of the two terms jumps?"
			presets={presetsOf(result)}
			picture={
				<>
					<Picture
						id={figure.id}
						title={`Fits of degree ${chosen.degree}, and the error at every degree`}
						description={describe(result)}
						wide={[560, 276]}
						phone={[280, 566]}
						draw={(layout) => (
							<>
								<g transform="translate(8 0)">
									<Curves {...result} />
								</g>
								<g transform={layout === 'wide' ? 'translate(310 0)' : 'translate(24 290)'}>
									<Columns {...result} figure={figure} />
								</g>
							</>
						)}
					/>
					<Readings
						readings={[
							{ name: 'Squared bias', value: said(chosen.bias2), note: '+' },
							{ name: 'Variance', value: said(chosen.variance), note: '+' },
							{ name: 'Noise', value: said(chosen.noise), note: '=' },
							{ name: 'Sum', value: said(chosen.sum) },
							{ name: 'Measured', value: said(chosen.test) },
						]}
					/>
				</>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="degree"
						label="Degree"
						spoken="Degree of the polynomial"
						meaning={`${chosen.degree + 1} ${chosen.degree === 0 ? 'parameter' : 'parameters'}`}
					/>
					<Slider
						figure={figure}
						name="noise"
						label="Noise"
						spoken="Standard deviation of the noise"
						meaning={`variance ${(noise ** 2).toFixed(2)}`}
					/>
					<Slider
						figure={figure}
						name="points"
						label="Points"
						spoken="Points in a training set"
						meaning="in each set"
					/>
					<div class="control">
						<button class="button" type="button" onClick={resample}>
							Draw other sets
						</button>
					</div>
				</>
			}
			table={
				<DataTable
					caption={`Mean squared errors over ${SETS} training sets of ${points} points`}
					columns={['Degree', 'Squared bias', 'Variance', 'Noise', 'Sum', 'Measured', 'Training']}
					rows={degrees.map(({ degree, bias2, variance, noise, sum, test, train }) => [
						String(degree),
						...[bias2, variance, noise, sum, test, train].map(said),
					])}
					current={chosen.degree}
				/>
			}
		/>
	);
}

function describe({ chosen, degrees, inputs }: Shown): string {
	const sums = degrees.map(({ degree, sum }) => `${degree}: ${said(sum)}`).join(', ');
	return `${SETS} fits of degree ${chosen.degree}, each to ${inputs.length} noisy points of the curve sin(3x + 1), with their mean and the true curve. Beside it the error at every degree as a column of noise, squared bias and variance. Sums by degree: ${sums}.`;
}

function presetsOf({ chosen }: Shown): Preset<typeof settings>[] {
	return [
		{
			name: 'Too stiff',
			values: { degree: 1 },
			lesson: () => (
				<>
					Training error is {said(chosen.train)}, and test error {said(chosen.test)}: close, and both bad. The mean of
					the fits misses the curve, so more points would not help.
				</>
			),
		},
		{
			name: 'Too free',
			values: { degree: 14 },
			lesson: () => (
				<>
					Training error fell to {said(chosen.train)} while test error rose to {said(chosen.test)}. The fits swing most
					at the ends, where points hold them on one side only.
				</>
			),
		},
		{
			name: 'As free, with four times the points',
			values: { degree: 14, points: 80 },
			lesson: () => (
				<>The same 15 parameters, and the variance is {said(chosen.variance)}. Data is a cure for variance.</>
			),
		},
		{
			name: 'No noise',
			values: { degree: 2, noise: 0 },
			lesson: () => (
				<>
					Every training set is now the same, and so is every fit: variance {said(chosen.variance)}. The bias,{' '}
					{said(chosen.bias2)}, is still there. It belongs to the model, not to the data.
				</>
			),
		},
	];
}

/** The panel of curves: x from −1 to 1 over 240 units, y from −2.5 to 2.5 over 200. */
const [WIDTH, HEIGHT, REACH] = [240, 200, 2.5];
const TOP = 24;
const acrossOf = (x: number): number => Math.round(((x + 1) / 2) * WIDTH);
const downOf = (y: number): number => Math.round((1 - y / REACH) * (HEIGHT / 2));

/** A curve over the evenly spaced grid. */
function curvePath(curve: ArrayLike<number>): string {
	const step = WIDTH / (curve.length - 1);
	return pathOf(Array.from(curve, (y, at) => [at * step, downOf(y)]));
}

function Curves({ grid, curves, mean, inputs, targets }: Shown) {
	const meanPath = curvePath(mean);
	return (
		<>
			<svg class="panel" y={TOP} width={WIDTH} height={HEIGHT} aria-hidden="true">
				<path class="hair" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
				<g class="thin" opacity={0.35}>
					{curves.map((curve, set) => (
						<path key={set} d={curvePath(curve)} />
					))}
				</g>
				<path class="paper-line" stroke-width={6} d={meanPath} />
				<path class="mark" d={meanPath} />
				<path class="line dash" d={curvePath(grid.map(truth))} />
			</svg>
			<Data inputs={inputs} targets={targets} />
			<Axis
				x={0}
				y={TOP + HEIGHT}
				length={WIDTH}
				ticks={[-1, 0, 1].map((x) => ({ at: acrossOf(x), text: String(x).replace('-', '−') }))}
			/>
			<Legend
				y={8}
				items={[
					{ x: -8, text: 'truth', mark: <path class="line dash" d="M-9 0h18" /> },
					{ x: 57, text: 'a fit', mark: <path class="thin" opacity={0.5} d="M-9 0h18" /> },
					{ x: 115, text: 'mean', mark: <path class="mark" d="M-9 0h18" /> },
					{ x: 181, text: 'one set', mark: <circle class="open" r={2.5} /> },
				]}
			/>
		</>
	);
}

/** Whole circles, also at the ends of the panel; the few points beyond its reach are left out. */
function Data({ inputs, targets }: Pick<Shown, 'inputs' | 'targets'>) {
	return inputs.map((x, at) => {
		const y = targets[at] ?? 0;
		return Math.abs(y) > REACH ? null : <circle key={x} class="open" cx={acrossOf(x)} cy={TOP + downOf(y)} r={2.5} />;
	});
}

const PITCH = 15;
const BAR = 11;

/** A round number above the error of the stiffest model, which the others are held against. */
const scaleOf = (degrees: readonly Measured[]): number => Math.ceil(2.2 * (degrees[0]?.sum ?? 1)) / 2;

function Columns({ degrees, chosen, figure }: Shown & { readonly figure: FigureState<typeof settings> }) {
	const full = scaleOf(degrees);
	const high = (value: number): number => Math.round((Math.min(value, 1.2 * full) / full) * HEIGHT);
	const choose = (degree: number): void => {
		figure.set({ degree });
		figure.settle();
	};
	const ticks = [0, 5, 10, 15].filter((degree) => degree === chosen.degree || Math.abs(degree - chosen.degree) > 1);
	return (
		<>
			<text y={12}>Error at each degree</text>
			<Legend y={8} items={[{ x: 128, text: 'measured', mark: <circle class="open" r={3.5} /> }]} />
			<path
				class="hair"
				d={[0.5, 1].map((share) => `M0 ${TOP + HEIGHT * (1 - share)}H${PITCH * (TOP_DEGREE + 1)}`).join('')}
			/>
			<g class="t-muted" text-anchor="end">
				{[0, full / 2, full].map((value) => (
					<text key={value} class="t-muted" x={-6} y={TOP + HEIGHT - high(value) + 4}>
						{String(value)}
					</text>
				))}
			</g>
			<svg class="panel" y={TOP} width={PITCH * (TOP_DEGREE + 1)} height={HEIGHT} aria-hidden="true">
				{degrees.map(({ degree, bias2, variance, noise, test }) => {
					const [first, second, third] = [high(noise), high(noise + bias2), high(noise + bias2 + variance)];
					return (
						// biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the slider does the same
						<g
							key={degree}
							class="column"
							transform={`translate(${degree * PITCH + 2} ${HEIGHT})`}
							onClick={() => choose(degree)}
						>
							<rect fill="none" pointer-events="all" x={-2} y={-HEIGHT} width={PITCH} height={HEIGHT} />
							<path class="edge" d={`M.5 0v${-first}h${BAR - 1}v${first}`} />
							<path class="f-ink" d={`M0 ${-first}V${-second}h${BAR}V${-first}`} />
							<path class="f-mark" d={`M0 ${-second - 1}V${-Math.max(third, second + 1)}h${BAR}V${-second - 1}`} />
							<circle class="open" cx={BAR / 2} cy={-high(test)} r={3.5} />
						</g>
					);
				})}
			</svg>
			{degrees
				.filter(({ sum }) => sum > full)
				.map(({ degree }) => (
					<path key={degree} class="line" d={`M${degree * PITCH + 7} ${TOP - 4}v-12m-4 4l4-4 4 4`} />
				))}
			<rect class="frame" stroke-width={2} x={chosen.degree * PITCH} y={TOP - 1} width={PITCH} height={HEIGHT + 2} />
			<Axis
				x={0}
				y={TOP + HEIGHT}
				length={PITCH * (TOP_DEGREE + 1)}
				ticks={[...new Set([...ticks, chosen.degree])].map((degree) => ({
					at: degree * PITCH + PITCH / 2,
					text: String(degree),
					strong: degree === chosen.degree,
				}))}
			/>
			<Legend
				y={TOP + HEIGHT + 44}
				items={[
					{ x: -24, text: 'noise', mark: <path class="edge" d="M-5 5V-5H5V5z" /> },
					{ x: 44, text: 'squared bias', mark: <path class="f-ink" d="M-5 5V-5H5V5z" /> },
					{ x: 158, text: 'variance', mark: <path class="f-mark" d="M-5 5V-5H5V5z" /> },
				]}
			/>
		</>
	);
}
