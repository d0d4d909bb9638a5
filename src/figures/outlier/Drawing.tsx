/** Ten points with three lines, the tenth to drag, and the slope that each loss wants by the target of that point. */
import type { DrawingOf, FigureOf, Room } from '../parts/contract.ts';
import { draggable, Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { at, FAR, type model, type Shown, TARGETS } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 466],
		draw: (figure) => [
			placed(34, 28, <Lines figure={figure} width={516} height={220} dot={4} />),
			placed(34, 338, <SlopesByTarget {...figure.state} width={516} />),
		],
	},
	phone: {
		size: [280, 254],
		draw: (figure) => placed(34, 28, <Lines figure={figure} width={236} height={156} dot={2.5} />),
	},
	more: {
		size: [280, 156],
		draw: ({ state }) => placed(34, 28, <SlopesByTarget {...state} width={236} />),
	},
};

const HEIGHT = 104;
/** The slopes that the second chart has room for. */
const [LEAST, MOST] = [-1.5, 2.6];

function Lines({ figure, width, height, dot }: Room & { readonly figure: Figure; readonly dot: number }) {
	const { state, settings, set, settle } = figure;
	const { points, tenth, squared, huber, absolute } = state;
	const [across, down] = [scale(0, FAR, width), scale(FAR, 0, height)];
	const line = (of: typeof squared): string => pathOf([0, FAR].map((x) => [across(x), down(at(of, x))]));
	return (
		<Plot
			title="Ten points, three lines"
			width={width}
			height={height}
			xTicks={ticks([0, 10, 20, 30, 40], across)}
			yTicks={ticks([0, 10, 20, 30, 40], down)}
			clipped={
				<>
					<path class="line" d={line(squared)} />
					<path class="mark" d={line(huber)} />
					<path class="line dash" d={line(absolute)} />
				</>
			}
		>
			{points.slice(0, -1).map(({ x, y }) => (
				<circle key={x} class="f-ink" cx={across(x)} cy={down(y)} r={dot} />
			))}
			<g
				class="handle"
				transform={`translate(${across(tenth.x)} ${down(tenth.y)})`}
				{...draggable((to) => {
					set({
						x: nearestStep(settings.x, (to.x / width) * FAR),
						y: nearestStep(settings.y, (1 - to.y / height) * FAR),
					});
				}, settle)}
			>
				<circle r={22} fill="transparent" />
				<circle class="open" r={7} stroke-width={2} />
			</g>
			<Legend
				y={height + 40}
				items={[
					{ x: -30, text: 'squared', mark: 'line' },
					{ x: 52, text: 'Huber', mark: 'mark' },
					{ x: 124, text: 'absolute', mark: 'line dash' },
				]}
			/>
		</Plot>
	);
}

function SlopesByTarget({ slopes, tenth, squared, huber, absolute, width }: Shown & { readonly width: number }) {
	const [across, down] = [scale(0, FAR, width), scale(MOST, LEAST, HEIGHT)];
	const curve = (of: keyof (typeof slopes)[number], targets = TARGETS): string =>
		pathOf(targets.map((target) => [across(target), down(slopes[target]?.[of] ?? 0)]));
	const x = across(tenth.y);
	return (
		<Plot
			title="Slope, by the target of the tenth point"
			width={width}
			height={HEIGHT}
			xTicks={ticks([0, 10, 20, 30, 40], across)}
			yTicks={ticks([-1, 0, 1, 2], down, (value) => String(value).replace('-', '−'))}
			clipped={
				<>
					<path class="edge" d={`M${x} 0V${HEIGHT}`} />
					<path class="line" d={curve('squared', [0, FAR])} />
					<path class="mark" d={curve('huber')} />
					<path class="line dash" d={curve('absolute')} />
				</>
			}
		>
			<circle class="f-ink" cx={x} cy={down(squared.slope)} r={5} />
			<circle class="f-mark" cx={x} cy={down(huber.slope)} r={5} />
			<circle class="open" cx={x} cy={down(absolute.slope)} r={4} stroke-width={2} />
		</Plot>
	);
}
