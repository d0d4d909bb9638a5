/** Attention over one sentence: a query to drag among the keys. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model, names, withQuery } from './model.ts';

const width = (
	<>
		d<sub>k</sub>
	</>
);

export default figureView('attention', model, drawing, {
	title: 'A query among keys',
	tryThis:
		'Drag the round handle among the keys, or use its sliders; pick another row of the matrix; take the root away.',
	primary: (figure) =>
		controlsFor(figure, {
			root: {
				// The text faces have no radical, and a formula's styles would cost more than the label.
				label: (
					<>
						Divide by{' '}
						<span class="root">
							<svg viewBox="0 0 9 16" role="img" aria-label="root of">
								<path d="M0 9.5l2-1 3 6.5 4-14.5" />
							</svg>
							<span>
								<i>{width}</i>
							</span>
						</span>
					</>
				),
			},
		}),
	controls: (figure, { root }) => {
		const choosing: typeof figure = {
			...figure,
			set: (changes) => figure.set(changes.token ? withQuery(changes.token) : changes),
		};
		return controlsFor(choosing, {
			d: { label: 'Key width', symbol: width, meaning: `root ${fixed(root, 1)}` },
			mask: { label: 'Mask' },
			token: { label: 'Query of', names },
			angle: { label: 'Direction', spoken: 'Direction of the query', meaning: 'degrees' },
			length: { label: 'Length', spoken: 'Length of the query' },
		});
	},
});
