/** Stumps added to a sum, round by round: a rate to lower, and a number of rounds to stop at. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { MOST, model, POINTS } from './model.ts';

export default figureView('gradient-boosting', model, drawing, {
	title: `Stumps on ${POINTS} points`,
	tryThis:
		'Add rounds, or drag the round handle, until test error turns; then raise the rate and look for its best round again.',
	primary: (figure) => controlsFor(figure, { rounds: { label: 'Rounds', spoken: 'Number of rounds' } }),
	controls: (figure) =>
		controlsFor(figure, {
			rate: {
				label: 'Rate',
				symbol: 'η',
				spoken: 'Learning rate',
				meaning: `keeps ${fixed(figure.values.rate * (2 - figure.values.rate), 2)} of a stump's drop`,
			},
			noise: {
				label: 'Noise',
				spoken: 'Standard deviation of the noise',
				meaning: `variance ${fixed(figure.values.noise ** 2, 2)}`,
			},
			rounds: { last: MOST, pace: 40 },
			draw: { redraw: 'Draw other points' },
		}),
});
