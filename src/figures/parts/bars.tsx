/** Signed bars, one under the other, each with its name and value: what adds up to what, and what it is held against. */
import { scale } from './marks.tsx';

export interface Bar {
	readonly name: string;
	/** Left out where there is none yet: `text` says so. */
	readonly value?: number | undefined;
	/** The value as it is read. */
	readonly text: string;
	/** The one that the others are there for. */
	readonly strong?: boolean | undefined;
}

interface BarsProps {
	readonly title: string;
	readonly bars: readonly Bar[];
	readonly width: number;
	/** Room for the names at the left, and for the values at the right. */
	readonly room: readonly [names: number, values: number];
	/** A line across all bars, such as a capacity, named beneath. */
	readonly reference?: { readonly value: number; readonly text: string } | undefined;
	/** From where to where bars can reach, so that they keep their measure while controls move; else as far as they do. */
	readonly reach?: readonly [from: number, to: number] | undefined;
}

/** From one bar to the next. */
const STEP = 22;

/** How high the bars of so many rows are, title and reference included. */
export function heightOfBars(rows: number): number {
	return 24 + rows * STEP + 18;
}

export function Bars({ title, bars, width, room: [names, values], reference, reach }: BarsProps) {
	const all = [0, ...bars.flatMap(({ value }) => value ?? []), ...(reference ? [reference.value] : [])];
	const [from, to] = reach ?? [Math.min(...all), Math.max(...all)];
	const place = scale(from, to === from ? from + 1 : to, width - names - values);
	const across = (value: number): number => names + place(Math.min(to, Math.max(from, value)));
	const bottom = 24 + bars.length * STEP;
	const line = reference && across(reference.value);
	return (
		<>
			<text y={12}>{title}</text>
			{bars.map(({ name, value = 0, text, strong }, at) => (
				<g key={name} transform={`translate(0 ${24 + at * STEP})`}>
					<text class={strong ? 't-strong' : undefined} y={15}>
						{name}
					</text>
					<rect
						class={strong ? 'f-ink' : 'f-mark'}
						x={Math.min(across(0), across(value))}
						y={4}
						width={Math.abs(across(value) - across(0))}
						height={13}
					/>
					<text class={strong ? 't-strong' : undefined} x={width} y={15} text-anchor="end">
						{text}
					</text>
				</g>
			))}
			<path class="edge" d={`M${across(0)} 24V${bottom}`} />
			{reference && line !== undefined && (
				<>
					<path class="line dash" d={`M${line} 20V${bottom + 4}`} />
					<text
						class="t-muted"
						x={line}
						y={bottom + 16}
						text-anchor={line < width / 3 ? 'start' : line > (2 * width) / 3 ? 'end' : 'middle'}
					>
						{reference.text}
					</text>
				</>
			)}
		</>
	);
}
