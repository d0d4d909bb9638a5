/** The channel's values with both sets of statistics, and beneath them where the probe comes out. */
import type { DrawingOf, FigureOf } from '../parts/contract.ts';
import { Axis, draggable, Legend, pathOf, scale, ticks } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';
import { BATCHES, DATA_MEAN, type model } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 376],
		draw: (figure) => <Channel figure={figure} width={520} left={20} density={56} bars={72} />,
	},
	phone: {
		size: [280, 264],
		draw: (figure) => <Channel figure={figure} width={260} left={10} density={24} bars={36} />,
	},
};

/** Ends of the two axes: values of the channel, and outputs. */
const [LOW, HIGH, OUT] = [-2, 8, 6];
/** Outputs that one bar of the histogram counts. */
const BIN = 0.25;

interface Layout {
	readonly figure: Figure;
	readonly width: number;
	readonly left: number;
	/** Height of the densities, and of the highest bar of the histogram. */
	readonly density: number;
	readonly bars: number;
}

function Channel({ figure, width, left, density, bars }: Layout) {
	const { settings, set, settle, state } = figure;
	const { probe, shift, servingMean, neighbors, batch, batchSd, running, runningSd, trained, inferred } = state;
	const across = scale(LOW, HIGH, width);
	const out = scale(-OUT, OUT, width);
	const ground = 20 + density;
	const [dots, batchBar, runningBar, axis] = [ground + 12, ground + 30, ground + 46, ground + 58];
	const top = axis + 58;
	const floor = top + 12 + bars;
	const at = across(probe);
	const data = bell(DATA_MEAN, across, ground, density);
	const held = (output: number): number => out(Math.max(-OUT, Math.min(OUT, output)));
	return (
		<g transform={`translate(${left} 0)`}>
			<text y={12}>The channel, in the batch of the probe</text>
			<svg class="panel" width={width} height={axis} aria-hidden="true">
				<path class="f-wash" d={`${data}z`} />
				<path class="hair" d={data} />
				{shift > 0 && <path class="edge dash" d={bell(servingMean, across, ground, density)} />}
				<path class="hair" d={`M0 ${ground}H${width}`} />
				<path
					class="thin"
					opacity={0.6}
					stroke-width={6}
					stroke-linecap="round"
					d={Array.from(neighbors, (value) => `M${across(value)} ${dots}h0`).join('')}
				/>
				<Bar class="mark" y={batchBar} across={across} mean={batch.mean} sd={batchSd} />
				<Bar class="line" y={runningBar} across={across} mean={running.mean} sd={runningSd} />
			</svg>
			<text class="t-mark halo" y={batchBar + 4}>
				batch
			</text>
			<text class="halo" y={runningBar + 4}>
				running
			</text>
			<Axis x={0} y={axis} length={width} ticks={ticks([-2, 0, 2, 4, 6, 8], across, (value) => fixed(value, 0))} />
			<path class="line dash" d={`M${at} ${axis + 26}L${held(inferred)} ${top - 5}`} />
			<path class="mark" d={`M${at} ${axis + 26}L${held(trained)} ${top - 6}`} />
			<path class="edge" d={`M${at} ${dots}V${axis + 26}`} />
			<text class="halo" y={top + 4}>
				{width > 400 ? `Its outputs in ${BATCHES} batches` : `${BATCHES} outputs`}
			</text>
			<Outputs outputs={state.outputs} out={out} floor={floor} height={bars} width={width} />
			<path class="f-ink" d={`M${held(inferred)} ${top - 6}l6 6l-6 6l-6-6z`} />
			<circle class="f-mark" cx={held(trained)} cy={top} r={5} />
			<Axis x={0} y={floor} length={width} ticks={ticks([-6, -4, -2, 0, 2, 4, 6], out, (value) => fixed(value, 0))} />
			<g
				class="handle"
				transform={`translate(${at} ${dots})`}
				{...draggable(({ x }) => set({ probe: nearestStep(settings.probe, LOW + (x / width) * (HIGH - LOW)) }), settle)}
			>
				<circle r={22} fill="transparent" />
				<circle class="open" r={8} stroke-width={2} />
			</g>
			<Legend
				y={floor + 36}
				items={[
					{ x: -left, text: 'probe', mark: <circle class="open" r={6} stroke-width={2} /> },
					{ x: 70 - left, text: 'in training', mark: <circle class="f-mark" r={5} /> },
					{ x: 170 - left, text: 'at inference', mark: <path class="f-ink" d="M0-6l6 6l-6 6l-6-6z" /> },
				]}
			/>
		</g>
	);
}

/** A Gaussian of deviation one over the axis of values. */
function bell(mean: number, across: (value: number) => number, ground: number, height: number): string {
	return pathOf(
		Array.from({ length: 41 }, (_, step) => {
			const away = (step - 20) / 6;
			return [across(mean + away), ground - height * Math.exp(-(away ** 2) / 2)];
		}),
	);
}

interface BarProps {
	readonly class: string;
	readonly y: number;
	readonly across: (value: number) => number;
	readonly mean: number;
	readonly sd: number;
}

/** A mean, and one deviation to either side. */
function Bar({ class: name, y, across, mean, sd }: BarProps) {
	return <path class={name} d={`M${across(mean - sd)} ${y}H${across(mean + sd)}M${across(mean)} ${y - 5}v10`} />;
}

interface OutputsProps {
	readonly outputs: Float64Array;
	readonly out: (value: number) => number;
	readonly floor: number;
	readonly height: number;
	readonly width: number;
}

/** How often the probe came out where, in training mode; the highest bar has the full height. */
function Outputs({ outputs, out, floor, height, width }: OutputsProps) {
	const bins = new Array<number>((2 * OUT) / BIN).fill(0);
	for (const output of outputs) {
		const bin = Math.max(0, Math.min(bins.length - 1, Math.floor((output + OUT) / BIN)));
		bins[bin] = (bins[bin] ?? 0) + 1;
	}
	const most = Math.max(...bins);
	return (
		<>
			<path class="hair" d={`M${out(0)} ${floor - height}V${floor}`} />
			<path
				class="f-mark-50"
				d={bins
					.map((amount, bin) =>
						amount
							? `M${out(bin * BIN - OUT)} ${floor}v${-Math.max(1, Math.round((amount / most) * height))}h${Math.floor((width * BIN) / (2 * OUT))}V${floor}`
							: '',
					)
					.join('')}
			/>
		</>
	);
}
