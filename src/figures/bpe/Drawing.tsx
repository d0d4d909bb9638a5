/** The text in its tokens, what is counted in it, and how its length falls. */
import type { DrawingOf } from '../parts/contract.ts';
import { Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { BYTES, MOST, type model, ROWS, type Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	text: ({ state: { ids, probed, name, made } }) => (
		<>
			<Tokens title="The text" ids={ids} name={name} fresh={made ? BYTES + made - 1 : -1} />
			<Tokens title="Another text, encoded by these merges" ids={probed} name={name} fresh={-1} />
		</>
	),
	wide: {
		size: [560, 252],
		draw: ({ state }) => [placed(0, 16, <Pairs {...state} />), placed(332, 56, <Lengths {...state} width={220} />)],
	},
	more: {
		size: [280, 450],
		draw: ({ state }) => [placed(0, 16, <Pairs {...state} />), placed(36, 262, <Lengths {...state} width={234} />)],
	},
};

/** Boxes that a browser draws within a frame. */
const DRAWN = 240;

/** Each token in its own box. */
function Tokens({
	title,
	ids,
	name,
	fresh,
}: {
	readonly title: string;
	readonly ids: readonly number[];
	readonly name: Shown['name'];
	readonly fresh: number;
}) {
	return (
		<>
			<p class="note">
				{title}: <b>{ids.length}</b> {ids.length === 1 ? 'token' : 'tokens'}
				{ids.length > DRAWN && `, of which the first ${DRAWN} are drawn`}
			</p>
			<p class="tokens">
				{ids.slice(0, DRAWN).map((id, at) => [
					id === fresh ? (
						<b key={at} class="key">
							{name(id)}
						</b>
					) : (
						<span key={at} class="key">
							{name(id)}
						</span>
					),
					' ',
				])}
			</p>
		</>
	);
}

const HIGH = 160;

/** What fits beside a bar; the middle of a long token tells least. */
const short = (text: string): string => {
	const all = [...text];
	return all.length > 8 ? `${all.slice(0, 4).join('')}…${all.slice(-3).join('')}` : text;
};

function Pairs({ pairs, name }: Shown) {
	const most = pairs[0]?.count ?? 1;
	return (
		<>
			<text y={14}>Pairs side by side, next first</text>
			{pairs.slice(0, ROWS).map(({ pair, count }, at) => (
				<g key={at} transform={`translate(0 ${44 + at * 22})`} class={at ? undefined : 't-strong'}>
					<text class="t-mono" x={128} text-anchor="end">
						{pair.map((id) => short(name(id))).join(' + ')}
					</text>
					<rect
						class={at ? 'f-edge' : 'f-mark'}
						x={138}
						y={-11}
						width={Math.max(1, Math.round((100 * count) / most))}
						height={13}
					/>
					<text class={at ? 't-muted' : 't-strong'} x={144 + Math.round((100 * count) / most)}>
						{count}
					</text>
				</g>
			))}
			{pairs.length === 0 && (
				<text class="t-muted" y={44}>
					none
				</text>
			)}
		</>
	);
}

function Lengths({ lengths, made, width }: Shown & { readonly width: number }) {
	const full = lengths[0] || 1;
	const [across, down] = [scale(0, MOST, width), scale(full, 0, HIGH)];
	const path = lengths.map((length, at): [number, number] => [across(at), down(length)]);
	const [x, y] = path[made] ?? [0, 0];
	return (
		<Plot
			title="Tokens after each merge"
			width={width}
			height={HIGH}
			xTicks={ticks([0, 20, 40, 60], across)}
			yTicks={ticks([0, full], down)}
		>
			<path class="edge" d={pathOf(path)} />
			<path class="mark" d={pathOf(path.slice(0, made + 1))} />
			<circle class="f-ink" cx={x} cy={y} r={4} />
			<text class="t-strong halo" x={x + 4} y={y - 10}>
				{lengths[made]}
			</text>
		</Plot>
	);
}
