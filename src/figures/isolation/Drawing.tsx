/** What each transaction did, one under the other; what is stored by then; and how all other orders end. */
import { Row } from '../parts/boxes.tsx';
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, placed } from '../parts/marks.tsx';
import { type Event, type model, ORDERS, type Shown, type Verdict } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 330],
		draw: ({ state }) => (
			<>
				<Timeline {...state} width={180} gap={8} height={26} />
				<g transform="translate(392 0)">
					<text y={12}>Stored</text>
					<Stored {...state} line={22} />
				</g>
				{placed(0, 236, <Orders {...state} across={ORDERS} />)}
			</>
		),
	},
	phone: {
		size: [280, 262],
		draw: ({ state }) => (
			<>
				<Timeline {...state} width={137} gap={6} height={22} />
				{placed(0, 190, <Stored {...state} line={17} />)}
			</>
		),
	},
	more: { size: [280, 132], draw: ({ state }) => <Orders {...state} across={ORDERS / 2} /> },
};

const border: Readonly<Record<Event['kind'], string>> = {
	...{ read: 'edge', write: 'edge f-mark-12', end: 'line', wait: 'edge dash', abort: 'line f-mark-25' },
};

/** A at the left, B at the right, a line for each event. */
function Timeline({
	result,
	step,
	width,
	gap,
	height,
}: Shown & { readonly width: number; readonly gap: number; readonly height: number }) {
	return (
		<>
			{(['A', 'B'] as const).map((who, at) => (
				<text key={who} x={at * (width + gap)} y={12}>
					{who}
				</text>
			))}
			{result.events.map(({ who, kind, text }, at) => (
				<g key={at} transform={`translate(${who === 'A' ? 1 : width + gap + 1} ${20 + at * height})`}>
					<Row
						boxes={[at < step ? { lines: [text], class: border[kind] } : { lines: [''], class: 'hair dash' }]}
						size={[width - 2, height - 4]}
						gap={0}
						current={at === step - 1 ? 0 : undefined}
					/>
				</g>
			))}
		</>
	);
}

/** The versions of each row, and what is not committed. */
function Stored({ rows, line }: Shown & { readonly line: number }) {
	return rows.map(({ name, committed, pending }, at) => (
		<text key={name} y={16 + (at + 1) * line - (line < 20 ? line : 0)}>
			<tspan class="t-strong">{name}</tspan> {committed.join(' → ')}
			{pending && (
				<tspan class="t-muted">
					{' '}
					({pending.value} by {pending.by})
				</tspan>
			)}
		</text>
	));
}

const marks: Readonly<
	Record<Verdict, { readonly sign: string; readonly class: string; readonly text: string; readonly x: number }>
> = {
	serial: { sign: '=', class: 'edge', text: 'as one by one', x: 0 },
	wrong: { sign: '×', class: 'line f-mark-50', text: 'wrong', x: 116 },
	aborted: { sign: 'r', class: 'edge f-mark-12', text: 'aborted', x: 188 },
};

/** A box for each order of the statements, from A before B to B before A. */
function Orders({ tally, order, level, across }: Shown & { readonly across: number }) {
	const lines = ORDERS / across;
	return (
		<>
			<text y={12}>
				All {ORDERS} orders, {level}
			</text>
			{Array.from({ length: lines }, (_, at) => (
				<g key={at} transform={`translate(1 ${22 + at * 28})`}>
					<Row
						boxes={tally.verdicts
							.slice(at * across, (at + 1) * across)
							.map((verdict) => ({ lines: [marks[verdict].sign], class: marks[verdict].class }))}
						size={[24, 24]}
						gap={4}
						current={order - 1 - at * across}
					/>
				</g>
			))}
			<Legend
				y={38 + lines * 28}
				items={Object.values(marks).map(({ sign, text, x }) => ({
					...{ x, text },
					mark: (
						<text x={-4} y={4}>
							{sign}
						</text>
					),
				}))}
			/>
		</>
	);
}
