/** Points to drag on an axis, labels to flip, and the two fits that follow. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model, POINTS } from './model.ts';

export default figureView('logistic-regression', model, drawing, {
	title: 'A curve and a line through eight labels',
	tryThis: 'Drag points, up or down to flip a label; part the labels, then add a penalty.',
	primary: (figure) =>
		controlsFor(figure, {
			[`x${figure.values.point}`]: {
				label: `Point ${figure.values.point} at`,
				spoken: `Place of point ${figure.values.point}`,
				meaning: `labeled ${figure.values[`y${figure.values.point}`]}`,
			},
		}),
	controls: (figure) =>
		controlsFor(figure, {
			point: { label: 'Point', names: POINTS },
			[`y${figure.values.point}`]: { label: 'Its label' },
			penalty: { label: 'Penalty', symbol: 'λ' },
		}),
});
