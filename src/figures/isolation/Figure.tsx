/** The order of two transactions' statements to move, a level to choose, and what comes of it, step by step. */
import { controlsFor } from '../parts/controls.tsx';
import { reaching } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { LEVELS, model, works } from './model.ts';

export default figureView('isolation', model, drawing, {
	title: 'Two transactions, every order',
	tryThis:
		'Step back to 0 and say before each step what it reads, and who waits. Then move the order, and change the level.',
	// A phone has room for one slider under the picture, and the order is what it is about: the buttons step.
	primary: (figure, { turns, steps }) =>
		controlsFor(reaching(figure, 'step', steps), {
			order: { label: 'Order', spoken: 'Order of the statements', meaning: turns },
			step: { last: steps, pace: 900 },
		}),
	controls: (figure, { steps, now }) =>
		controlsFor(reaching(figure, 'step', steps), {
			anomaly: { label: 'Look for', names: Object.keys(works) },
			level: { label: 'Level', names: LEVELS },
			step: { label: 'Step', meaning: now ? `${now.who}: ${now.text}` : 'nothing yet' },
		}),
});
