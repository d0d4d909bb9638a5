/** A clock for each pair, and the score by distance beneath. */
import type { DrawingOf, Room } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { type Clock, type model, type Shown, STRETCH, TRAINED } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 316],
		draw: ({ state }) => (
			<>
				<Dial clocks={state.clocks} radius={28} step={70} row={8} top={34} />
				<Key places={[0, 60, 134, 290, 416].map((x) => [x, 108])} />
				{placed(36, 168, <Scores {...state} width={512} height={112} />)}
			</>
		),
	},
	phone: {
		size: [280, 262],
		draw: ({ state }) => (
			<>
				<Dial clocks={state.clocks} radius={25} step={70} row={4} top={30} />
				{placed(30, 176, <Scores {...state} width={238} height={58} />)}
			</>
		),
	},
	more: {
		size: [280, 76],
		draw: () => (
			<Key
				places={[
					[0, 12],
					[120, 12],
					[0, 38],
					[0, 64],
					[138, 64],
				]}
			/>
		),
	},
};

/** Where a hand of that length points; angles run clockwise from the top. */
const tip = (angle: number, length: number): readonly [number, number] => [
	Math.round(100 * length * Math.sin(angle)) / 100,
	Math.round(-100 * length * Math.cos(angle)) / 100,
];

/** A sector from one angle on; a full circle where it is a full turn. */
function sector(from: number, turned: number, radius: number): string {
	if (turned >= 2 * Math.PI - 1e-9) return `M0-${radius}a${radius} ${radius} 0 1 1-.01 0z`;
	const [[startX, startY], [endX, endY]] = [tip(from, radius), tip(from + turned, radius)];
	return `M0 0L${startX} ${startY}A${radius} ${radius} 0 ${turned > Math.PI ? 1 : 0} 1 ${endX} ${endY}z`;
}

const turns = (wavelength: number): string =>
	wavelength < 10 ? wavelength.toFixed(1) : Math.round(wavelength).toLocaleString('en-US');

interface DialProps {
	readonly clocks: readonly Clock[];
	readonly radius: number;
	readonly step: number;
	/** Clocks in a row. */
	readonly row: number;
	readonly top: number;
}

function Dial({ clocks, radius, step, row, top }: DialProps) {
	return clocks.map(({ key, query, trained, seen, wavelength }, pair) => {
		const [keyX, keyY] = tip(key, radius - 5);
		const [queryX, queryY] = tip(query, radius - 2);
		return (
			<g
				key={pair}
				transform={`translate(${35 + (pair % row) * step} ${top + Math.floor(pair / row) * (2 * radius + 24)})`}
			>
				<circle class="f-wash" r={radius} />
				<path class="f-mark" fill-opacity={0.22} d={sector(key, trained, radius)} />
				<circle class={seen ? 'edge' : 'frame'} fill="none" stroke-width={seen ? 1 : 2} r={radius} />
				<path class="line" d={`M0 0L${keyX} ${keyY}`} />
				<path class={seen ? 'mark' : 'mark dash'} d={`M0 0L${queryX} ${queryY}`} />
				<circle class={seen ? 'f-mark' : 'open'} cx={queryX} cy={queryY} r={3.5} />
				<text class={seen ? 't-muted' : 't-strong'} y={radius + 15} text-anchor="middle">
					{turns(wavelength)}
				</text>
			</g>
		);
	});
}

const marks = [
	{ text: 'key', mark: 'line' },
	{ text: 'query', mark: 'mark' },
	{ text: 'query, angle unseen', mark: 'mark dash' },
	{ text: 'seen in training', mark: <path class="f-mark" fill-opacity={0.22} d="M-9-6h18v12h-18z" /> },
	{ text: '6.3: positions a turn', mark: <circle class="edge" fill="none" r={7} /> },
];

/** What the marks mean, each at its place. */
function Key({ places }: { readonly places: readonly (readonly [x: number, y: number])[] }) {
	return places.map(([x, y], at) => (
		<Legend key={at} y={y} items={marks.slice(at, at + 1).map((mark) => ({ ...mark, x }))} />
	));
}

function Scores({ scores, distance, score, width, height }: Shown & Room) {
	const [across, down] = [scale(0, STRETCH * TRAINED, width), scale(1, -1, height)];
	return (
		<Plot
			title="score, by distance"
			width={width}
			height={height}
			xTicks={ticks([0, TRAINED, 128, 192, STRETCH * TRAINED], across)}
			yTicks={ticks([1, 0, -1], down, (value) => String(value).replace('-', '−'))}
			clipped={
				<>
					<path class="f-mark" fill-opacity={0.12} d={`M0 0h${across(TRAINED)}v${height}H0z`} />
					<path class="mark" d={pathOf(scores.map((one, far) => [across(far), down(one)]))} />
				</>
			}
		>
			<circle class="f-ink" cx={across(distance)} cy={down(score)} r={5} />
		</Plot>
	);
}
