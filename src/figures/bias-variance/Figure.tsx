/** Polynomials fitted to fifty training sets: a degree to raise until the fits stop missing the curve, then until they stop agreeing. */
import type { FigureProps } from '../parts/contract.ts';
import { Redraw, Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { count, fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { DRAWS, model, SETS } from './model.ts';

export default function BiasVariance({ number }: FigureProps) {
	const figure = useFigure('bias-variance', model);
	const { noise } = figure.values;

	return (
		<Frame
			figure={figure}
			number={number}
			title={`${SETS} training sets, ${SETS} fits`}
			drawing={drawing}
			tryThis="Move the degree from 0 to 15, then draw other training sets: the fits and their measured error jump, the expected terms stay."
			primary={
				<Slider
					figure={figure}
					name="degree"
					label="Degree"
					spoken="Degree of the polynomial"
					meaning={count(figure.state.parameters, 'parameter')}
				/>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="noise"
						label="Noise"
						spoken="Standard deviation of the noise"
						meaning={`variance ${fixed(noise ** 2, 2)}`}
					/>
					<Slider
						figure={figure}
						name="points"
						label="Points"
						spoken="Points in a training set"
						meaning="in each set"
					/>
					<Redraw figure={figure} name="draw" label="Draw other sets" last={DRAWS} />
				</>
			}
		/>
	);
}
