/** The requests with hits and misses, the slots in the order in which they empty, and hits beside those of the other policies. */
import { Bars } from '../parts/bars.tsx';
import { Row } from '../parts/boxes.tsx';
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, placed } from '../parts/marks.tsx';
import { MOST, type model, noteOf, type Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 302],
		draw: ({ state }) => (
			<>
				<Requests {...state} inRow={MOST} />
				{placed(0, 82, <Slots {...state} width={88} />)}
				{placed(0, 172, <Hits {...state} width={560} />)}
			</>
		),
	},
	phone: {
		size: [280, 202],
		draw: ({ state }) => (
			<g transform="translate(1 0)">
				<Requests {...state} inRow={MOST / 2} />
				{placed(0, 122, <Slots {...state} width={52} />)}
			</g>
		),
	},
	more: { size: [280, 134], draw: ({ state }) => <Hits {...state} width={280} /> },
};

const miss = <circle class="open" r={4} />;
const hit = <circle class="f-mark" r={5} />;

/** A box and a dot for each request, in rows. */
function Requests({ requests, step, outcomes, inRow }: Shown & { readonly inRow: number }) {
	const rows = Array.from({ length: Math.ceil(requests.length / inRow) }, (_, row) => row);
	return (
		<>
			<text y={12}>Requests</text>
			<Legend
				y={8}
				items={[
					{ x: 160, text: 'hit', mark: hit },
					{ x: 212, text: 'miss', mark: miss },
				]}
			/>
			{rows.map((row) => (
				<g key={row} transform={`translate(0 ${22 + 44 * row})`}>
					<Row
						boxes={requests.slice(row * inRow, (row + 1) * inRow).map((key, at) => ({
							lines: [key],
							class: row * inRow + at < step ? undefined : 'hair',
						}))}
						size={[20, 22]}
						gap={3}
						current={step - 1 - row * inRow}
					/>
					{outcomes.slice(row * inRow, (row + 1) * inRow).map((outcome, at) => (
						<g key={at} transform={`translate(${10 + 23 * at} 31)`}>
							{outcome.hit ? hit : miss}
						</g>
					))}
				</g>
			))}
		</>
	);
}

/** The slots; the one that would empty next has its mark beneath. */
function Slots({ width, ...shown }: Shown & { readonly width: number }) {
	const { size, kept, next, key } = shown;
	const leaving = kept.findIndex((entry) => entry.key === next);
	return (
		<>
			<text y={12}>Slots</text>
			<text class="t-muted" x={Math.max(size, 3) * (width + 4) - 4} y={12} text-anchor="end">
				sooner out →
			</text>
			{placed(
				0,
				20,
				<Row
					boxes={Array.from({ length: size }, (_, at) => {
						const entry = kept[at];
						return entry ? { lines: [entry.key, noteOf(shown, entry)] } : { lines: ['', ''], class: 'edge dash' };
					})}
					size={[width, 42]}
					gap={4}
					current={kept.findIndex((entry) => entry.key === key)}
				/>,
			)}
			{leaving >= 0 && (
				<text class="t-muted" x={width / 2 + leaving * (width + 4)} y={77} text-anchor="middle">
					↑ next
				</text>
			)}
		</>
	);
}

function Hits({ all, best, policy, step, width }: Shown & { readonly width: number }) {
	const bars = Object.entries({ ...all, Best: best }).map(([name, value]) => ({
		name,
		value,
		text: String(value),
		strong: name === policy,
	}));
	return <Bars title="Hits so far" bars={bars} width={width} room={[58, 30]} reach={[0, Math.max(step, 1)]} />;
}
