/** A map to paint, and four frontiers to search it with. */
import { controlsFor } from '../parts/controls.tsx';
import { stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('graph-search', model, drawing, {
	title: 'One loop, four frontiers',
	tryThis: 'Say which cell comes out next, then step. Press cells to paint: wall, free, mud.',
	primary: (figure, { end, cells }) => [
		controlsFor(figure, { frontier: { label: 'Frontier' } }),
		stepper(figure, 'step', { last: end.out, meaning: `${cells.length} wait`, pace: 250 }),
	],
	controls: (figure, { frontier }) =>
		controlsFor(figure, {
			guess: {
				label: 'Guess',
				spoken: 'Factor of the guess',
				meaning: frontier === 'heap + guess' ? '× steps apart' : 'not used',
			},
			map: { label: 'Prices, 0 a wall', rows: 3 },
		}),
});
