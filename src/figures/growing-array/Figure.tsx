/** Appends to an array that has to grow, and a charge that is to pay for them. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { MOST, model } from './model.ts';

export default figureView('growing-array', model, drawing, {
	title: 'Paying for a growing array',
	tryThis:
		'Step from 17 to 33 and watch the account fill and empty; then find the lowest charge that never overdraws it.',
	primary: (figure, { last, appends }) =>
		controlsFor(figure, {
			appends: {
				label: 'Appends',
				spoken: 'Number of appends',
				meaning: last ? `${last} moved` : appends ? 'one write' : '',
				last: MOST,
				pace: 160,
			},
		}),
	controls: (figure) =>
		controlsFor(figure, {
			growth: { label: 'Grow by' },
			charge: { label: 'Charge', spoken: 'Units paid for each append', meaning: 'units an append' },
		}),
});
