/** RoPE's pairs as clocks: a distance to set, and a place. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('rotary', model, drawing, {
	title: 'Query and key as clock hands',
	tryThis:
		'Move the key: all hands turn, the score stays. Then raise the distance until hands leave the shade, and rescale.',
	primary: (figure) => controlsFor(figure, { distance: { label: 'Distance', spoken: 'Distance from key to query' } }),
	controls: (figure, { query }) =>
		controlsFor(figure, {
			key: { label: 'Key at', spoken: 'Position of the key', meaning: `query at ${query}` },
			base: { label: 'Base' },
			rescaling: { label: 'Rescaling' },
		}),
});
