/** A horizontal axis: its line, and its ticks with their names. */

interface Tick {
	readonly at: number;
	readonly text: string;
	/** The one that the picture marks. */
	readonly strong?: boolean;
}

interface Props {
	readonly x: number;
	readonly y: number;
	readonly length: number;
	readonly ticks: readonly Tick[];
}

export function Axis({ x, y, length, ticks }: Props) {
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
