/** How the chance of a collision grows. */
import type { DrawingOf, Room } from '../../../../../src/figures/parts/contract.ts';
import { Plot, pathOf, placed, scale, ticks } from '../../../../../src/figures/parts/marks.tsx';
import { MOST, type model, type Shown } from './model.ts';

export const drawing: DrawingOf<typeof model> = {
	wide: { size: [560, 260], draw: ({ state }) => <Chances {...state} width={520} height={200} /> },
	phone: { size: [280, 230], draw: ({ state }) => <Chances {...state} width={240} height={170} /> },
};

function Chances({ chances, keys, width, height }: Shown & Room) {
	const [across, down] = [scale(0, MOST, width), scale(1, 0, height)];
	return placed(
		30,
		28,
		<Plot
			title="Chance of a collision, by keys"
			width={width}
			height={height}
			xTicks={ticks([0, 50, 100], across)}
			yTicks={ticks([0, 0.5, 1], down)}
		>
			<path class="mark" d={pathOf(chances.map((chance, at) => [across(at), down(chance)]))} />
			<circle class="f-ink" cx={across(keys)} cy={down(chances[keys] ?? 0)} r={5} />
		</Plot>,
	);
}
