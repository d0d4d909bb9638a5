/** Nodes come and go: which keys move, and who is busy. */
import { controlsFor } from '../parts/controls.tsx';
import { stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { eventOf, model } from './model.ts';

export default figureView('shards', model, drawing, {
	title: 'Nodes come and go',
	tryThis:
		'Say before each step how many keys will move and from whom. Then write changes of your own: + adds a node, -B takes B away.',
	primary: (figure, { last }) => stepper(figure, 'step', { last, meaning: eventOf(figure.state), pace: 1100 }),
	controls: (figure) =>
		controlsFor(figure, {
			method: { label: 'Keys placed by' },
			points: { label: 'Points a node', spoken: 'Points a node, on the ring' },
			traffic: { label: 'Requests' },
			changes: { label: 'Changes', rows: 1 },
		}),
});
