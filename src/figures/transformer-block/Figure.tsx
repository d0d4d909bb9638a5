/** A transformer block whose parts can be switched off. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('transformer-block', model, drawing, {
	title: 'A block, part by part',
	tryThis:
		'Change another position; then switch attention off, drop the residual connections, move the norm. Dashed: all parts, pre-norm.',
	primary: (figure) => controlsFor(figure, { attention: { label: 'Attention' } }),
	controls: (figure) =>
		controlsFor(figure, {
			mlp: { label: 'MLP' },
			residual: { label: 'Residual' },
			norm: { label: 'Norm' },
			position: { label: 'Position', spoken: 'Position that is changed' },
		}),
});
