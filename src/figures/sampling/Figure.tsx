/** A temperature to turn under one distribution, and three filters that cut it. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { count, fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('sampling', model, drawing, {
	title: 'One distribution, three cuts',
	tryThis:
		'Raise the temperature and watch which strips move; then take a peaked model or a flat one, and turn the order around.',
	primary: (figure, { bits }) =>
		controlsFor(figure, { temperature: { label: 'Temperature', meaning: `${fixed(bits, 2)} bits` } }),
	controls: (figure, { topK, topP, floor, minP }) =>
		controlsFor(figure, {
			context: { label: 'Model, at T = 1' },
			k: { label: 'k of top-k', meaning: `keeps ${count(topK.kept, 'token')}` },
			p: { label: 'p of top-p', meaning: `keeps ${count(topP.kept, 'token')}` },
			m: { label: 'm of min-p', meaning: `floor ${fixed(floor, 3)}, keeps ${minP.kept}` },
			order: { label: 'Order' },
		}),
});
