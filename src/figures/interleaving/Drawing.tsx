/** The turns, the lines of both threads with what they share between them, who waits for whom, and how all orders end. */
import { Bars, heightOfBars } from '../parts/bars.tsx';
import type { DrawingOf } from '../parts/contract.ts';
import { placed } from '../parts/marks.tsx';
import { holds, locksOf, MOST, type model, programs, type Shown, type Thread, threads } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 384],
		draw: ({ state }) => (
			<>
				<Turns {...state} wide={22} />
				{placed(0, 66, <Lines {...state} who={0} width={180} high={LINE} />)}
				{placed(380, 66, <Lines {...state} who={1} width={180} high={LINE} />)}
				{placed(280, 66, <Shared {...state} />)}
				{placed(0, 274, <Ends {...state} width={560} />)}
			</>
		),
	},
	phone: {
		size: [280, 236],
		draw: ({ state }) => (
			<>
				<Turns {...state} wide={11} />
				{placed(0, 74, <Lines {...state} who={0} width={136} high={17} />)}
				{placed(144, 74, <Lines {...state} who={1} width={136} high={17} />)}
				<text y={62}>{sharedIn(state)}</text>
			</>
		),
	},
	more: {
		size: [280, heightOfBars(3)],
		draw: ({ state }) => <Ends {...state} width={280} />,
	},
};

const LINE = 22;

/** The order as a row of letters, the last that has run marked, those after it pale. */
function Turns({ order, step, wide }: Shown & { readonly wide: number }) {
	return (
		<>
			<text y={12}>Turns</text>
			<path class="hair" d={`M0 44.5H${MOST * wide}`} />
			{order.map((who, at) => (
				<g key={at} transform={`translate(${at * wide} 22)`}>
					{at === step - 1 && <rect class="f-mark-12 mark" x={0.5} y={0.5} width={wide - 1} height={22} />}
					<text
						class={at === step - 1 ? 't-strong' : at < step ? undefined : 't-muted'}
						x={wide / 2}
						y={16}
						text-anchor="middle"
					>
						{threads[who]}
					</text>
				</g>
			))}
		</>
	);
}

interface LinesProps {
	readonly who: Thread;
	readonly width: number;
	readonly high: number;
}

/** A thread's lines, the next one framed; a broken frame where it has to wait. */
function Lines({ program, at, r, waits, who, width, high, ...state }: Shown & LinesProps) {
	const lines = programs[program][who];
	const next = at[who];
	const last = state.turn?.who === who;
	const reads = lines.some(({ kind }) => kind === 'read');
	return (
		<>
			<text class={last ? 't-strong' : undefined} y={12}>
				Thread {threads[who]}
				{next >= lines.length ? ', done' : waits[who] ? `, waits for ${waits[who]}` : ''}
			</text>
			{lines.map((line, index) => (
				<g key={index} transform={`translate(0 ${22 + index * high})`}>
					{index === next && (
						<rect
							class={waits[who] ? 'f-paper line dash' : 'f-mark-12 mark'}
							x={0.5}
							width={width - 1}
							height={high - 1}
						/>
					)}
					<text class={`t-mono ${index < next ? 't-muted' : ''}`} x={8} y={high / 2 + 4}>
						{line.words}
					</text>
					{index < next && (
						<text class="t-muted" x={width - 8} y={high / 2 + 4} text-anchor="end">
							✓
						</text>
					)}
				</g>
			))}
			{reads && (
				<text class="t-muted" x={8} y={22 + lines.length * high + 16}>
					its own r: {next > 0 || r[who] > 0 ? r[who] : '–'}
				</text>
			)}
		</>
	);
}

/** What both threads see, and arrows of waiting. */
function Shared({ program, n, holders, waits, two }: Shown) {
	const locks = locksOf(program);
	return (
		<>
			<text y={12} text-anchor="middle">
				{two ? 'both used' : 'shared n'}
			</text>
			<rect class="f-paper edge" x={-36.5} y={22.5} width={73} height={34} />
			<text class="t-strong" y={45} text-anchor="middle">
				{n}
			</text>
			{locks.map((lock, at) => (
				<g key={lock} transform={`translate(0 ${66 + at * 26})`}>
					<rect
						class={holders[lock] === undefined ? 'f-paper hair' : 'f-mark-12 mark'}
						x={-66.5}
						y={0.5}
						width={133}
						height={22}
					/>
					<text y={16} text-anchor="middle">
						{lock}: {holds({ holders }, lock)}
					</text>
				</g>
			))}
			{waits.map((lock, who) => {
				if (!lock) return null;
				const y = 146 + who * 24;
				return (
					<g key={who}>
						<path
							class="mark"
							transform={`translate(0 ${y})${who === 0 ? '' : ' scale(-1 1)'}`}
							d="M-80 0H80m-6-5l6 5-6 5"
						/>
						<text class="halo" y={y - 5} text-anchor="middle">
							{threads[who]} waits for {threads[1 - who]}
						</text>
					</g>
				);
			})}
		</>
	);
}

/** The same in a line. */
const sharedIn = ({ program, n, holders, waits, two }: Shown): string =>
	[
		two ? `both used: ${n}` : `n = ${n}`,
		...locksOf(program).map((lock) => `${lock} ${holds({ holders }, lock)}`),
		...(waits[0] && waits[1] ? ['deadlock'] : []),
	].join(', ');

function Ends({ ends, orders, width }: Shown & { readonly width: number }) {
	return (
		<Bars
			title={`How all ${orders} orders end`}
			width={width}
			room={[110, 40]}
			reach={[0, orders]}
			bars={[
				{ name: 'right', value: ends.right, text: String(ends.right) },
				{ name: 'an update lost', value: ends.lost, text: String(ends.lost), strong: true },
				{ name: 'deadlocked', value: ends.stuck, text: String(ends.stuck), strong: true },
			]}
		/>
	);
}
