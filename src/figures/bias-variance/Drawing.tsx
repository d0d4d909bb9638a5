/** Fifty fits over the true curve, and for every degree what their error is made of. */
import type { DrawingOf, FigureOf } from '../parts/contract.ts';
import { Axis, Legend, pathOf, placed } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { type Measured, type model, type Shown, TOP_DEGREE, truth } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 276],
		draw: (figure) => [placed(8, 0, <Curves {...figure.state} />), placed(310, 0, <Columns figure={figure} />)],
	},
	phone: {
		size: [256, 246],
		draw: ({ state }) => placed(8, 0, <Curves {...state} />),
	},
	more: {
		size: [280, 276],
		draw: (figure) => placed(24, 0, <Columns figure={figure} />),
	},
};

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
				ticks={[-1, 0, 1].map((x) => ({ at: acrossOf(x), text: fixed(x, 0) }))}
			/>
			<Legend
				y={8}
				items={[
					{ x: -8, text: 'truth', mark: 'line dash' },
					{ x: 57, text: 'a fit', mark: <path class="thin" opacity={0.5} d="M-9 0h18" /> },
					{ x: 115, text: 'mean', mark: 'mark' },
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

function Columns({ figure }: { readonly figure: Figure }) {
	const { degrees, chosen } = figure.state;
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
