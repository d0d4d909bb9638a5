/** Attention over one sentence: a query to drag among the keys, the row it gets, and the whole matrix of weights. */
import { Root, Select, Slider, Toggle } from '../parts/controls.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Frame, type Preset } from '../parts/Frame.tsx';
import { draggable, HeatMap, Legend, pointOf } from '../parts/marks.tsx';
import { type Layout, Picture } from '../parts/Picture.tsx';
import { Readings } from '../parts/Readings.tsx';
import { choice, nearestStep, number, type Values } from '../parts/settings.ts';
import { type FigureState, useFigure } from '../parts/useFigure.ts';
import { type AttentionState, allowedBy, attention, type Row, tokens, toPoint } from './model.ts';

const FIRST = 6;
const first = tokens[FIRST]?.query ?? { angle: 0, length: 1 };

const settings = {
	token: choice(
		tokens.map((_, at) => String(at)),
		String(FIRST),
	),
	angle: number(0, 359, 1, first.angle),
	length: number(0, 2, 0.05, first.length),
	d: number(2, 256, 2, 64),
	root: choice(['on', 'off'], 'on'),
	mask: choice(['none', 'causal', 'padding'], 'padding'),
};
type State = Values<typeof settings>;

function toModel({ token, angle, length, d, root, mask }: State): AttentionState {
	return { chosen: Number(token), held: { angle, length }, width: d, scaled: root === 'on', mask };
}

const names = tokens.map(({ text }) => text);
const quoted = (at: number): string => `“${names[at]}”`;
const share = (weight: number): string => weight.toFixed(2);
const signed = (score: number): string =>
	score
		.toFixed(1)
		.replace('-', '−')
		.replace(/^−0\.0$/, '0.0');
/** Three digits where two would say 1.00 or 0.00 of what is neither. */
const close = (value: number): string =>
	value > 0 && value < 0.0005 ? 'below 0.001' : value > 0.9995 && value < 1 ? 'above 0.999' : value.toFixed(3);

function finding(chosen: number, { largest, top, weights }: Row): string {
	const read = weights.filter((weight) => weight > 0);
	if (read.length === 1) return `${quoted(chosen)} may read ${quoted(top)} alone.`;
	if (Math.max(...read) - Math.min(...read) < 1e-9) return `${quoted(chosen)} reads all ${read.length} tokens alike.`;
	if (largest >= 0.99) return `${quoted(chosen)} reads ${quoted(top)} and next to nothing else.`;
	if (largest >= 0.5) return `${quoted(chosen)} reads mostly ${quoted(top)}, with a weight of ${share(largest)}.`;
	return `${quoted(chosen)} reads ${quoted(top)} most, with a weight of ${share(largest)}.`;
}

export default function Attention({ number: position }: { readonly number: number }) {
	const figure = useFigure('attention', settings);
	const { values, set } = figure;
	const state = toModel(values);
	const { chosen } = state;
	const rows = attention(state);
	const row = rows[chosen];
	if (!row) throw new Error(`there is no token ${chosen}`);

	/** Each token brings its own query. */
	const choose = (token: number): void => set({ token: String(token), ...tokens[token]?.query });
	const said = finding(chosen, row);
	const scored = row.scores.filter(Number.isFinite);
	const root = Math.sqrt(state.width).toFixed(1);

	return (
		<Frame
			figure={figure}
			number={position}
			title="A query among keys"
			finding={said}
			caption={
				<>
					At width {state.width} its scores, {state.scaled ? '' : 'not '}divided by {root}, run from{' '}
					{signed(Math.min(...scored))} to {signed(Math.max(...scored))}. The output is the average of what is read;
					here each value is its key’s own place. The vectors are chosen by hand, not learned.
				</>
			}
			tryThis="Drag the round handle among the keys, or use its sliders; pick another row of the matrix; take the root away."
			presets={presetsOf(row, state.width)}
			picture={
				<>
					<Picture
						id={figure.id}
						title={`Attention of ${quoted(chosen)}`}
						description={describe(rows, state)}
						wide={[560, 424]}
						phone={[280, 758]}
						draw={(layout) => <Drawing layout={layout} rows={rows} state={state} figure={figure} choose={choose} />}
					/>
					<Readings
						readings={[
							{ name: 'Largest weight', value: close(row.largest), note: `on ${names[row.top]}` },
							{ name: 'Entropy', value: row.entropy.toFixed(2), note: `of ${row.mostEntropy.toFixed(2)} bits` },
							{ name: 'Gradient scale p(1 − p)', value: close(row.gradient), note: 'of 0.25 at most' },
						]}
					/>
				</>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="d"
						label={
							<>
								Key width{' '}
								<i>
									d<sub>k</sub>
								</i>
							</>
						}
						spoken="Key width"
						meaning={`root ${root}`}
					/>
					<Toggle
						figure={figure}
						name="root"
						label={
							<>
								Divide by{' '}
								<Root>
									<i>
										d<sub>k</sub>
									</i>
								</Root>
							</>
						}
					/>
					<Toggle figure={figure} name="mask" label="Mask" />
					<Select
						figure={figure}
						name="token"
						label="Query of"
						names={names}
						onSet={({ token }) => choose(Number(token))}
					/>
					<Slider figure={figure} name="angle" label="Direction" spoken="Direction of the query" meaning="degrees" />
					<Slider figure={figure} name="length" label="Length" spoken="Length of the query" meaning="" />
				</>
			}
			table={
				<DataTable
					caption={`The row of ${quoted(chosen)}`}
					columns={['Key', 'Score', 'Weight']}
					rows={names.map((name, at) => {
						const score = row.scores[at] ?? 0;
						return [name, Number.isFinite(score) ? score.toFixed(2) : 'masked', (row.weights[at] ?? 0).toFixed(3)];
					})}
					current={row.top}
				/>
			}
		/>
	);
}

function describe(rows: readonly Row[], { chosen, mask }: AttentionState): string {
	const row = rows[chosen];
	if (!row) return '';
	const read = names.map((name, at) => `${name} ${share(row.weights[at] ?? 0)}`).join(', ');
	const tops = names.map((name, at) => `${name} reads ${names[rows[at]?.top ?? 0]} most`).join(', ');
	return `Weights of ${quoted(chosen)}, with ${mask === 'none' ? 'no' : `the ${mask}`} mask: ${read}. Of the whole matrix: ${tops}.`;
}

function presetsOf({ largest, gradient, weights }: Row, width: number): Preset<typeof settings>[] {
	const pad = weights.at(-1) ?? 0;
	return [
		{
			name: 'Take the root away',
			values: { root: 'off' },
			lesson: () => (
				<>
					The scores are {Math.sqrt(width)} times as far apart, and the largest weight is {close(largest)}. The gradient
					scale fell to {close(gradient)}: the row is stuck on its choice, right or wrong.
				</>
			),
		},
		{
			name: 'Four times the width, with the root',
			values: { d: 256 },
			lesson: () => (
				<>
					Nothing moves: the largest weight stays {close(largest)}. The dot products doubled with the root of the width,
					and dividing by it took that back.
				</>
			),
		},
		{
			name: 'Forget the padding',
			values: { mask: 'none' },
			lesson: () => (
				<>
					Every row now reads [pad]; this one spends {share(pad)} on it. No error is raised: the output is just wrong.
				</>
			),
		},
		{
			name: 'Ask for nothing',
			values: { length: 0 },
			lesson: () => (
				<>
					A query of length 0 scores every key 0, and each gets {share(largest)}. Softmax has no way to answer “none of
					these”.
				</>
			),
		},
	];
}

const UNIT = 56;
const SIDE = 244;
const CENTER = SIDE / 2;

/** A point of the model's plane in the picture's. */
const place = ([x = 0, y = 0]: readonly number[]): readonly [number, number] => [
	Math.round(CENTER + UNIT * x),
	Math.round(CENTER - UNIT * y),
];

interface Parts {
	readonly rows: readonly Row[];
	readonly state: AttentionState;
	readonly figure: FigureState<typeof settings>;
	readonly choose: (token: number) => void;
}

function Drawing({ layout, ...parts }: Parts & { readonly layout: Layout }) {
	const { rows, state, figure, choose } = parts;
	const isWide = layout === 'wide';
	return (
		<>
			<g transform={isWide ? undefined : 'translate(16 272)'}>
				<Plane {...parts} />
			</g>
			<g transform={isWide ? 'translate(0 304)' : 'translate(0 558)'}>
				{isWide ? <Strip {...parts} /> : <List {...parts} />}
			</g>
			<HeatMap
				x={isWide ? 326 : 52}
				y={isWide ? 48 : 50}
				cell={[isWide ? 24 : 23, 22]}
				rowNames={names}
				columnNames={names}
				values={rows.map(({ weights }, query) => {
					const allowed = allowedBy(state.mask, query);
					return weights.map((weight, key) => (allowed[key] ? weight : undefined));
				})}
				chosen={state.chosen}
				onChoose={(token) => {
					choose(token);
					figure.settle();
				}}
			/>
		</>
	);
}

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

function Plane({ rows, state, figure }: Parts) {
	const row = rows[state.chosen];
	const allowed = allowedBy(state.mask, state.chosen);
	const [queryX, queryY] = place(toPoint(state.held));
	const [outX, outY] = place(row?.output ?? []);
	const hold = (x: number, y: number): void => {
		const [across, up] = [(x - CENTER) / UNIT, (CENTER - y) / UNIT];
		const angle = (Math.round((Math.atan2(up, across) * 180) / Math.PI) + 360) % 360;
		figure.set({ angle, length: nearestStep(settings.length, Math.hypot(across, up)) });
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
						stroke-width={Math.round(10 * (row?.weights[at] ?? 0))}
					/>
				) : null;
			})}
			{tokens.map(({ key, text }, at) => {
				const [x, y] = place(toPoint(key));
				return (
					<g key={at} transform={`translate(${x} ${y})`}>
						{allowed[at] ? <circle class="f-ink" r={4} /> : <path class="edge" d="M-4-4l8 8m0-8l-8 8" />}
						<text
							class={allowed[at] ? (at === row?.top ? 't-strong halo' : 'halo') : 't-muted halo'}
							{...nameAt(key.angle)}
						>
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
function Strip({ rows, state }: Parts) {
	const row = rows[state.chosen];
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
				const [score = 0, weight = 0] = [row?.scores[at], row?.weights[at]];
				const seen = Number.isFinite(score);
				const height = Math.round(46 * weight);
				const weightClass = at === row?.top ? 't-strong' : undefined;
				return (
					<g key={at} transform={`translate(${left + at * step + 14} 0)`} text-anchor="middle">
						<text y={16} class={seen ? undefined : 't-muted'}>
							{seen ? signed(score) : 'masked'}
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
function List({ rows, state }: Parts) {
	const row = rows[state.chosen];
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
				const [score = 0, weight = 0] = [row?.scores[at], row?.weights[at]];
				const seen = Number.isFinite(score);
				const weightClass = seen ? (at === row?.top ? 't-strong' : undefined) : 't-muted';
				return (
					<g key={at} transform={`translate(0 ${32 + at * 20})`}>
						<text class={weightClass}>{name}</text>
						<g text-anchor="end">
							<text x={92} class={seen ? undefined : 't-muted'}>
								{seen ? signed(score) : 'masked'}
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
