/** A point to drag away from nine others, and three losses that follow it or do not. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('outlier', model, drawing, {
	title: 'One point against nine',
	tryThis:
		'Drag the tenth point up and down, then far out to the right; then turn δ down, until Huber is nearly absolute error.',
	primary: (figure) => controlsFor(figure, { y: { label: 'Tenth', symbol: 'y', spoken: 'Target of the tenth point' } }),
	controls: (figure) =>
		controlsFor(figure, {
			x: { label: 'Tenth', symbol: 'x', spoken: 'Feature of the tenth point' },
			delta: { label: 'Huber’s', symbol: 'δ' },
		}),
});
