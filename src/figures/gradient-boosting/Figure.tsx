/** Stumps added to a sum, round by round: a rate to lower, and a number of rounds to stop at. */
import type { FigureProps } from '../parts/contract.ts';
import { Player, Redraw, Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { DRAWS, MOST, model, POINTS } from './model.ts';

export default function GradientBoosting({ number }: FigureProps) {
	const figure = useFigure('gradient-boosting', model);
	const { rate, noise } = figure.values;

	return (
		<Frame
			figure={figure}
			number={number}
			title={`Stumps on ${POINTS} points`}
			drawing={drawing}
			tryThis="Add rounds, or drag the round handle, until test error turns; then raise the rate and look for its best round again."
			primary={<Slider figure={figure} name="rounds" label="Rounds" spoken="Number of rounds" meaning="" />}
			controls={
				<>
					<Slider
						figure={figure}
						name="rate"
						label={
							<>
								Rate <i>η</i>
							</>
						}
						spoken="Learning rate"
						meaning={`keeps ${fixed(rate * (2 - rate), 2)} of a stump's drop`}
					/>
					<Slider
						figure={figure}
						name="noise"
						label="Noise"
						spoken="Standard deviation of the noise"
						meaning={`variance ${fixed(noise ** 2, 2)}`}
					/>
					<Player figure={figure} name="rounds" last={MOST} pace={40} />
					<Redraw figure={figure} name="draw" label="Draw other points" last={DRAWS} />
				</>
			}
		/>
	);
}
