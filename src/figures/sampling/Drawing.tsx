/** Probabilities of eight tokens, and under them how far each of three cuts reaches. */
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, Plot, scale, ticks } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { type Cut, LOOKED_AT, type model, type Shown, TOKENS } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 318],
		draw: ({ state }) => <Cuts {...state} column={50} height={150} roomy />,
	},
	phone: {
		size: [280, 264],
		draw: ({ state }) => <Cuts {...state} column={23} height={112} />,
	},
};

/** Room for names at the left, and from one strip to the next. */
const [NAMES, STEP] = [48, 22];

interface CutsProps {
	/** Width of a token. */
	readonly column: number;
	/** Height of the bars at the end of the axis. */
	readonly height: number;
	/** Whether there is room for the running sums, and for the entropy after each cut. */
	readonly roomy?: boolean;
}

/** Where the axis may end: at the first that all bars stay below, so that a flat model is seen, too. */
const TOPS = [0.25, 0.5, 1];

function Cuts({ column, height, roomy = false, ...shown }: Shown & CutsProps) {
	const { temperature, own, hot, sums, floor, order, topK, topP, minP } = shown;
	const width = TOKENS * column;
	const top = TOPS.find((end) => end > Math.max(...own, ...hot)) ?? 1;
	const down = scale(top, 0, height);
	const gap = Math.round(column / 8);
	const bar = column - 2 * gap;
	const line = down(floor);
	const strips: readonly (readonly [name: string, cut: Cut])[] = [
		['top-k', topK],
		['top-p', topP],
		['min-p', minP],
	];
	const keys = [
		[<path class="f-mark" d="M-5 5V-5H5V5z" />, `at T = ${fixed(temperature, 1)}`],
		[<path class="line thin" d="M-5 5V-5H5V5z" />, 'the model’s own'],
	] as const;
	const names = hot.map((_, at) => ({ at: at * column + column / 2, text: String(at + 1) }));
	const under = height + (roomy ? 62 : 42);
	return (
		<g transform={`translate(${NAMES} 28)`}>
			<Plot
				title="Probability of each token"
				width={width}
				height={height}
				xTicks={names}
				yTicks={ticks([0, top / 2, top], down)}
			>
				{hot.map((one, at) => (
					<g key={at} transform={`translate(${at * column + gap} 0)`}>
						<path class="f-mark" d={`M0 ${height}V${down(one)}h${bar}V${height}z`} />
						<path class="line thin" d={`M0 ${height}V${down(own[at] ?? 0)}h${bar}V${height}`} />
					</g>
				))}
				<path class="line dash" d={`M0 ${line}H${width}`} />
				<text class="t-muted" x={width + 6} y={line + 4}>
					{roomy ? 'floor of min-p' : 'floor'}
				</text>
				{keys.map(([mark, text], at) => (
					<Legend key={text} y={16 + at * 20} items={[{ x: width - 116, text, mark }]} />
				))}
			</Plot>
			{roomy && (
				<g transform={`translate(0 ${height + 38})`}>
					<text class="t-muted" x={-NAMES}>
						sum
					</text>
					{sums.map((sum, at) => (
						<text key={at} class="t-muted" x={at * column + column / 2} text-anchor="middle">
							{fixed(sum, 2)}
						</text>
					))}
				</g>
			)}
			<g transform={`translate(0 ${under})`}>
				<text class="t-muted" x={-NAMES} y={4}>
					Kept of the {LOOKED_AT[order]}
				</text>
				<text class="t-muted" x={width + 40} y={4} text-anchor="end">
					mass
				</text>
				{roomy && (
					<text class="t-muted" x={width + 104} y={4} text-anchor="end">
						entropy
					</text>
				)}
				{strips.map(([name, { kept, mass, bits: after }], at) => (
					<g key={name} transform={`translate(0 ${12 + at * STEP})`}>
						<text x={-NAMES} y={13}>
							{name}
						</text>
						<path class="f-wash" d={`M0 2h${width}v14H0z`} />
						<path class="f-mark" d={`M0 2h${kept * column}v14H0z`} />
						<text class="t-strong" x={width + 40} y={13} text-anchor="end">
							{fixed(mass, 2)}
						</text>
						{roomy && (
							<text x={width + 104} y={13} text-anchor="end">
								{fixed(after, 2)} bits
							</text>
						)}
					</g>
				))}
			</g>
		</g>
	);
}
