/** Blocks downward, positions across: what a change moves; beside it, what becomes of the stream. */
import type { DrawingOf, FigureOf } from '../parts/contract.ts';
import { pathOf, placed, scale } from '../parts/marks.tsx';
import { DEPTH, type model, POSITIONS, type Shown, whole } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 372],
		draw: (figure) => (
			<g transform="translate(0 44)">
				<Grid figure={figure} x={60} cell={[27, 23]} title="what the change moves" />
				<Sizes {...figure.state} x={304} width={116} row={23} />
				<Alikes {...figure.state} x={456} width={88} row={23} />
			</g>
		),
	},
	phone: {
		size: [280, 262],
		draw: (figure) => (
			<g transform="translate(0 40)">
				<Grid figure={figure} x={40} cell={[17, 15]} title="what moves" />
				<Sizes {...figure.state} x={198} width={72} row={15} />
			</g>
		),
	},
	more: {
		size: [280, 262],
		draw: ({ state }) => placed(40, 40, <Alikes {...state} x={0} width={200} row={15} />),
	},
};

/** Small moves stay visible, and none is drawn as none. */
const tint = (distance: number): number => Math.round(100 * Math.min(1, 0.08 + 1.3 * distance)) / 100;

/** One row for the input and one for each block; a cell is tinted by how far its vector moved. */
function Grid({
	figure,
	x,
	cell: [width, height],
	title,
}: {
	readonly figure: Figure;
	readonly x: number;
	readonly cell: readonly [width: number, height: number];
	readonly title: string;
}) {
	const { moved, position } = figure.state;
	const [across, down] = [POSITIONS * width, moved.length * height];
	return (
		<g transform={`translate(${x} 0)`}>
			<text x={0} y={-28}>
				{title}
			</text>
			{['input', '1', '', '', '', '', '6', '', '', '', '', '', String(DEPTH)].map((name, layer) => (
				<text key={layer} class="t-muted" x={-6} y={layer * height + height / 2 + 4} text-anchor="end">
					{name}
				</text>
			))}
			<path class="f-wash" d={`M0 0h${across}v${down}H0z`} />
			{Array.from({ length: POSITIONS }, (_, at) => (
				// biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the slider chooses the position, too
				<g
					key={at}
					class="heat-row"
					transform={`translate(${at * width} 0)`}
					onClick={() => {
						figure.set({ position: at + 1 });
						figure.settle();
					}}
				>
					<text class={at + 1 === position ? 't-strong' : 't-muted'} x={width / 2} y={-8} text-anchor="middle">
						{at + 1}
					</text>
					<rect fill="none" pointer-events="all" y={-24} width={width} height={down + 24} />
					{moved.map((row, layer) => {
						const distance = row[at] ?? 0;
						return distance > 0 ? (
							<rect
								key={layer}
								class="f-mark"
								y={layer * height}
								width={width}
								height={height}
								fill-opacity={tint(distance)}
							/>
						) : null;
					})}
				</g>
			))}
			<path
				class="paper-line"
				pointer-events="none"
				d={`${Array.from({ length: POSITIONS }, (_, at) => `M${at * width} 0v${down}`).join('')}${moved
					.map((_, at) => `M0 ${at * height}h${across}`)
					.join('')}`}
			/>
			<rect
				class="frame"
				stroke-width={2}
				pointer-events="none"
				x={(position - 1) * width - 1}
				y={-1}
				width={width + 2}
				height={height + 2}
			/>
		</g>
	);
}

interface ProfileProps {
	readonly x: number;
	readonly width: number;
	/** Height of a row, as in the grid. */
	readonly row: number;
}

/** A number after each block as a line downward, the whole block's dashed. */
function Profile({
	x,
	width,
	row,
	title,
	values,
	compared,
	place,
	ticks,
}: ProfileProps & {
	readonly title: string;
	readonly values: readonly number[];
	readonly compared: readonly number[];
	readonly place: (value: number) => number;
	readonly ticks: readonly (readonly [value: number, name: string])[];
}) {
	const down = values.length * row;
	const points = (all: readonly number[]) => all.map((value, at) => [place(value), at * row + row / 2] as const);
	const [endX, endY] = points(values).at(-1) ?? [0, 0];
	return (
		<g transform={`translate(${x} 0)`}>
			<text y={-28}>{title}</text>
			{ticks.map(([value, name]) => (
				<g key={name}>
					<path class="hair" d={`M${place(value)} 0v${down}`} />
					<text class="t-muted" x={place(value)} y={-8} text-anchor="middle">
						{name}
					</text>
				</g>
			))}
			<svg class="panel" width={width + 8} height={down} aria-hidden="true">
				<path class="line dash" d={pathOf(points(compared))} />
				<path class="mark" d={pathOf(points(values))} />
			</svg>
			<circle class="f-mark" cx={endX} cy={endY} r={4} />
		</g>
	);
}

function Sizes({ sizes, width, ...where }: Shown & ProfileProps) {
	return (
		<Profile
			{...where}
			width={width}
			title="RMS"
			values={sizes}
			compared={whole().sizes}
			place={scale(0.001, 1000, width, 'log')}
			ticks={[
				[0.01, '.01'],
				[1, '1'],
				[100, '100'],
			]}
		/>
	);
}

function Alikes({ alikes, width, ...where }: Shown & ProfileProps) {
	return (
		<Profile
			{...where}
			width={width}
			title="mean cosine"
			values={alikes}
			compared={whole().alikes}
			place={scale(0, 1, width)}
			ticks={[
				[0, '0'],
				[0.5, '.5'],
				[1, '1'],
			]}
		/>
	);
}
