/** A rank to raise until little is left, and the spectrum that decides how soon. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { FULL, model } from './model.ts';

export default figureView('low-rank', model, drawing, {
	title: 'What a rank leaves',
	tryThis: 'Raise the rank by the slider, or drag the cut, until nothing is left; then raise the floor and try again.',
	primary: (figure, { numbers }) =>
		controlsFor(figure, {
			rank: { label: 'Rank', spoken: 'Rank of the update', meaning: `${numbers} of ${FULL} numbers` },
		}),
	controls: (figure) =>
		controlsFor(figure, {
			spectrum: { label: 'Strengths' },
			floor: { label: 'Floor', spoken: 'Floor under all strengths' },
		}),
});
