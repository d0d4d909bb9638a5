/** A penalty to strengthen, between L1 and L2, and two weights to drag. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('regularization', model, drawing, {
	title: 'Where a penalty puts two weights',
	tryThis:
		'Raise λ until a weight is zero; change the penalty; then drag the round handle, and correlate the features.',
	primary: (figure, { objective, limit }) =>
		controlsFor(figure, {
			strength: {
				label: 'Strength',
				symbol: 'λ',
				spoken: 'Strength of the penalty, lambda',
				meaning: objective.penalty === 'L1' ? `zero from ${fixed(limit, 2)}` : '',
			},
		}),
	controls: (figure) =>
		controlsFor(figure, {
			penalty: { label: 'Penalty' },
			rho: { label: 'Correlation', symbol: 'ρ', spoken: 'Correlation of the features' },
			first: { label: 'First, loss alone', spoken: 'First weight, by the loss alone' },
			second: { label: 'Second, loss alone', spoken: 'Second weight, by the loss alone' },
		}),
});
