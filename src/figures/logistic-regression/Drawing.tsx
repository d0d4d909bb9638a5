/** Curve and line over the labels, points to drag, and the loss by weight, in which a minimum is seen or missed. */
import type { DrawingOf, FigureOf, Room } from '../parts/contract.ts';
import { draggable, Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { at, FAR, type model, POINTS, type Shown, sigmoid, WEIGHTS } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 408],
		draw: (figure) => [
			placed(34, 28, <Chances figure={figure} width={516} height={184} />),
			placed(34, 306, <Losses {...figure.state} width={516} />),
		],
	},
	phone: {
		size: [280, 248],
		draw: (figure) => placed(34, 28, <Chances figure={figure} width={236} height={150} />),
	},
	more: {
		size: [280, 136],
		draw: ({ state }) => placed(34, 28, <Losses {...state} width={236} />),
	},
};

/** Beyond 0 and 1 the line goes on. */
const [TOP, BOTTOM] = [1.3, -0.3];
/** Further out, a sigmoid is flat to the eye. */
const REACH = 7;

/** The curve: points at even steps of the score, so that a steep one is as smooth as a flat one. */
function curve({ kind, share, gap, score }: Shown): (readonly [x: number, p: number])[] {
	if (gap) {
		const middle = (gap.from + gap.to) / 2;
		const [left, right] = gap.rising ? [0, 1] : [1, 0];
		return [
			[0, left],
			[middle, left],
			[middle, right],
			[FAR, right],
		];
	}
	const ends = [0, FAR].map((x) => [x, kind === 'one label' ? share : sigmoid(at(score, x))] as const);
	const [low = 0, high = 0] = [0, FAR].map((x) => Math.max(-REACH, Math.min(REACH, at(score, x))));
	if (Math.abs(high - low) < 1e-6) return ends;
	const bend = Array.from({ length: 41 }, (_, step): readonly [number, number] => {
		const z = low + ((high - low) * step) / 40;
		return [(z - score.intercept) / score.slope, sigmoid(z)];
	});
	return [...ends.slice(0, 1), ...bend, ...ends.slice(1)];
}

function Chances({ figure, width, height }: Room & { readonly figure: Figure }) {
	const { state, settings, values, set, settle } = figure;
	const { points, chances, line, boundary, crossing } = state;
	const [across, down] = [scale(0, FAR, width), scale(TOP, BOTTOM, height)];
	const shown = (x: number | undefined): x is number => x !== undefined && x >= 0 && x <= FAR;
	const chosen = points[Number(values.point) - 1];
	return (
		<Plot
			title="Probability of a yes"
			width={width}
			height={height}
			xTicks={ticks([0, 5, 10, 15, 20], across)}
			yTicks={ticks([0, 0.5, 1], down, (value) => (value === 0.5 ? '½' : String(value)))}
			clipped={
				<>
					<path class="line dash" d={pathOf([0, FAR].map((x) => [across(x), down(at(line, x))]))} />
					<path
						class="thin"
						opacity={0.6}
						d={points.map(({ x, y }, one) => `M${across(x)} ${down(y)}V${down(chances[one] ?? y)}`).join('')}
					/>
					<path class="mark" d={pathOf(curve(state).map(([x, p]) => [across(x), down(p)]))} />
				</>
			}
		>
			{shown(crossing) && <circle class="f-ink" cx={across(crossing)} cy={down(0.5)} r={4} />}
			{shown(boundary) && <circle class="f-mark" cx={across(boundary)} cy={down(0.5)} r={5} />}
			{points.map(({ x, y }, one) => {
				const name = POINTS[one] ?? '8';
				return (
					<g
						key={name}
						class="handle"
						transform={`translate(${across(x)} ${down(y)})`}
						{...draggable((to) => {
							set({
								point: name,
								[`x${name}`]: nearestStep(settings.x1, (to.x / width) * FAR),
								[`y${name}`]: to.y < down(0.5) ? 'yes' : 'no',
							});
						}, settle)}
					>
						<circle r={16} fill="transparent" />
						<circle class={y ? 'f-ink' : 'open'} r={5} stroke-width={2} />
					</g>
				);
			})}
			{chosen && (
				<circle class="frame" pointer-events="none" cx={across(chosen.x)} cy={down(chosen.y)} r={9} stroke-width={2} />
			)}
			<Legend
				y={height + 40}
				items={[
					{ x: -30, text: 'logistic', mark: 'mark' },
					{ x: 50, text: 'least squares', mark: 'line dash' },
					{ x: 166, text: 'error p − y', mark: <path class="thin" opacity={0.6} d="M0-6V6" /> },
				]}
			/>
		</Plot>
	);
}

const HIGH = 78;
const HIGHEST = 1.5;

function Losses({ kind, gap, losses, loss, penalty, score, width }: Shown & { readonly width: number }) {
	const [first = 0, last = 0] = [WEIGHTS[0], WEIGHTS.at(-1)];
	const [across, down] = [scale(first, last, width), scale(HIGHEST, 0, HIGH)];
	const [x, y] = [across(score.slope), down(loss + (penalty * score.slope ** 2) / 2)];
	return (
		<Plot
			title={penalty ? 'Loss and penalty, by weight' : 'Loss, by weight'}
			width={width}
			height={HIGH}
			xTicks={ticks([-2, 0, 2, 4, 6, 8, 10], across, (value) => String(value).replace('-', '−'))}
			yTicks={ticks([0, 1], down)}
			clipped={<path class="mark" d={pathOf(losses.map((one, step) => [across(WEIGHTS[step] ?? 0), down(one)]))} />}
		>
			{kind === 'finite' && score.slope >= first && score.slope <= last && (
				<circle class="f-mark" cx={x} cy={y} r={5} />
			)}
			{gap && (
				<text class="t-strong halo" x={gap.rising ? width : 0} y={HIGH / 2} text-anchor={gap.rising ? 'end' : 'start'}>
					no minimum: it falls on
				</text>
			)}
		</Plot>
	);
}
