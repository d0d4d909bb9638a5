/** The items with the window around some of them, and beneath a cell for each run: those that keep the rule, and the window's way. */
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, pathOf } from '../parts/marks.tsx';
import { MOST, type model, type Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: { size: [560, 330], draw: ({ state }) => <Whole {...state} width={560} high={208} /> },
	phone: { size: [280, 262], draw: ({ state }) => <Whole {...state} width={280} high={144} /> },
};

/** Fewer items than these are drawn no larger. */
const FEW = 8;
const BOX = 26;

function Whole(shown: Shown & { readonly high: number; readonly width: number }) {
	const { items, width, high, left, right, broken } = shown;
	const many = Math.max(FEW, Math.min(MOST, items.length));
	const [cell, row] = [Math.floor((width - 4) / many), Math.floor(high / many)];
	const wide = width > 300;
	return (
		<g transform="translate(2 14)">
			{right >= left && (
				<path
					class={broken ? 'f-wash' : 'f-mark-25'}
					d={`M${left * cell} 0h${(right - left + 1) * cell}v${BOX}h${(left - right - 1) * cell}z`}
				/>
			)}
			<path class="hair" d={items.map((_, at) => `M${at * cell} 0h${cell}v${BOX}h${-cell}z`).join('')} />
			{items.map((item, at) => (
				<text
					key={at}
					class={at >= left && at <= right ? 't-strong' : 't-muted'}
					x={(at + 0.5) * cell}
					y={18}
					text-anchor="middle"
				>
					{item}
				</text>
			))}
			{right >= left && (
				<path
					class={broken ? 'line dash' : 'line'}
					stroke-width={2}
					d={`M${left * cell} -3h${(right - left + 1) * cell}v${BOX + 6}h${(left - right - 1) * cell}z`}
				/>
			)}
			<g transform={`translate(0 ${BOX + 14})`}>
				<Runs {...shown} cell={cell} row={row} />
				<text class="t-muted" y={high - 16}>
					{wide ? 'A cell is a run: its row says' : 'Row: first item'}
				</text>
				<text class="t-muted" y={high}>
					{wide ? 'the first item, its column the last' : 'column: last'}
				</text>
				<Legend
					y={high + 22}
					items={[
						{ x: 0, text: 'keeps the rule', mark: <path class="f-mark-25" d="M-6 5V-5H6V5z" /> },
						{ x: 122, text: "window's way", mark: 'mark' },
						...(wide
							? [
									{ x: 250, text: 'now', mark: <circle class="f-ink" r={4} /> },
									{ x: 310, text: 'best so far', mark: <path class="line" d="M-6 5V-5H6V5z" /> },
								]
							: []),
					]}
				/>
				{!wide && (
					<Legend
						y={high + 42}
						items={[
							{ x: 0, text: 'best so far', mark: <path class="line" d="M-6 5V-5H6V5z" /> },
							{ x: 122, text: 'now', mark: <circle class="f-ink" r={4} /> },
						]}
					/>
				)}
			</g>
		</g>
	);
}

function Runs({
	items,
	keeps,
	moves,
	made,
	left,
	right,
	best,
	cell,
	row,
}: Shown & { readonly cell: number; readonly row: number }) {
	const middle = (column: number, line: number): [number, number] => [(column + 0.5) * cell, (line + 0.5) * row];
	const way = moves.slice(0, made).map((one) => middle(one.right, one.left));
	const [x, y] = middle(right, left);
	return (
		<>
			<path
				class="f-mark-25"
				d={keeps
					.map((line, from) =>
						line.map((kept, to) => (kept ? `M${to * cell} ${from * row}h${cell}v${row}h${-cell}z` : '')).join(''),
					)
					.join('')}
			/>
			<path
				class="hair"
				d={items
					.map((_, at) => `M${at * cell} ${at * row}H${items.length * cell}M${(at + 1) * cell} 0V${(at + 1) * row}`)
					.join('')}
			/>
			{way.length > 0 && <path class="mark" d={pathOf(way)} />}
			{best.length > 0 && (
				<path class="line" d={`M${(best.from + best.length - 1) * cell} ${best.from * row}h${cell}v${row}h${-cell}z`} />
			)}
			{right >= 0 && <circle class="f-ink" cx={x} cy={y} r={4} />}
		</>
	);
}
