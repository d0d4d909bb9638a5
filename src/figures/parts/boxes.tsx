/** Boxes with words in them: side by side in a row, or joined by edges. */
import type { ComponentChildren } from 'preact';

export interface Box {
	/** One under the other, in the middle of the box. */
	readonly lines: readonly ComponentChildren[];
	/** Classes of diagrams: `f-mark-12`, `edge dash`. A plain border unless told. */
	readonly class?: string | undefined;
}

type Pair = readonly [x: number, y: number];

/** How far apart the lines of a box are. */
const LINE = 17;

/** A box around the origin. The one that the picture is at has a thicker border, too: color alone tells nobody. */
function OneBox({ box, size: [width, height], current }: { box: Box; size: Pair; current: boolean }) {
	const first = 4.5 - ((box.lines.length - 1) * LINE) / 2;
	return (
		<>
			<rect
				class={current ? 'f-mark-12 mark' : `f-paper ${box.class ?? 'edge'}`}
				x={-width / 2}
				y={-height / 2}
				width={width}
				height={height}
			/>
			{box.lines.map((line, at) => (
				<text key={at} class={current && at === 0 ? 't-strong' : undefined} y={first + at * LINE} text-anchor="middle">
					{line}
				</text>
			))}
		</>
	);
}

interface RowProps {
	readonly boxes: readonly Box[];
	readonly size: Pair;
	readonly gap: number;
	/** The box that the picture is at. */
	readonly current?: number | undefined;
}

/** Boxes from left to right, the first one's corner at the origin. */
export function Row({ boxes, size, gap, current }: RowProps) {
	const [width, height] = size;
	return boxes.map((box, at) => (
		<g key={at} transform={`translate(${width / 2 + at * (width + gap)} ${height / 2})`}>
			<OneBox box={box} size={size} current={at === current} />
		</g>
	));
}

export interface Node extends Box {
	/** The middle of the box. */
	readonly at: Pair;
}

export interface Edge<Name extends string = string> {
	readonly from: Name;
	readonly to: Name;
	/** A value on the edge. */
	readonly text?: string | undefined;
	/** Where the text begins, from the middle of the edge; centered above it unless told. */
	readonly textAt?: Pair | undefined;
	/** Classes of diagrams for a line: `mark`, `hair`. */
	readonly class?: string | undefined;
}

interface GraphProps<Name extends string> {
	readonly nodes: Readonly<Record<Name, Node>>;
	readonly edges: readonly Edge<Name>[];
	/** Of every box. */
	readonly size: Pair;
	/** The node that the picture is at. */
	readonly current?: Name | undefined;
}

/** Where an edge that runs between the middles of two boxes of that size leaves the first and meets the second. */
export function ends([x, y]: Pair, [toX, toY]: Pair, [width, height]: Pair): readonly [Pair, Pair] {
	const [across, down] = [toX - x, toY - y];
	// The share of the way that lies within a box; all of it where boxes touch.
	const inside = Math.min(0.5, width / 2 / Math.abs(across), height / 2 / Math.abs(down));
	const [dx, dy] = [Math.round(across * inside), Math.round(down * inside)];
	return [
		[x + dx, y + dy],
		[toX - dx, toY - dy],
	];
}

/** Boxes joined by straight edges, each with a head where it leads to. */
export function Graph<Name extends string>({ nodes, edges, size, current }: GraphProps<Name>) {
	return (
		<>
			{edges.map(({ from, to, text, textAt, class: line = 'edge' }) => {
				const [[x, y], [toX, toY]] = ends(nodes[from].at, nodes[to].at, size);
				const length = Math.round(Math.hypot(toX - x, toY - y));
				const angle = Math.round((Math.atan2(toY - y, toX - x) * 180) / Math.PI);
				return (
					<g key={`${from} ${to}`}>
						<path
							class={line}
							transform={`translate(${toX} ${toY}) rotate(${angle})`}
							d={`M${-length} 0H0m-5-4l5 4-5 4`}
						/>
						{text && (
							<text
								class="halo"
								x={(x + toX) / 2 + (textAt?.[0] ?? 0)}
								y={(y + toY) / 2 + (textAt?.[1] ?? -6)}
								text-anchor={textAt ? undefined : 'middle'}
							>
								{text}
							</text>
						)}
					</g>
				);
			})}
			{(Object.entries(nodes) as [Name, Node][]).map(([name, node]) => (
				<g key={name} transform={`translate(${node.at.join(' ')})`}>
					<OneBox box={node} size={size} current={name === current} />
				</g>
			))}
		</>
	);
}
