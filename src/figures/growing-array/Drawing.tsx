/** The slots of the array, and beneath them what was paid against what was spent. */
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { MOST, type model, type Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 372],
		draw: ({ state }) => (
			<>
				<Slots {...state} pitch={12} />
				<Kinds {...state} places={[404, 404, 404]} lines={[40, 62, 84]} />
				{placed(44, 162, <Account {...state} width={506} height={156} legend={[0, 74, 178]} />)}
			</>
		),
	},
	phone: {
		size: [280, 264],
		draw: ({ state }) => (
			<>
				<Slots {...state} pitch={8} />
				{placed(38, 122, <Account {...state} width={226} height={90} legend={[-36, 28, 112]} />)}
			</>
		),
	},
	more: {
		size: [280, 24],
		draw: ({ state }) => <Kinds {...state} places={[0, 84, 190]} lines={[12, 12, 12]} />,
	},
};

/** A doubled array fills whole rows. */
const COLUMNS = 32;

function Slots({ appends, slots, last, pitch }: Shown & { readonly pitch: number }) {
	const side = pitch - 2;
	const squares = (from: number, to: number): string => {
		let path = '';
		for (let at = from; at < to; at++)
			path += `M${(at % COLUMNS) * pitch} ${Math.floor(at / COLUMNS) * pitch}h${side}v${side}h-${side}z`;
		return path;
	};
	return (
		<>
			<text y={12}>
				{slots} {slots === 1 ? 'slot' : 'slots'}
			</text>
			<g transform="translate(1 22)">
				<path class="f-paper edge thin" d={squares(appends, slots)} />
				{appends > 1 && <path class={last ? 'f-mark' : 'f-mark-50'} d={squares(0, appends - 1)} />}
				{appends > 0 && <path class="f-ink" d={squares(appends - 1, appends)} />}
			</g>
		</>
	);
}

function Kinds({
	last,
	places: [first, second, third],
	lines: [one, two, three],
}: Shown & { readonly places: readonly [number, number, number]; readonly lines: readonly [number, number, number] }) {
	const square = 'M-5 5V-5H5V5z';
	return (
		<>
			<Legend y={one} items={[{ x: first, text: 'newest', mark: <path class="f-ink" d={square} /> }]} />
			<Legend
				y={two}
				items={[
					{
						x: second,
						text: last ? 'just moved' : 'in their place',
						mark: <path class={last ? 'f-mark' : 'f-mark-50'} d={square} />,
					},
				]}
			/>
			<Legend y={three} items={[{ x: third, text: 'free', mark: <path class="f-paper edge" d={square} /> }]} />
		</>
	);
}

/** The smallest round number that is not below. */
function round(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value));
	return power * ([1, 2, 4, 6, 10].find((step) => step * power >= value) ?? 10);
}

interface AccountProps {
	readonly width: number;
	readonly height: number;
	/** Where the words of the legend begin. */
	readonly legend: readonly [number, number, number];
}

function Account({ appends, charge, totals, spent, paid, overdrawn, width, height, legend }: Shown & AccountProps) {
	const top = round(Math.max(totals[MOST] ?? 0, charge * MOST));
	const [across, down] = [scale(0, MOST, width), scale(top, 0, height)];
	/** A stair: level until the next append, then up. */
	const stairs = (from: number, to: number) =>
		totals.slice(from, to + 1).flatMap((total, at) => {
			const x = across(from + at);
			return at
				? [[x, down(totals[from + at - 1] ?? 0)] as const, [x, down(total)] as const]
				: [[x, down(total)] as const];
		});
	return (
		<Plot
			title="Units, by appends"
			width={width}
			height={height}
			xTicks={ticks([0, 50, 100, 150, 200], across)}
			yTicks={ticks([0, top / 2, top], down, (value) => value.toLocaleString('en-US'))}
			clipped={
				<>
					<path class="hair" d={pathOf(stairs(appends, MOST))} />
					<path
						class="line dash"
						d={pathOf([
							[0, height],
							[width, down(charge * MOST)],
						])}
					/>
					{appends > 0 && <path class="mark" d={pathOf(stairs(0, appends))} />}
					{overdrawn > 0 && overdrawn <= MOST && <path class="edge dash" d={`M${across(overdrawn)} 0V${height}`} />}
				</>
			}
		>
			<circle class="f-paper line" cx={across(appends)} cy={down(paid)} r={4} />
			<circle class="f-mark" cx={across(appends)} cy={down(spent)} r={5} />
			<Legend
				y={height + 40}
				items={[
					{ x: legend[0], text: 'paid', mark: 'line dash' },
					{ x: legend[1], text: 'spent', mark: 'mark' },
					...(overdrawn > 0 && overdrawn <= MOST
						? [{ x: legend[2], text: 'first overdrawn', mark: <path class="edge dash" d="M0-9V9" /> }]
						: []),
				]}
			/>
		</Plot>
	);
}
