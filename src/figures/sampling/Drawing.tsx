/** Probabilities of eight tokens, and under them how far each of three cuts reaches. */
import type { Drawing } from '../parts/contract.ts';
import { Plot, scale } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { type Cut, LOOKED_AT, type model, type Shown, TOKENS } from './model.ts';

export const drawing: Drawing<typeof model.settings, Shown> = {
	wide: {
		size: [560, 318],
		draw: ({ state }) => <Cuts shown={state} column={50} height={150} sums bits />,
	},
	phone: {
		size: [280, 264],
		draw: ({ state }) => <Cuts shown={state} column={23} height={112} />,
	},
};

/** Room for names at the left, and from one strip to the next. */
const [NAMES, STEP] = [48, 22];

interface CutsProps {
	readonly shown: Shown;
	/** Width of a token. */
	readonly column: number;
	/** Of probability 1. */
	readonly height: number;
	/** Whether there is room for the running sums, and for the entropy after each cut. */
	readonly sums?: boolean;
	readonly bits?: boolean;
}

function Cuts({ shown, column, height, sums = false, bits = false }: CutsProps) {
	const { own, hot, floor, order, topK, topP, minP } = shown;
	const width = TOKENS * column;
	const down = scale(1, 0, height);
	const gap = Math.round(column / 8);
	const bar = column - 2 * gap;
	const line = down(floor);
	const strips: readonly (readonly [name: string, cut: Cut])[] = [
		['top-k', topK],
		['top-p', topP],
		['min-p', minP],
	];
	const names = hot.map((_, at) => ({ at: at * column + column / 2, text: String(at + 1) }));
	const under = height + (sums ? 62 : 42);
	return (
		<g transform={`translate(${NAMES} 28)`}>
			<Plot
				title="Probability of each token"
				width={width}
				height={height}
				xTicks={names}
				yTicks={[0, 0.5, 1].map((value) => ({ at: down(value), text: String(value) }))}
			>
				{hot.map((one, at) => (
					<g key={at} transform={`translate(${at * column + gap} 0)`}>
						<path class="f-mark" d={`M0 ${height}V${down(one)}h${bar}V${height}z`} />
						<path class="line thin" d={`M0 ${height}V${down(own[at] ?? 0)}h${bar}V${height}`} />
					</g>
				))}
				<path class="line dash" d={`M0 ${line}H${width}`} />
				{sums && (
					<text class="t-muted halo" x={width} y={line - 5} text-anchor="end">
						floor of min-p
					</text>
				)}
			</Plot>
			{sums && (
				<g transform={`translate(0 ${height + 38})`}>
					<text class="t-muted" x={-NAMES}>
						sum
					</text>
					{shown.sums.map((sum, at) => (
						<text key={at} class="t-muted" x={at * column + column / 2} text-anchor="middle">
							{fixed(sum, 2)}
						</text>
					))}
				</g>
			)}
			<g transform={`translate(0 ${under})`}>
				<text class="t-muted" x={-NAMES} y={4}>
					kept of the {LOOKED_AT[order]}
				</text>
				<text class="t-muted" x={width + 40} y={4} text-anchor="end">
					mass
				</text>
				{bits && (
					<text class="t-muted" x={width + 104} y={4} text-anchor="end">
						bits after
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
						{bits && (
							<text x={width + 104} y={13} text-anchor="end">
								{fixed(after, 2)}
							</text>
						)}
					</g>
				))}
			</g>
		</g>
	);
}
