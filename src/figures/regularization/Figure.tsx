/** A penalty to strengthen, between L1 and L2, and two weights to drag. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Regularization({ number }: FigureProps) {
	const figure = useFigure('regularization', model);
	const { limit, problem } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="Where a penalty puts two weights"
			drawing={drawing}
			tryThis="Raise λ until a weight is zero; change the penalty; then drag the round handle, and correlate the features."
			primary={
				<Slider
					figure={figure}
					name="strength"
					label={
						<>
							Strength <i>λ</i>
						</>
					}
					spoken="Strength of the penalty, lambda"
					meaning={problem.penalty === 'L1' ? `zero from ${fixed(limit, 2)}` : ''}
				/>
			}
			controls={
				<>
					<Toggle figure={figure} name="penalty" label="Penalty" />
					<Slider
						figure={figure}
						name="rho"
						label={
							<>
								Correlation <i>ρ</i>
							</>
						}
						spoken="Correlation of the features"
						meaning=""
					/>
					<Slider
						figure={figure}
						name="first"
						label="First, loss alone"
						spoken="First weight, by the loss alone"
						meaning=""
					/>
					<Slider
						figure={figure}
						name="second"
						label="Second, loss alone"
						spoken="Second weight, by the loss alone"
						meaning=""
					/>
				</>
			}
		/>
	);
}
