/** Requests that come one by one to a few slots, until a policy throws out the wrong one. */
import { controlsFor } from '../parts/controls.tsx';
import { stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model, outcomeOf } from './model.ts';

export default figureView('cache', model, drawing, {
	title: 'Who leaves first',
	tryThis:
		'Set the step to 0 and go on; before each step, say whether it hits and who leaves. Then type requests of your own on which LRU does worse than FIFO.',
	primary: (figure, state) =>
		stepper(figure, 'step', { last: state.requests.length, meaning: outcomeOf(state), pace: 800 }),
	controls: (figure, { size }) =>
		controlsFor(figure, {
			policy: { label: 'Policy' },
			size: { label: 'Slots', meaning: count(size, 'key') },
			requests: { label: 'Requests', rows: 1 },
		}),
});
