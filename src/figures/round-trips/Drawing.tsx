/** The messages between browser and server over time, and beneath them how long each phase lasts. */
import type { DrawingOf } from '../parts/contract.ts';
import { Axis, scale, ticks } from '../parts/marks.tsx';
import { barsOf, type Flight, type model, type Shown, type Side } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: { size: [560, 286], draw: ({ state }) => <Load {...state} width={560} names={76} lanes={96} row={22} /> },
	phone: { size: [280, 252], draw: ({ state }) => <Load {...state} width={280} names={60} lanes={74} row={20} /> },
};

interface Layout {
	readonly width: number;
	/** Room for names at the left. */
	readonly names: number;
	/** From the browser's line to the server's. */
	readonly lanes: number;
	/** From one phase to the next. */
	readonly row: number;
}

/** Rows that are kept free, so that nothing moves when a phase falls away. */
const ROWS = 5;
const TOP = 28;

/** A round number of milliseconds, of which three to seven fit. */
function stepOf(reach: number): number {
	const size = 10 ** Math.floor(Math.log10(reach / 3));
	return [5, 2, 1].map((times) => times * size).find((step) => reach / step >= 3) ?? size;
}

function Load({ width, names, lanes, row, ...state }: Shown & Layout) {
	const { flights, step, now, first, slowest } = state;
	const place = scale(0, slowest, width - names - 14);
	const across = (value: number): number => names + place(value);
	const at: Readonly<Record<Side, number>> = { client: 0, resolver: Math.round(lanes / 2), server: lanes };
	const lineOf = ({ by, to, leaves, arrives }: Flight): string =>
		`M${across(leaves)} ${at[by]}L${across(arrives)} ${at[to]}`;
	const far = now?.arrives ?? 0;
	const bars = TOP + lanes + 30;
	const wide = stepOf(slowest);
	const marks = Array.from({ length: Math.floor(slowest / wide) + 1 }, (_, tick) => tick * wide);
	return (
		<>
			<g transform={`translate(0 ${TOP})`}>
				{(['client', 'server'] as const).map((side) => (
					<g key={side} transform={`translate(0 ${at[side]})`}>
						<path class="edge" d={`M${names} .5H${width}`} />
						<text y={5}>{side === 'client' ? 'Browser' : 'Server'}</text>
					</g>
				))}
				{state.asked && (
					<text class="t-muted" y={at.resolver + 5}>
						Resolver
					</text>
				)}
				<path class="hair" d={flights.slice(step).map(lineOf).join('')} />
				<path
					class="line"
					d={flights
						.slice(0, step)
						.filter(({ bytes }) => bytes === 0)
						.map(lineOf)
						.join('')}
				/>
				<path
					class="mark"
					d={flights
						.slice(0, step)
						.filter(({ bytes }) => bytes > 0)
						.map(lineOf)
						.join('')}
				/>
				{now && (
					<>
						<path class={now.bytes > 0 ? 'mark' : 'line'} stroke-width={3} d={lineOf(now)} />
						<circle class="f-ink" cx={across(now.arrives)} cy={at[now.to]} r={4} />
					</>
				)}
				<path class="edge dash" d={`M${across(first)} -8V${lanes + 30 + ROWS * row}`} />
				<text class="t-muted" x={across(first)} y={-14} text-anchor={across(first) > width - 70 ? 'end' : 'middle'}>
					first byte
				</text>
			</g>
			{barsOf(flights).map(({ phase, from, to }, index) => (
				<g key={phase} transform={`translate(0 ${bars + index * row})`}>
					<text y={13} class={now?.phase === phase ? 't-strong' : undefined}>
						{phase}
					</text>
					<path class="f-mark-12" d={`M${across(from)} 3H${across(to)}V15H${across(from)}z`} />
					{far > from && (
						<path class="f-mark" d={`M${across(from)} 3H${across(Math.min(to, far))}V15H${across(from)}z`} />
					)}
				</g>
			))}
			<Axis
				x={names}
				y={bars + ROWS * row}
				length={width - names}
				ticks={ticks(marks, place, (value) => (value === 0 ? '0 ms' : value.toLocaleString('en-US')))}
			/>
		</>
	);
}
