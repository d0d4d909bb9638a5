/** An analogy among words of which one decides what they share. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('analogy', model, drawing, {
	title: 'woman − man + king',
	tryThis:
		'Take the relation away and see who wins; then allow the inputs, and find the own part at which the answer changes.',
	primary: (figure) =>
		controlsFor(figure, { relation: { label: 'Relation, shared', spoken: 'Weight of the shared relation' } }),
	controls: (figure) =>
		controlsFor(figure, {
			own: { label: 'Own part', spoken: 'Weight of what each partner has of its own' },
			mean: { label: 'Common mean', spoken: 'Length of the mean that all words share' },
			inputs: { label: 'Inputs' },
			center: { label: 'Subtract the mean' },
		}),
});
