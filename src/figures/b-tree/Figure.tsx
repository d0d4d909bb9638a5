/** Keys to insert one by one into a tree of pages. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { MOST, model } from './model.ts';

export default figureView('b-tree', model, drawing, {
	title: 'Keys into pages',
	tryThis: `Go on from step 0; before each key, say which leaf it goes to and whether that splits. Then type up to ${MOST} keys of your own.`,
	primary: (figure, { key, searching, last }) =>
		controlsFor(figure, {
			step: {
				label: 'Step',
				meaning: key === undefined ? 'empty' : `${searching ? 'look for' : 'place'} ${key}`,
				last,
				pace: 900,
			},
		}),
	controls: (figure, { leaves, inserted }) =>
		controlsFor(figure, {
			room: { label: 'Keys a page', spoken: 'Keys that fit into a page', meaning: count(leaves, 'leaf', 'leaves') },
			buffer: { label: 'Memory', spoken: 'Pages that fit into memory', meaning: 'pages' },
			split: { label: 'The last leaf splits' },
			keys: { label: `Keys in their order, ${inserted} in the tree`, rows: 2 },
		}),
});
