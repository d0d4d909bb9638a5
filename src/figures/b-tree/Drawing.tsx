/** The pages of the tree: from top to bottom on a page, from left to right on a phone. */
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, placed } from '../parts/marks.tsx';
import type { model, Page, Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 268],
		draw: ({ state }) => (
			<>
				<Order {...state} columns={16} />
				{placed(0, 52, <Tree shown={state} places={placesOf(state, true)} down />)}
				<Meaning y={254} xs={[0, 114, 212, 356]} />
			</>
		),
	},
	phone: {
		size: [280, 256],
		draw: ({ state }) => placed(1, 0, <Tree shown={state} places={placesOf(state, false)} />),
	},
	more: {
		size: [280, 104],
		draw: ({ state }) => (
			<>
				<Order {...state} columns={8} />
				<Meaning y={70} xs={[0, 136]} />
			</>
		),
	},
};

const GAP = 13;
const HIGH = 24;

/** Where pages lie: the left end and the middle line of each. */
interface Places {
	readonly cell: number;
	readonly high: number;
	readonly of: ReadonlyMap<number, readonly [x: number, y: number]>;
}

/** Leaves side by side, or one under the other; each page stands by the middle of what it leads to, a level before it. */
function placesOf({ levels, room, most }: Shown, down: boolean): Places {
	const cell = down ? Math.min(24, Math.floor((560 - GAP * (most - 1)) / (most * room))) : room > 4 ? 16 : 17;
	const width = cell * room;
	const step = down ? width + GAP : Math.min(40, Math.floor(256 / most));
	const [along, of] = [new Map<number, number>(), new Map<number, readonly [number, number]>()];
	const deepest = levels.length - 1;
	for (const [up, level] of levels.toReversed().entries()) {
		const deep = deepest - up;
		const across = down
			? deep * 66 + (2 - deepest) * 33 + 12
			: deepest
				? (deep * (278 - width)) / deepest
				: 139 - width / 2;
		for (const [at, { id, below }] of level.entries()) {
			const middle = below.length
				? ((along.get(below[0]?.id ?? 0) ?? 0) + (along.get(below.at(-1)?.id ?? 0) ?? 0)) / 2
				: (down ? 280 - width / 2 : 128) + (at - (level.length - 1) / 2) * step;
			along.set(id, middle);
			const [x, y] = down ? [middle, across] : [across, middle];
			of.set(id, [Math.round(x), Math.round(y)]);
		}
	}
	return { cell, high: Math.min(HIGH, down ? HIGH : step - 6), of };
}

function Tree({ shown, places, down }: { readonly shown: Shown; readonly places: Places; readonly down?: boolean }) {
	const { levels, room } = shown;
	const { cell, high, of } = places;
	const width = cell * room;
	const at = ({ id }: Page): readonly [number, number] => of.get(id) ?? [0, 0];
	const leaves = levels.at(-1) ?? [];
	return (
		<>
			{levels.flatMap((level) =>
				level.flatMap((page) =>
					page.below.map((child, index) => {
						const [[x, y], [toX, toY]] = [at(page), at(child)];
						const followed = shown.path.includes(page.id) && shown.path.includes(child.id);
						const line = down
							? `M${x + index * cell} ${y + high / 2}L${toX + width / 2} ${toY - high / 2}`
							: `M${x + page.keys.length * cell} ${y}L${toX} ${toY}`;
						return <path key={`${page.id} ${child.id}`} class={followed ? 'mark' : 'edge'} d={line} />;
					}),
				),
			)}
			{leaves.slice(1).map((leaf, index) => {
				const [[x, y], [toX, toY]] = [at(leaves[index] as Page), at(leaf)];
				return (
					<path
						key={leaf.id}
						class="line"
						d={down ? `M${x + width} ${y}H${toX}m-5-4l5 4-5 4` : `M${x + width - 6} ${y + high / 2}V${toY - high / 2}`}
					/>
				);
			})}
			{levels.flatMap((level) =>
				level.map((page) => {
					const [x, y] = at(page);
					return (
						<g key={page.id} transform={`translate(${x} ${y})`}>
							<OnePage
								shown={shown}
								page={page}
								cell={cell}
								high={high}
								slots={down || !page.below.length ? room : page.keys.length}
							/>
						</g>
					);
				}),
			)}
		</>
	);
}

interface OnePageProps {
	readonly shown: Shown;
	readonly page: Page;
	readonly cell: number;
	readonly high: number;
	readonly slots: number;
}

/** Its slots, taken ones first. Dashed where it lies on disk alone. */
function OnePage({ shown, page: { id, keys, below }, cell, high, slots }: OnePageProps) {
	const { key, path, made, searching, memory } = shown;
	const fresh = path.includes(id) || made.includes(id) || (!searching && !below.length && keys.includes(key ?? -1));
	const border = `${fresh ? 'mark' : 'edge'}${memory.includes(id) ? '' : ' dash'}`;
	return (
		<>
			<rect
				class={`${made.includes(id) ? 'f-mark-25' : fresh ? 'f-mark-12' : 'f-paper'} ${border}`}
				y={-high / 2}
				width={slots * cell}
				height={high}
			/>
			{slots > 1 && (
				<path
					class="hair"
					d={Array.from({ length: slots - 1 }, (_, at) => `M${(at + 1) * cell} ${4 - high / 2}v${high - 8}`).join('')}
				/>
			)}
			{keys.map((one, at) => (
				<text key={one} class={one === key ? 't-strong' : undefined} x={(at + 0.5) * cell} y={4.5} text-anchor="middle">
					{one}
				</text>
			))}
		</>
	);
}

/** The keys in the order in which they come; those in the tree are muted. */
function Order({ keys, key, inserted, columns }: Shown & { readonly columns: number }) {
	const room = columns > 8 ? 29 : 34;
	return (
		<>
			<text y={12}>Keys in their order</text>
			{keys.map((one, at) => (
				<text
					key={one}
					class={one === key ? 't-strong' : at < inserted ? 't-muted' : undefined}
					x={(at % columns) * room + 14}
					y={32 + Math.floor(at / columns) * 18}
					text-anchor="middle"
				>
					{one}
				</text>
			))}
		</>
	);
}

/** What the boxes mean, in lines of so many. */
function Meaning({ y, xs }: { readonly y: number; readonly xs: readonly number[] }) {
	const items = [
		['in memory', 'f-paper edge'],
		['on disk', 'f-paper edge dash'],
		['used in this step', 'f-mark-12 mark'],
		['made by a split', 'f-mark-25 mark'],
	].map(([text = '', box], at) => ({ text, mark: <path class={box} d="M-8 5V-5H8V5z" />, x: xs[at % xs.length] ?? 0 }));
	return [0, 2].map((from) =>
		xs.length > 2 && from ? null : <Legend key={from} y={y + 10 * from} items={items.slice(from, from + xs.length)} />,
	);
}
