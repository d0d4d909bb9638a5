/** The map: what is out, what waits, and the way to the last cell; a click paints. */
import type { DrawingOf, FigureOf } from '../parts/contract.ts';
import { Legend, pathOf, pointOf } from '../parts/marks.tsx';
import { CELLS, COLUMNS, GOAL, MUD, type model, painted, START } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: { size: [560, 304], draw: (figure) => <Painted figure={figure} size={[40, 32]} /> },
	phone: { size: [280, 216], draw: (figure) => <Painted figure={figure} size={[20, 21]} /> },
};

interface Props {
	readonly figure: Figure;
	readonly size: readonly [width: number, height: number];
}

function Painted({ figure, size: [width, height] }: Props) {
	const { state, set, settle } = figure;
	const { prices, out, cells, way, waiting, frontier } = state;
	const corner = (cell: number): [number, number] => [(cell % COLUMNS) * width, Math.floor(cell / COLUMNS) * height];
	const boxes = (some: readonly number[]): string =>
		some.map((cell) => `M${corner(cell).join(' ')}h${width}v${height}h${-width}z`).join('');
	const having = (price: number): string =>
		boxes(prices.flatMap((one, cell) => ((price ? one > 1 : !one) ? [cell] : [])));
	const [right, bottom] = [COLUMNS * width, (CELLS / COLUMNS) * height];
	// Queue and stack know steps alone.
	const goesBy = new Map(
		[...waiting, ...out].map(({ cell, steps, key }) => [cell, frontier.startsWith('heap') ? key : steps]),
	);
	return (
		<g>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the text box does the same */}
			<rect
				class="f-paper"
				width={right}
				height={bottom}
				onClick={(event) => {
					const { x, y } = pointOf(event, event.currentTarget);
					set({ map: painted(prices, Math.floor(y / height) * COLUMNS + Math.floor(x / width)) });
					settle();
				}}
			/>
			<g pointer-events="none">
				<path class="f-wash" d={having(MUD)} />
				<path class="f-edge" d={having(0)} />
				<path class="f-mark-25" d={boxes(out.map(({ cell }) => cell))} />
				<path
					class="hair"
					d={`${Array.from({ length: COLUMNS + 1 }, (_, at) => `M${at * width} 0v${bottom}`).join('')}${Array.from({ length: CELLS / COLUMNS + 1 }, (_, at) => `M0 ${at * height}h${right}`).join('')}`}
				/>
				<path class="mark" d={boxes(cells)} />
				{way.length > 1 && (
					<path
						class="line"
						stroke-width={2}
						d={pathOf(way.map((cell) => corner(cell)).map(([x, y]) => [x + width / 2, y + height / 2]))}
					/>
				)}
				{prices.map((price, cell) => {
					const [x, y] = corner(cell);
					const text = cell === START ? 'S' : cell === GOAL ? 'G' : (goesBy.get(cell) ?? (price > 1 && price));
					return (
						(text || text === 0) && (
							<text
								key={cell}
								class={`halo ${goesBy.has(cell) || cell === GOAL ? '' : 't-muted'}`}
								x={x + width / 2}
								y={y + height / 2 + 4}
								text-anchor="middle"
							>
								{text}
							</text>
						)
					);
				})}
			</g>
			<Legend y={bottom + 16} items={marks} />
			<Legend y={bottom + 38} items={[{ x: 0, text: 'the way', mark: 'line' }]} />
			<text class="t-muted" x={right} y={bottom + 42} text-anchor="end">
				number: {frontier === 'heap' ? 'price' : frontier === 'heap + guess' ? 'price + guess' : 'steps'}
			</text>
		</g>
	);
}

const marks = [
	{ x: 0, text: 'out', mark: <path class="f-mark-25" d="M-6 5V-5H6V5z" /> },
	{ x: 60, text: 'waiting', mark: <path class="mark" d="M-6 5V-5H6V5z" /> },
	{ x: 140, text: 'wall', mark: <path class="f-edge" d="M-6 5V-5H6V5z" /> },
	{ x: 200, text: 'dear', mark: <path class="f-wash" d="M-6 5V-5H6V5z" /> },
];
