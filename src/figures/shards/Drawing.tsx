/** Keys around a circle, those that the last change moved filled, and the requests of each node. */
import { Bars } from '../parts/bars.tsx';
import type { DrawingOf } from '../parts/contract.ts';
import { Legend, placed } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { EVERY, KEYS, type model, placeOf, type Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 276],
		draw: ({ state }) => (
			<>
				{placed(130, 128, <Circle {...state} radius={96} />)}
				{placed(300, 10, <Requests {...state} width={258} />)}
				<Keys y={266} />
			</>
		),
	},
	phone: {
		size: [280, 254],
		draw: ({ state }) => (
			<>
				{placed(140, 116, <Circle {...state} radius={88} />)}
				<Keys y={244} />
			</>
		),
	},
	more: { size: [280, 226], draw: ({ state }) => <Requests {...state} width={278} /> },
};

function Circle({ method, arcs, changed, node, step, n, points, moves, radius }: Shown & { readonly radius: number }) {
	// Ranges have two ends: a gap at the top.
	const turn = (place: number): number => 2 * Math.PI * (method === 'Ranges' ? 0.02 + 0.96 * place : place);
	const at = (place: number, away: number): string =>
		`${Math.round(away * Math.sin(turn(place)))} ${Math.round(-away * Math.cos(turn(place)))}`;
	const arc = (from: number, to: number, away: number): string =>
		`M${at(from, away)}A${away} ${away} 0 ${turn(to) - turn(from) > Math.PI ? 1 : 0} 1 ${at(to, away)}`;
	const whole = method === 'Ranges' ? 1 : 0.5;
	return (
		<>
			<path class="hair" d={arc(0, whole, radius) + (whole < 1 ? arc(whole, 1, radius) : '')} />
			<path class="edge" d={arcs.map(({ to }) => `M${at(to, radius + 7)}L${at(to, radius + 15)}`).join('')} />
			{changed.map(({ from, to }) => (
				<path key={to} class="mark" d={arc(from > to ? from - 1 : from, to, radius + 11)} />
			))}
			{arcs.length < 13 &&
				arcs.map(({ from, to, node: owner }) => {
					const [x, y] = at(method === 'Ranges' ? (from + to) / 2 : to, radius + 25).split(' ');
					return (
						<text key={to} class={owner === node ? 't-strong' : 't-muted'} x={x} y={Number(y) + 4} text-anchor="middle">
							{owner}
						</text>
					);
				})}
			{Array.from({ length: KEYS / EVERY }, (_, drawn) => (
				<circle
					key={drawn}
					class={moves[drawn * EVERY] ? 'f-mark' : 'open edge'}
					r={moves[drawn * EVERY] ? 4.5 : 3.5}
					transform={`translate(${at(placeOf(method, drawn * EVERY), radius)})`}
				/>
			))}
			<text class="t-strong" y={-6} text-anchor="middle">
				{method === 'Mod n' ? `hash mod ${n}` : method === 'Ring' ? `${n} × ${points} points` : 'keys in order'}
			</text>
			<text class="t-muted" y={14} text-anchor="middle">
				{step ? `changed: ${node}` : 'no change yet'}
			</text>
		</>
	);
}

function Requests({ nodes, node, loads, even, width }: Shown & { readonly width: number }) {
	return (
		<Bars
			title="Share of requests"
			bars={[...nodes].map((name, at) => ({
				name,
				value: loads[at],
				text: `${fixed(100 * (loads[at] ?? 0), 1)}%`,
				strong: name === node,
			}))}
			width={width}
			room={[18, 50]}
			reach={[0, Math.max(...loads) > 0.5 ? 1 : 0.5]}
			reference={{ value: even, text: 'even' }}
		/>
	);
}

function Keys({ y }: { readonly y: number }) {
	return (
		<Legend
			y={y}
			items={[
				{ x: 0, text: 'key that moved', mark: <circle class="f-mark" r={4.5} /> },
				{ x: 134, text: 'key that stayed', mark: <circle class="open edge" r={3.5} /> },
			]}
		/>
	);
}
