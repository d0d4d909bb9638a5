/** An axis to turn through four points, and how they are prepared. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('pca', model, drawing, {
	title: 'An axis through four points',
	tryThis:
		'Turn the axis by its handle until the variance is largest; then change the unit, or shift the points and switch centering off.',
	primary: (figure, { best }) =>
		controlsFor(figure, { angle: { label: 'Angle', spoken: 'Angle of the axis', meaning: `best ${fixed(best, 2)}°` } }),
	controls: (figure) =>
		controlsFor(figure, {
			unit: { label: 'First feature times' },
			scale: { label: 'Standardize' },
			shift: { label: 'Shifted by', spoken: 'First feature shifted by' },
			center: { label: 'Center' },
		}),
});
