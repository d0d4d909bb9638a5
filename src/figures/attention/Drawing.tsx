/** A query among keys, the row it gets, and the whole matrix of weights. */
import type { DrawingOf, FigureOf } from '../parts/contract.ts';
import { draggable, HeatMap, Legend, placed, pointOf } from '../parts/marks.tsx';
import { nearestStep } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';
import { allowedBy, type model, names, type Shown, share, tokens, toPoint, withQuery } from './model.ts';

type Figure = FigureOf<typeof model>;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 424],
		draw: (figure) => (
			<>
				<Plane figure={figure} />
				{placed(0, 304, <Strip {...figure.state} />)}
				<Matrix figure={figure} x={326} y={48} width={24} />
			</>
		),
	},
	phone: {
		size: [276, 264],
		draw: (figure) => placed(16, 0, <Plane figure={figure} />),
	},
	more: {
		size: [280, 472],
		draw: (figure) => (
			<>
				<List {...figure.state} />
				<Matrix figure={figure} x={52} y={270} width={23} />
			</>
		),
	},
};

const UNIT = 56;
const SIDE = 244;
const CENTER = SIDE / 2;

/** A point of the model's plane in the picture's. */
const place = ([x = 0, y = 0]: readonly number[]): readonly [number, number] => [
	Math.round(CENTER + UNIT * x),
	Math.round(CENTER - UNIT * y),
];

/** Where a key's name stands: outward from the middle, where the query and the output are. */
function nameAt(angle: number): {
	readonly dx: number;
	readonly dy: number;
	readonly 'text-anchor': 'start' | 'middle' | 'end';
} {
	const radians = (angle * Math.PI) / 180;
	const across = Math.cos(radians);
	return {
		dx: Math.round(9 * across),
		dy: Math.round(4 - 13 * Math.sin(radians)),
		'text-anchor': across > 0.4 ? 'start' : across < -0.4 ? 'end' : 'middle',
	};
}

function Plane({ figure }: { readonly figure: Figure }) {
	const { chosen, held, mask, weights, output, top } = figure.state;
	const allowed = allowedBy(mask, chosen);
	const [queryX, queryY] = place(toPoint(held));
	const [outX, outY] = place(output);
	const hold = (x: number, y: number): void => {
		const [across, up] = [(x - CENTER) / UNIT, (CENTER - y) / UNIT];
		const angle = (Math.round((Math.atan2(up, across) * 180) / Math.PI) + 360) % 360;
		figure.set({ angle, length: nearestStep(figure.settings.length, Math.hypot(across, up)) });
	};
	return (
		<g class="plane">
			{/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the sliders do the same */}
			<rect
				class="ground"
				fill="none"
				pointer-events="all"
				width={SIDE}
				height={SIDE}
				onClick={(event) => {
					const { x, y } = pointOf(event, event.currentTarget);
					hold(x, y);
					figure.settle();
				}}
			/>
			<path class="hair" d={`M${CENTER} 0V${SIDE}M0 ${CENTER}H${SIDE}`} />
			{tokens.map(({ key }, at) => {
				const [x, y] = place(toPoint(key));
				return allowed[at] ? (
					<path
						key={at}
						class="thin"
						opacity={0.55}
						d={`M${outX} ${outY}L${x} ${y}`}
						stroke-width={Math.round(10 * (weights[at] ?? 0))}
					/>
				) : null;
			})}
			{tokens.map(({ key, text }, at) => {
				const [x, y] = place(toPoint(key));
				return (
					<g key={at} transform={`translate(${x} ${y})`}>
						{allowed[at] ? <circle class="f-ink" r={4} /> : <path class="edge" d="M-4-4l8 8m0-8l-8 8" />}
						<text class={allowed[at] ? (at === top ? 't-strong halo' : 'halo') : 't-muted halo'} {...nameAt(key.angle)}>
							{text}
						</text>
					</g>
				);
			})}
			<path class="line" d={`M${CENTER} ${CENTER}L${queryX} ${queryY}`} />
			<Legend
				y={SIDE + 16}
				items={[
					{ x: 0, text: 'query', mark: <circle class="open" r={6} stroke-width={2} /> },
					{ x: 68, text: 'output', mark: <path class="f-mark" pointer-events="none" d="M0-8l8 8-8 8-8-8z" /> },
					{ x: 142, text: 'weight', mark: <path class="thin" opacity={0.55} d="M-8 0h16" stroke-width={4} /> },
				]}
			/>
			<path class="f-mark" pointer-events="none" d={`M${outX} ${outY - 8}l8 8-8 8-8-8z`} />
			<g
				class="handle"
				transform={`translate(${queryX} ${queryY})`}
				{...draggable(({ x, y }) => hold(x, y), figure.settle)}
			>
				<circle fill="none" pointer-events="all" r={22} />
				<circle class="open" r={9} stroke-width={2} />
				<circle class="f-ink" r={4} />
			</g>
		</g>
	);
}

/** The chosen row opened up, key by key from left to right. */
function Strip({ scores, weights, top }: Shown) {
	const [left, step, base] = [72, 54, 88];
	return (
		<>
			<text class="t-muted" y={16}>
				score
			</text>
			<text class="t-muted" y={base}>
				weight
			</text>
			<path class="edge" d={`M${left - 14} ${base + 0.5}H560`} />
			{names.map((name, at) => {
				const [score = 0, weight = 0] = [scores[at], weights[at]];
				const seen = Number.isFinite(score);
				const height = Math.round(46 * weight);
				const weightClass = at === top ? 't-strong' : undefined;
				return (
					<g key={at} transform={`translate(${left + at * step + 14} 0)`} text-anchor="middle">
						<text y={16} class={seen ? undefined : 't-muted'}>
							{seen ? fixed(score, 1) : 'masked'}
						</text>
						{seen && (
							<>
								<rect class="f-mark" x={-12} y={base - height} width={24} height={height} />
								<text y={base - height - 5} class={weightClass}>
									{share(weight)}
								</text>
							</>
						)}
						<text y={base + 18} class={seen ? weightClass : 't-muted'}>
							{name}
						</text>
					</g>
				);
			})}
		</>
	);
}

/** The same from top to bottom, where there is no room beside. */
function List({ scores, weights, top }: Shown) {
	return (
		<>
			<g class="muted-row" text-anchor="end">
				<text class="t-muted" x={92} y={12}>
					score
				</text>
				<text class="t-muted" x={148} y={12}>
					weight
				</text>
			</g>
			{names.map((name, at) => {
				const [score = 0, weight = 0] = [scores[at], weights[at]];
				const seen = Number.isFinite(score);
				const weightClass = seen ? (at === top ? 't-strong' : undefined) : 't-muted';
				return (
					<g key={at} transform={`translate(0 ${32 + at * 20})`}>
						<text class={weightClass}>{name}</text>
						<g text-anchor="end">
							<text x={92} class={seen ? undefined : 't-muted'}>
								{seen ? fixed(score, 1) : 'masked'}
							</text>
							{seen && (
								<text x={148} class={weightClass}>
									{share(weight)}
								</text>
							)}
						</g>
						{seen && <rect class="f-mark" x={158} y={-11} width={Math.round(120 * weight)} height={13} />}
					</g>
				);
			})}
		</>
	);
}

/** The weights of every query; a press chooses one. */
function Matrix({
	figure,
	width,
	...corner
}: {
	readonly figure: Figure;
	readonly x: number;
	readonly y: number;
	readonly width: number;
}) {
	const { rows, mask, chosen } = figure.state;
	return (
		<HeatMap
			{...corner}
			cell={[width, 22]}
			rowNames={names}
			columnNames={names}
			values={rows.map(({ weights }, query) => {
				const allowed = allowedBy(mask, query);
				return weights.map((weight, key) => (allowed[key] ? weight : undefined));
			})}
			chosen={chosen}
			onChoose={(token) => {
				figure.set(withQuery(String(token)));
				figure.settle();
			}}
		/>
	);
}
