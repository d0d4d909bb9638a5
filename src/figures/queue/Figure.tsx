/** How long a call takes while its servers get busier. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('queue', model, drawing, {
	title: 'Too busy',
	tryThis:
		'Before you move the load from 80 to 90%, say how the mean changes. Then find the load at which four servers take as long as one at 50%.',
	primary: (figure) => controlsFor(figure, { load: { label: 'Load', meaning: '% of capacity' } }),
	controls: (figure) =>
		controlsFor(figure, {
			servers: { label: 'Servers', meaning: 'one queue' },
			service: { label: 'Service', spoken: 'Service time', meaning: 'ms a call' },
			calls: { label: 'Calls', spoken: 'Calls of a page', meaning: 'for a page' },
		}),
});
