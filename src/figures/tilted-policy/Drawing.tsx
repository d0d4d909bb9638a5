/** Shares of six answers, before and after, and where the policy stands between reference and best-scored answer. */
import type { DrawingOf, Room } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import type { model, Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 246],
		draw: ({ state }) => (
			<>
				<Answers {...state} width={300} row={32} />
				{placed(350, 28, <Means {...state} width={204} height={158} />)}
			</>
		),
	},
	phone: {
		size: [280, 264],
		draw: ({ state }) => (
			<>
				<Answers {...state} width={280} row={19} />
				{placed(24, 166, <Means {...state} width={250} height={56} />)}
			</>
		),
	},
};

/** Room for the names, and at the right for reward and quality. */
const [NAMES, NUMBERS] = [82, 92];

function Answers({ answers, width, row }: Shown & { readonly width: number; readonly row: number }) {
	const across = scale(0, 1, width - NAMES - NUMBERS);
	return (
		<>
			<Legend y={8} items={[{ x: NAMES - 4, text: 'policy', mark: <path class="f-mark" d="M-6 5V-5H6V5z" /> }]} />
			<text class="t-muted" x={width - 50} y={12} text-anchor="end">
				reward
			</text>
			<text class="t-muted" x={width} y={12} text-anchor="end">
				quality
			</text>
			{answers.map(({ name, reference, policy, reward, quality }, at) => (
				<g key={name} transform={`translate(0 ${22 + at * row})`}>
					<text y={row / 2 + 4}>{name}</text>
					<path class="f-wash" d={`M${NAMES} 3h${across(1)}v${row - 6}h${-across(1)}z`} />
					<path
						class="f-mark"
						d={`M${NAMES} 3h${Math.max(1, across(policy))}v${row - 6}h${-Math.max(1, across(policy))}z`}
					/>
					<path class="line" d={`M${NAMES + Math.max(1, across(reference))} 1v${row - 2}`} />
					<text x={width - 50} y={row / 2 + 4} text-anchor="end" class={reward > quality ? 't-strong' : undefined}>
						{fixed(reward, reward % 1 ? 1 : 0)}
					</text>
					<text x={width} y={row / 2 + 4} text-anchor="end">
						{fixed(quality, 0)}
					</text>
				</g>
			))}
		</>
	);
}

/** The largest KL that the controls can reach. */
const FAR = 7;

function Means({ path, proxy, truth, kl, width, height }: Shown & Room) {
	const [across, down] = [scale(0, FAR, width), scale(5.3, -1.3, height)];
	return (
		<Plot
			title="Means, by KL from the reference"
			width={width}
			height={height}
			xTicks={ticks([0, 2, 4, 6], across)}
			yTicks={ticks([5, 3, 1, -1], down, (value) => fixed(value, 0))}
			clipped={
				<>
					<path class="hair" d={`M${across(kl)} 0V${height}`} />
					<path class="mark" d={pathOf(path.map((one) => [across(one.kl), down(one.proxy)]))} />
					<path class="line" d={pathOf(path.map((one) => [across(one.kl), down(one.truth)]))} />
				</>
			}
		>
			<circle class="f-mark" cx={across(kl)} cy={down(proxy)} r={5} />
			<circle class="f-ink" cx={across(kl)} cy={down(truth)} r={5} />
			<Legend
				y={height + 36}
				items={[
					{ x: 0, text: 'reward', mark: 'mark' },
					{ x: 84, text: 'quality', mark: 'line' },
				]}
			/>
		</Plot>
	);
}
