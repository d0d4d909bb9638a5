/** A start to drag in a valley, and the path that a method takes from there. */
import type { FigureProps } from '../parts/contract.ts';
import { Player, Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { fixed, said } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function GradientDescent({ number }: FigureProps) {
	const figure = useFigure('gradient-descent', model);
	const { method, eta, beta, steep } = figure.values;
	const { limit, run } = figure.state;
	const stepSize = (
		<>
			Step size <i>η</i>
		</>
	);

	return (
		<Frame
			figure={figure}
			number={number}
			title="A valley with steep walls"
			drawing={drawing}
			tryThis="Cross the limit; drag the round handle; turn the valley; compare the methods."
			primary={
				method === 'SGD' ? (
					<Slider
						figure={figure}
						name="eta"
						label={stepSize}
						spoken="Step size"
						meaning={`${eta > limit ? 'past the limit' : 'limit'} ${fixed(limit, 3)}`}
					/>
				) : (
					<Slider figure={figure} name="rate" label={stepSize} spoken="Step size" meaning="" />
				)
			}
			controls={
				<>
					<Toggle figure={figure} name="method" label="Method" />
					{method === 'SGD' && (
						<Slider
							figure={figure}
							name="beta"
							label={
								<>
									Momentum <i>β</i>
								</>
							}
							spoken="Momentum"
							meaning={`adds up to a step of ${said(eta / (1 - beta))}`}
						/>
					)}
					<Slider
						figure={figure}
						name="steep"
						label={
							<>
								Curvature{' '}
								<i>
									λ<sub>max</sub>
								</i>
							</>
						}
						spoken="Steepest curvature"
						meaning={`${steep} times the flattest`}
					/>
					<Toggle figure={figure} name="valley" label="Valley" />
					<Slider
						figure={figure}
						name="x"
						label={
							<>
								Start <i>x</i>
							</>
						}
						spoken="Start, x"
						meaning=""
					/>
					<Slider
						figure={figure}
						name="y"
						label={
							<>
								Start <i>y</i>
							</>
						}
						spoken="Start, y"
						meaning=""
					/>
					<Slider figure={figure} name="steps" label="Steps" spoken="Steps taken" meaning="" />
					<Player figure={figure} name="steps" last={run.points.length - 1} pace={80} />
				</>
			}
		/>
	);
}
