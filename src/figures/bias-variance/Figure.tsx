/** Polynomials fitted to fifty training sets: a degree to raise until the fits stop missing the curve, then until they stop agreeing. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { count, fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model, SETS } from './model.ts';

export default figureView('bias-variance', model, drawing, {
	title: `${SETS} training sets, ${SETS} fits`,
	tryThis:
		'Move the degree from 0 to 15, then draw other training sets: the fits and their measured error jump, the expected terms stay.',
	primary: (figure, { parameters }) =>
		controlsFor(figure, {
			degree: { label: 'Degree', spoken: 'Degree of the polynomial', meaning: count(parameters, 'parameter') },
		}),
	controls: (figure) =>
		controlsFor(figure, {
			noise: {
				label: 'Noise',
				spoken: 'Standard deviation of the noise',
				meaning: `variance ${fixed(figure.values.noise ** 2, 2)}`,
			},
			points: { label: 'Points', spoken: 'Points in a training set', meaning: 'in each set' },
			draw: { redraw: 'Draw other sets' },
		}),
});
