/** How near each word is to the target, and how the right answer and the input fall as words keep more to themselves. */
import { Bars, heightOfBars } from '../parts/bars.tsx';
import type { DrawingOf, Room } from '../parts/contract.ts';
import { Legend, Plot, pathOf, placed, scale, ticks } from '../parts/marks.tsx';
import { fixed } from '../parts/words.ts';
import { type model, OWN, type Shown } from './model.ts';

const ROWS = 6;

export const drawing: DrawingOf<typeof model> = {
	wide: {
		size: [560, 246],
		draw: ({ state }) => (
			<>
				<Words {...state} width={292} />
				{placed(352, 26, <Fall {...state} width={204} height={146} />)}
			</>
		),
	},
	phone: { size: [280, heightOfBars(ROWS)], draw: ({ state }) => <Words {...state} width={280} /> },
	more: {
		size: [280, 234],
		draw: ({ state }) => placed(34, 28, <Fall {...state} width={240} height={130} />),
	},
};

function Words({ candidates, winners, centered, width }: Shown & { readonly width: number }) {
	return (
		<Bars
			title="Cosine with woman − man + king"
			width={width}
			room={[88, 78]}
			reach={[centered ? -0.6 : 0, 1]}
			bars={candidates.map(({ name, role, cosine, allowed }) => ({
				name: role === 'and others' ? `${name}, …` : `${name}, ${role}`,
				value: cosine,
				text: allowed ? fixed(cosine, 3) : `out ${fixed(cosine, 3)}`,
				strong: winners.includes(name),
			}))}
		/>
	);
}

function Fall({ curve, own, right, input, width, height }: Shown & Room) {
	const [across, down] = [scale(0, OWN.at(-1) ?? 1, width), scale(1, 0, height)];
	const line = (of: 'right' | 'input') => pathOf(curve.map((one, at) => [across(OWN[at] ?? 0), down(one[of])]));
	return (
		<Plot
			title="By the own part"
			width={width}
			height={height}
			xTicks={ticks([0, 0.5, 1, 1.5], across)}
			yTicks={ticks([0, 0.5, 1], down)}
			clipped={
				<>
					<path class="line dash" d={line('input')} />
					<path class="mark" d={line('right')} />
				</>
			}
		>
			<path class="line" d={`M${across(own)} 0V${height}`} />
			<circle class="f-ink" cx={across(own)} cy={down(input)} r={4} />
			<circle class="f-mark" cx={across(own)} cy={down(right)} r={5} />
			<Legend
				y={height + 46}
				items={[
					{ x: 0, text: 'queen', mark: 'mark' },
					{ x: 84, text: 'king', mark: 'line dash' },
				]}
			/>
		</Plot>
	);
}
