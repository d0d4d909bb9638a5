/** A schedule to choose and to bend, and the error that noisy gradients leave under it. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { count, fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { LIMIT, lands, model } from './model.ts';

export default function NoiseFloor({ number }: FigureProps) {
	const figure = useFigure('noise-floor', model);
	const { shape, warmup } = figure.values;
	const { curvature, peak } = figure.state;
	const limit = LIMIT / curvature;

	return (
		<Frame
			figure={figure}
			number={number}
			title="A parabola with noisy gradients"
			drawing={drawing}
			tryThis="Go through the shapes; lower the peak; then turn to the flat direction and find a peak at which the cosine ends below its start."
			primary={<Toggle figure={figure} name="shape" label="Shape" />}
			controls={
				<>
					<Slider
						figure={figure}
						name="peak"
						label={
							<>
								Peak{' '}
								<i>
									η<sub>max</sub>
								</i>
							</>
						}
						spoken="Peak rate"
						meaning={`${peak > limit ? 'past the limit' : 'limit'} ${fixed(limit, 0)}`}
					/>
					<Slider
						figure={figure}
						name="warmup"
						label={
							<>
								Warmup <i>w</i>
							</>
						}
						spoken="Warmup"
						meaning={warmup ? count(warmup, 'step') : 'none'}
					/>
					{lands(shape) && <Toggle figure={figure} name="end" label="Decays to" />}
					<Toggle figure={figure} name="noise" label="Noise σ²" />
					<Toggle figure={figure} name="slope" label="Direction" />
				</>
			}
		/>
	);
}
