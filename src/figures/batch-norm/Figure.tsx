/** A batch to shrink around a probe until its neighbors decide where it comes out. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { ALPHA, model } from './model.ts';

export default figureView('batch-norm', model, drawing, {
	title: 'One example, two modes',
	tryThis: 'Shrink the batch to two, drag the probe, move the serving data, and draw other batches.',
	primary: (figure, { bound }) =>
		controlsFor(figure, {
			size: { label: 'Batch', spoken: 'Values in the batch', meaning: `output within ±${fixed(bound, 2)}` },
		}),
	controls: (figure) =>
		controlsFor(figure, {
			probe: { label: 'Probe', spoken: 'Value of the probe', meaning: 'or drag it' },
			shift: { label: 'Shift', spoken: 'Shift of the serving data, in deviations', meaning: 'of the serving data' },
			steps: {
				label: 'Steps',
				spoken: 'Training steps in the running averages',
				meaning: `start weighs ${fixed((1 - ALPHA) ** figure.values.steps, 3)}`,
			},
			draw: { redraw: 'Draw other batches' },
		}),
});
