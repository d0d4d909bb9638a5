/** The chip's memory as a bar of weights and cache, and the step under the roofline. */
import type { DrawingOf, Room } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { MEMORY, type model, RIDGE, ROOM, roofOf, type Shown, WEIGHTS } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 330],
		draw: ({ state }) => (
			<>
				<Memory {...state} width={560} />
				{placed(40, 152, <Roofline {...state} width={500} height={110} />)}
			</>
		),
	},
	phone: {
		size: [280, 264],
		draw: ({ state }) => (
			<>
				<Memory {...state} width={280} />
				{placed(36, 146, <Roofline {...state} width={236} height={52} />)}
			</>
		),
	},
};

/** The share of the width that the whole memory takes; the rest shows what does not fit. */
const FULL = 0.8;
const HIGH = 36;

function Memory({ cache, cacheGB, weightsGB, width }: Shown & { readonly width: number }) {
	const across = (bytes: number): number => Math.round(Math.min(width, (bytes / MEMORY) * FULL * width));
	const [weights, end, full] = [across(WEIGHTS), across(WEIGHTS + cache), across(MEMORY)];
	const over = WEIGHTS + cache > MEMORY;
	return (
		<>
			<text y={12}>Memory of one chip</text>
			<text class="t-muted" x={full} y={12} text-anchor="end">
				{ROOM} GB
			</text>
			<g transform="translate(0 22)">
				<path class="f-wash" d={`M0 0h${full}v${HIGH}H0z`} />
				<path class="f-ink" d={`M0 0h${weights}v${HIGH}H0z`} />
				<path
					class="f-mark"
					d={`M${weights + 1} 0H${Math.max(weights + 2, Math.min(end, full))}v${HIGH}H${weights + 1}z`}
				/>
				{over && <path class="f-mark-50" d={`M${full} 6H${end}v${HIGH - 12}H${full}z`} />}
				<path class="line" d={`M${full} -4v${HIGH + 8}`} />
			</g>
			<Legend
				y={80}
				items={[
					{ x: 0, text: `weights ${fixed(weightsGB, 1)} GB`, mark: <path class="f-ink" d="M-5 5V-5H5V5z" /> },
					{ x: 134, text: `cache ${fixed(cacheGB, 1)} GB`, mark: <path class="f-mark" d="M-5 5V-5H5V5z" /> },
				]}
			/>
		</>
	);
}

/** Ends of the axes: FLOP/B, and FLOP/s. */
const [LEAST, MOST] = [0.5, 2000];

function Roofline({ intensity, attained, limit, width, height }: Shown & Room) {
	const across = scale(LEAST, MOST, width, 'log');
	const down = scale(3e15, 1e12, height, 'log');
	const point = (at: number) => [across(at), down(roofOf(at))] as const;
	const [x, y] = [across(intensity), down(attained)];
	return (
		<Plot
			title="TFLOP/s at best, by FLOP/B, log scales"
			width={width}
			height={height}
			xTicks={ticks([1, 10, 100, 1000], across)}
			yTicks={ticks([1e15, 1e12], down, (value) => String(value / 1e12))}
			clipped={
				<>
					<path class="hair" d={`M${across(RIDGE)} 0V${height}`} />
					<path class="line" d={pathOf([point(LEAST), point(RIDGE), point(MOST)])} />
					<path class="mark dash" d={`M${x} ${y}V${height}`} />
				</>
			}
		>
			<path class="f-ink" d={`M${Math.min(width, across(limit))} ${height}l5 9h-10z`} />
			<circle class="f-mark" cx={x} cy={y} r={6} />
			<Legend
				y={height + 38}
				items={[
					{ x: -36, text: 'this step', mark: <circle class="f-mark" r={6} /> },
					{ x: 60, text: 'endless batch', mark: <path class="f-ink" d="M0-5l5 9h-10z" /> },
				]}
			/>
		</Plot>
	);
}
