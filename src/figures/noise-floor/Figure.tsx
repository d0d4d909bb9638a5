/** A schedule to choose and to bend, and the error that noisy gradients leave under it. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { count, fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { LIMIT, lands, model } from './model.ts';

export default figureView('noise-floor', model, drawing, {
	title: 'A parabola with noisy gradients',
	tryThis:
		'Go through the shapes; lower the peak; then turn to the flat direction and find a peak at which the cosine ends below its start.',
	primary: (figure) => controlsFor(figure, { shape: { label: 'Shape' } }),
	controls: (figure, { curvature, peak, shape, warmup }) => {
		const limit = LIMIT / curvature;
		return controlsFor(figure, {
			peak: {
				label: 'Peak',
				symbol: (
					<>
						η<sub>max</sub>
					</>
				),
				spoken: 'Peak rate',
				meaning: `${peak > limit ? 'past the limit' : 'limit'} ${fixed(limit, 0)}`,
			},
			warmup: { label: 'Warmup', symbol: 'w', meaning: warmup ? count(warmup, 'step') : 'none' },
			...(lands(shape) && { end: { label: 'Decays to' } }),
			noise: { label: 'Noise σ²' },
			slope: { label: 'Direction' },
		});
	},
});
