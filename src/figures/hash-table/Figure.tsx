/** A hash table that takes one operation at a time, and what a miss costs as it fills. */
import { controlsFor } from '../parts/controls.tsx';
import { stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model, nameOf } from './model.ts';

export default figureView('hash-table', model, drawing, {
	title: 'Sixteen slots, one operation at a time',
	tryThis:
		'Go back to step 0 and on, and say before each step where the key will lie. Then write operations of your own: 5 inserts, -5 deletes, ?5 looks up.',
	primary: (figure, { operations, turn }) =>
		stepper(figure, 'step', { last: operations.length, meaning: nameOf(turn.operation), pace: 900 }),
	controls: (figure) =>
		controlsFor(figure, {
			method: { label: 'Collisions by' },
			deleted: { label: 'A deleted slot is' },
			operations: { label: 'Operations', rows: 2 },
		}),
});
