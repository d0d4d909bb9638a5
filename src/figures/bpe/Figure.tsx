/** A text of the reader's own, merged pair by pair, and another text that is spelled by what was learned. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('bpe', model, drawing, {
	title: 'Your text, merge by merge',
	tryThis: 'Step through the merges and undo them; then type a text of your own, or another one to encode.',
	primary: (figure, { made, asked, possible }) =>
		controlsFor(figure, {
			merges: {
				label: 'Merges',
				spoken: 'Merges learned',
				meaning: made < asked ? `${made} were possible` : '',
				last: possible,
				pace: 400,
			},
		}),
	controls: (figure) =>
		controlsFor(figure, { text: { label: 'Train on', rows: 3 }, probe: { label: 'Encode', rows: 1 } }),
});
