/** Keys to add until two of them share a slot. */
import { controlsFor } from '../../../../../src/figures/parts/controls.tsx';
import { figureView } from '../../../../../src/figures/parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('collisions', model, drawing, {
	title: 'Keys in slots',
	tryThis: 'Add keys until a collision is likelier than none; then double the slots.',
	primary: (figure) => controlsFor(figure, { keys: { label: 'Keys', spoken: 'Number of keys' } }),
	controls: (figure) => controlsFor(figure, { slots: { label: 'Slots', spoken: 'Number of slots' } }),
});
