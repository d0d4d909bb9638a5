/** What pictures are made of besides their own marks: axis, legend, heat map, and how a mark is dragged. One module, so that a reader loads it once for all figures. */
import type { ComponentChildren, TargetedEvent, TargetedPointerEvent } from 'preact';

/** Marks whose origin lies there. */
export function placed(x: number, y: number, marks: ComponentChildren) {
	return <g transform={`translate(${x} ${y})`}>{marks}</g>;
}

interface Tick {
	readonly at: number;
	readonly text: string;
	/** The one that the picture marks. */
	readonly strong?: boolean;
}

interface AxisProps {
	readonly x: number;
	readonly y: number;
	readonly length: number;
	readonly ticks: readonly Tick[];
}

/** A horizontal axis: its line, and its ticks with their names. */
export function Axis({ x, y, length, ticks }: AxisProps) {
	return (
		<g transform={`translate(${x} ${y})`}>
			<path class="edge" d={`M0 .5H${length}`} />
			{ticks.map(({ at, text, strong }) => (
				<text key={text} class={strong ? 't-strong' : 't-muted'} x={at} y={18} text-anchor="middle">
					{text}
				</text>
			))}
		</g>
	);
}

/** Where a value stands on an axis of that length: evenly spaced, or by its powers of ten. Whole units, which cost the page least. */
export function scale(
	from: number,
	to: number,
	length: number,
	spacing: 'even' | 'log' = 'even',
): (value: number) => number {
	const of = (value: number): number => (spacing === 'log' ? Math.log10(Math.max(value, 1e-300)) : value);
	return (value) => Math.round(((of(value) - of(from)) / (of(to) - of(from))) * length);
}

interface PlotProps {
	readonly title: string;
	readonly width: number;
	readonly height: number;
	/** Ticks beneath, and at the left with a line across; each stands where `at` says, in units. */
	readonly xTicks: readonly Tick[];
	readonly yTicks: readonly Tick[];
	/** Marks that end at the border: lines, areas. */
	readonly clipped?: ComponentChildren;
	/** Marks that may reach beyond it: the points that the reader is shown. */
	readonly children?: ComponentChildren;
}

/** A chart's title, lines across, ticks, and its marks; its corner is the top left of the area. It takes 28 above, 24 below. */
export function Plot({ title, width, height, xTicks, yTicks, clipped, children }: PlotProps) {
	return (
		<>
			<text y={-14}>{title}</text>
			{yTicks.map(({ at, text, strong }) => (
				<g key={text}>
					<path class={strong ? 'edge' : 'hair'} d={`M0 ${at}H${width}`} />
					<text class="t-muted" x={-6} y={at + 4} text-anchor="end">
						{text}
					</text>
				</g>
			))}
			<svg class="panel" width={width} height={height} aria-hidden="true">
				{clipped}
			</svg>
			{children}
			<Axis x={0} y={height} length={width} ticks={xTicks} />
		</>
	);
}

/** Ticks at those values, named by themselves unless told how. */
export function ticks(
	values: readonly number[],
	place: (value: number) => number,
	name: (value: number) => string = String,
): Tick[] {
	return values.map((value) => ({ at: place(value), text: name(value) }));
}

interface Item {
	/** Drawn around the origin, at most 18 wide; or the classes of a line. */
	readonly mark: ComponentChildren;
	readonly text: string;
	/** Left edge of the item. */
	readonly x: number;
}

/** What the marks of a picture mean, in one line of it. */
export function Legend({ y, items }: { readonly y: number; readonly items: readonly Item[] }) {
	return items.map(({ mark, text, x }) => (
		<g key={text} class="legend" transform={`translate(${x + 9} ${y})`}>
			{typeof mark === 'string' ? <path class={mark} d="M-9 0H9" /> : mark}
			<text class="t-muted" x={15} y={4}>
				{text}
			</text>
		</g>
	));
}

/** A line through points, in whole units and relative steps, which cost the page least; what is far off stays within what a drawing can hold. */
export function pathOf(points: readonly (readonly [x: number, y: number])[]): string {
	const whole = points.map((point) => point.map((value) => Math.round(Math.max(-3000, Math.min(3000, value)))));
	return `M${whole
		.map(([x = 0, y = 0], at) => {
			const [fromX = 0, fromY = 0] = whole[at - 1] ?? [];
			return `${at === 1 ? 'l' : ''}${x - fromX} ${y - fromY}`;
		})
		.join(' ')
		.replaceAll(' -', '-')
		.replace(' l', 'l')}`;
}

interface HeatMapProps {
	/** Where the first square's corner is. */
	readonly x: number;
	readonly y: number;
	/** Width and height of a square. */
	readonly cell: readonly [width: number, height: number];
	readonly rowNames: readonly string[];
	readonly columnNames: readonly string[];
	/** By row and column; undefined where there is no value, which is drawn as a crossed square. */
	readonly values: readonly (readonly (number | undefined)[])[];
	/** The row with a frame around it. */
	readonly chosen: number;
	readonly onChoose: (row: number) => void;
}

/** Small shares stay visible: the tint grows with the share's power of ¾. */
const tint = (share: number): number => Math.round(100 * share ** 0.75) / 100;

/** A matrix of shares from 0 to 1 as tinted squares, with the names of its rows and columns. */
export function HeatMap({
	x,
	y,
	cell: [width, height],
	rowNames,
	columnNames,
	values,
	chosen,
	onChoose,
}: HeatMapProps) {
	const [right, bottom] = [columnNames.length * width, rowNames.length * height];
	return (
		<g transform={`translate(${x} ${y})`}>
			{columnNames.map((name, column) => (
				<text
					key={column}
					class={values[chosen]?.[column] === undefined ? 't-muted' : undefined}
					transform={`translate(${column * width + width / 2 + 4} -7) rotate(-48)`}
				>
					{name}
				</text>
			))}
			<path class="f-wash" d={`M0 0h${right}v${bottom}H0z`} />
			{values.map((row, at) => (
				// biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; a control chooses the row, too
				<g key={at} class="heat-row" transform={`translate(0 ${at * height})`} onClick={() => onChoose(at)}>
					<text x={-8} y={height / 2 + 4} text-anchor="end" class={at === chosen ? 't-strong' : 't-muted'}>
						{rowNames[at]}
					</text>
					{row.map((value, column) =>
						value === undefined ? (
							<path key={column} class="edge" d={`M${column * width + width / 2 - 3} ${height / 2 - 3}l6 6m0-6l-6 6`} />
						) : (
							<rect
								key={column}
								class="f-mark"
								x={column * width}
								width={width}
								height={height}
								fill-opacity={tint(value)}
							/>
						),
					)}
				</g>
			))}
			<path
				class="paper-line"
				pointer-events="none"
				d={[
					...columnNames.map((_, at) => `M${at * width} 0v${bottom}`),
					...rowNames.map((_, at) => `M0 ${at * height}h${right}`),
				].join('')}
			/>
			<rect
				class="frame"
				stroke-width={2}
				pointer-events="none"
				x={-1}
				y={chosen * height - 1}
				width={right + 2}
				height={height + 2}
			/>
		</g>
	);
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Where an event is, in the units of the element it happened on. */
export function pointOf(event: MouseEvent, element: SVGGraphicsElement): Point {
	const toUnits = element.getScreenCTM()?.inverse();
	const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toUnits);
	return { x, y };
}

/** Dragging a mark: its handlers. `move` is told points in the units of the mark's parent; the mark keeps the pointer until it is let go. */
export function draggable(move: (point: Point) => void, end: () => void) {
	return {
		// A finger would scroll the page: browsers do not heed touch-action inside a drawing.
		onTouchStart: (event: TargetedEvent<SVGGraphicsElement, TouchEvent>) => event.preventDefault(),
		onPointerDown: ({ currentTarget, pointerId }: TargetedPointerEvent<SVGGraphicsElement>) => {
			currentTarget.setPointerCapture(pointerId);
		},
		onPointerMove: (event: TargetedPointerEvent<SVGGraphicsElement>) => {
			const { currentTarget, pointerId } = event;
			const parent = currentTarget.parentElement as unknown as SVGGraphicsElement;
			if (currentTarget.hasPointerCapture(pointerId)) move(pointOf(event, parent));
		},
		onLostPointerCapture: end,
	};
}
