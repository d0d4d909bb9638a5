/** Appends to an array that has to grow, and a charge that is to pay for them. */
import type { FigureProps } from '../parts/contract.ts';
import { Player, Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { MOST, model } from './model.ts';

export default function GrowingArray({ number }: FigureProps) {
	const figure = useFigure('growing-array', model);
	const { last, appends } = figure.state;

	return (
		<Frame
			figure={figure}
			number={number}
			title="Paying for a growing array"
			drawing={drawing}
			tryThis="Step from 17 to 33 and watch the account fill and empty; then find the lowest charge that never overdraws it."
			primary={
				<>
					<Slider
						figure={figure}
						name="appends"
						label="Appends"
						spoken="Number of appends"
						meaning={last ? `${last} moved` : appends ? 'one write' : ''}
					/>
					<Player figure={figure} name="appends" last={MOST} pace={160} />
				</>
			}
			controls={
				<>
					<Toggle figure={figure} name="growth" label="Grow by" />
					<Slider
						figure={figure}
						name="charge"
						label="Charge"
						spoken="Units paid for each append"
						meaning="units an append"
					/>
				</>
			}
		/>
	);
}
