/** A page load, message by message: what each waits for, and what a protocol, a ticket or an open connection saves. */
import { controlsFor } from '../parts/controls.tsx';
import { stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('round-trips', model, drawing, {
	title: 'A page load, message by message',
	tryThis:
		'Go back to step 0 and on, and say before each step who speaks next, and what it had to wait for. Then change the protocol, and the visit.',
	primary: (figure, { steps, now }) =>
		stepper(figure, 'step', { last: steps, meaning: now ? now.text : 'nothing sent', pace: 900 }),
	controls: (figure, { size }) =>
		controlsFor(figure, {
			protocol: { label: 'Protocol' },
			visit: { label: 'Visit' },
			name: { label: 'Name' },
			rtt: { label: 'Round trip', meaning: 'ms' },
			size: { label: 'Page', spoken: 'Size of the page', meaning: size === 1 ? 'kilobyte' : 'kB' },
		}),
});
