/** The slots with what the step looked at, and the looks of a miss by load. */
import { type Box, Row } from '../parts/boxes.tsx';
import type { DrawingOf, Room } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { formula, GONE, homeOf, measured, type model, type Shown, SLOTS } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 370],
		draw: ({ state }) => (
			<>
				<Places {...state} columns={SLOTS} deep={3} />
				{placed(30, 178, <Costs {...state} width={520} height={140} />)}
				<Keys y={360} />
			</>
		),
	},
	phone: {
		size: [280, 208],
		draw: ({ state }) => <Places {...state} columns={SLOTS / 2} deep={2} />,
	},
	more: {
		size: [280, 230],
		draw: ({ state }) => (
			<>
				{placed(26, 28, <Costs {...state} width={244} height={140} />)}
				<Keys y={216} />
			</>
		),
	},
};

/** A box, and how far a node of a chain is from the next. */
const [WIDTH, HEIGHT] = [33, 22];
const NODE = HEIGHT + 2;
/** From the number of a place to its first node, and room for what stands beneath the last. */
const [HEAD, FOOT] = [18, 36];

interface Layout {
	/** Places in a row. */
	readonly columns: number;
	/** Nodes of a chain that are drawn. */
	readonly deep: number;
}

/** Slots or buckets in rows, each with its number above and, where the step looked, the order of looks beneath. */
function Places({ columns, deep, ...state }: Shown & Layout) {
	const { method, turn, lies, lost } = state;
	const { path } = turn.search;
	return turn.buckets.map((held, at) => {
		const looks = path.flatMap((one, look) => (one === at ? [look + 1] : []));
		const nodes = held.length === 0 ? [undefined] : held.slice(0, deep);
		const more = held.length - nodes.length;
		const [first, last] = [looks[0], looks.at(-1)];
		return (
			<g
				key={at}
				transform={`translate(${1 + (at % columns) * (WIDTH + 2)} ${Math.floor(at / columns) * (HEAD + deep * NODE + FOOT)})`}
			>
				<text
					class={at === homeOf(state.key) && path.length > 0 ? 't-strong' : 't-muted'}
					x={WIDTH / 2}
					y={12}
					text-anchor="middle"
				>
					{at}
				</text>
				{nodes.map((slot, depth) => {
					const here = slot !== undefined && slot !== GONE && slot === state.key && at === lies && path.length > 0;
					const seen = method === 'Chaining' ? depth < looks.length : looks.length > 0;
					const line = slot === undefined ? 'hair' : slot === GONE || lost.includes(slot) ? 'edge dash' : 'edge';
					const box: Box = {
						lines: [slot === undefined ? '' : slot === GONE ? '×' : slot],
						class: `${line} ${seen ? 'f-mark-12' : ''}`,
					};
					return (
						<g key={depth} transform={`translate(0 ${HEAD + depth * NODE})`}>
							<Row boxes={[box]} size={[WIDTH, HEIGHT]} gap={0} current={here ? 0 : undefined} />
						</g>
					);
				})}
				{more > 0 && (
					<text class="t-muted" x={WIDTH / 2} y={HEAD + deep * NODE + 12} text-anchor="middle">
						+{more}
					</text>
				)}
				{first !== undefined && (
					<text class="t-mark" x={WIDTH / 2} y={HEAD + nodes.length * NODE + (more > 0 ? 28 : 12)} text-anchor="middle">
						{first === last ? first : `${first}–${last}`}
					</text>
				)}
			</g>
		);
	});
}

/** The chart ends here, and what is more stands at its edge. */
const HIGH = 40;
const FULL = 1.5;

function Costs({ method, load, miss, width, height }: Shown & Room) {
	const across = scale(0, FULL, width);
	const down = scale(HIGH, 0, height);
	const curve = (of: 'Probing' | 'Chaining', end: number): string =>
		pathOf(Array.from({ length: 49 }, (_, step) => (step / 48) * end).map((at) => [across(at), down(formula(of, at))]));
	return (
		<Plot
			title="Looks of a miss, by load"
			width={width}
			height={height}
			xTicks={ticks([0, 0.5, 0.75, 1, FULL], across)}
			yTicks={ticks([0, 20, HIGH], down)}
			clipped={
				<>
					<path class={method === 'Probing' ? 'mark' : 'edge'} d={curve('Probing', 0.96)} />
					<path class={method === 'Chaining' ? 'mark' : 'edge dash'} d={curve('Chaining', FULL)} />
					{measured().map((one, part) => (
						<circle key={part} class="f-ink" cx={across(part / SLOTS)} cy={down(one)} r={2.5} />
					))}
				</>
			}
		>
			<text class="t-muted" x={width} y={height - 16} text-anchor="end">
				chaining
			</text>
			<circle class="open mark" cx={across(load)} cy={down(miss)} r={6} />
			<text
				class="t-strong halo"
				x={across(load) + (load < 0.15 ? 10 : -10)}
				y={down(miss) - 8}
				text-anchor={load < 0.15 ? undefined : 'end'}
			>
				{fixed(miss, 1)}
			</text>
		</Plot>
	);
}

/** What the marks of the chart mean. */
function Keys({ y }: { readonly y: number }) {
	return (
		<Legend
			y={y}
			items={[
				{ x: 0, text: 'formula', mark: 'edge' },
				{ x: 84, text: 'large table', mark: <circle class="f-ink" r={2.5} /> },
				{ x: 178, text: 'these slots', mark: <circle class="open mark" r={6} /> },
			]}
		/>
	);
}
