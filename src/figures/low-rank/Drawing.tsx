/** The spectrum with its cut, and what the cut makes of the change: two factors, their product, and the rest. */
import type { DrawingOf, FigureOf } from '../parts/contract.ts';
import { Axis, draggable, placed } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { type Matrix, type model, type Shown, SIDE, STRONG } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 320],
		draw: (figure) => [
			placed(0, 34, <Spectrum figure={figure} pitch={15} height={76} />),
			placed(0, 170, <Tiles name="ΔW" of={figure.state.change} reach={figure.state.reach} cell={8} />),
			placed(279, 170, <Factors {...figure.state} cell={8} />),
			placed(432, 170, <Tiles name="ΔW − BA" of={figure.state.rest} reach={figure.state.reach} cell={8} />),
			placed(432, 40, <Signs />),
		],
	},
	phone: {
		size: [280, 228],
		draw: (figure) => (
			<>
				{placed(0, 34, <Spectrum figure={figure} pitch={17} height={60} />)}
				{(
					[
						['ΔW', figure.state.change],
						['BA', figure.state.product],
						['ΔW − BA', figure.state.rest],
					] as const
				).map(([name, of], at) => (
					<g key={name} transform={`translate(${100 * at} 126)`}>
						<Tiles name={name} of={of} reach={figure.state.reach} cell={5} />
					</g>
				))}
			</>
		),
	},
	more: {
		size: [280, 246],
		draw: ({ state }) => [placed(118, 118, <Factors {...state} cell={6.5} />), placed(0, 12, <Signs />)],
	},
};

/** Singular values as bars, and the cut: to drag, beside its slider. */
function Spectrum({
	figure,
	pitch,
	height,
}: {
	readonly figure: Figure;
	readonly pitch: number;
	readonly height: number;
}) {
	const { state, settings, set, settle } = figure;
	const { strengths, rank } = state;
	const bar = (from: number, to: number): string =>
		strengths
			.slice(from, to)
			.map((one, at) => `M${(from + at) * pitch + 2} ${height}v${-Math.round(one * height)}h${pitch - 4}V${height}z`)
			.join('');
	return (
		<>
			<text y={-18}>Singular values of ΔW</text>
			<path class="f-mark" d={bar(0, rank)} />
			<path class="f-rule" d={bar(rank, SIDE)} />
			<Axis
				x={0}
				y={height}
				length={SIDE * pitch}
				ticks={[1, STRONG, SIDE / 2, SIDE].map((at) => ({ at: (at - 0.5) * pitch, text: String(at) }))}
			/>
			<g
				class="handle"
				transform={`translate(${rank * pitch} 0)`}
				{...draggable(({ x }) => set({ rank: nearestStep(settings.rank, x / pitch) }), settle)}
			>
				<path class="line dash" d={`M0 -4V${height}`} />
				<rect x={-14} y={-14} width={28} height={height + 18} fill="transparent" />
				<circle class="open" cy={-4} r={6} stroke-width={2} />
			</g>
		</>
	);
}

/** B at the left of the product and A above it, as matrices are multiplied by hand: their area is their count of numbers. */
function Factors({ A, B, product, rank, reach, factorReach, cell }: Shown & { readonly cell: number }) {
	const [side, thin] = [SIDE * cell, rank * cell];
	return (
		<>
			<Tiles name="BA" of={product} reach={reach} cell={cell} />
			{rank > 0 && (
				<>
					{placed(-thin - 6, 0, <Tiles of={B} reach={factorReach} cell={cell} />)}
					{placed(0, -thin - 6, <Tiles of={A} reach={factorReach} cell={cell} />)}
				</>
			)}
			<text class="t-strong" x={-6} y={side + 18} text-anchor="end">
				B
			</text>
			<text class="t-strong" x={side + 5} y={-6}>
				A
			</text>
		</>
	);
}

interface TilesProps {
	readonly name?: string;
	readonly of: Matrix;
	/** What has the deepest tint. */
	readonly reach: number;
	readonly cell: number;
}

/** Steps of the tint; what is nearer to nothing than half a step has none. */
const STEPS = 4;

/** A matrix as squares, tinted by size: one path for each tint, neighbors in a row joined, which costs the page least. */
function Tiles({ name, of, reach, cell }: TilesProps) {
	const [height, width] = [of.length * cell, (of[0]?.length ?? 0) * cell];
	const steps = of.map((row) =>
		row.map((value) => Math.max(-STEPS, Math.min(STEPS, Math.round((STEPS * value) / reach)))),
	);
	return (
		<>
			<path class="f-wash" d={`M0 0h${width}v${height}H0z`} />
			{Array.from({ length: 2 * STEPS + 1 }, (_, at) => at - STEPS).map((step) => {
				const d =
					step === 0
						? ''
						: steps
								.flatMap((row, y) =>
									row.map((one, x) => {
										if (one !== step || row[x - 1] === step) return '';
										const end = row.findIndex((other, after) => after > x && other !== step);
										const long = ((end < 0 ? row.length : end) - x) * cell;
										return `M${x * cell} ${y * cell}h${long}v${cell}h${-long}z`;
									}),
								)
								.join('');
				return (
					d && <path key={step} class={step > 0 ? 'f-mark' : 'f-ink'} fill-opacity={Math.abs(step) / STEPS} d={d} />
				);
			})}
			<path class="edge" d={`M0 0h${width}v${height}H0z`} />
			{name && (
				<text class="t-strong" x={width / 2} y={height + 18} text-anchor="middle">
					{name}
				</text>
			)}
		</>
	);
}

/** What tints mean. */
function Signs() {
	return (['f-mark', 'f-ink'] as const).map((of, at) => (
		<g key={of} transform={`translate(0 ${20 * at})`}>
			<rect class={of} width={12} height={12} />
			<text class="t-muted" x={18} y={11}>
				{at ? 'below zero' : 'above zero'}
			</text>
		</g>
	));
}
