/** A context and a batch to grow until the cache outweighs the weights, and no longer fits. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('kv-cache', model, drawing, {
	title: 'What a decoding step carries',
	tryThis: 'Lengthen the context until the batch no longer fits; then save it with fewer heads or fewer bits.',
	primary: (figure) =>
		controlsFor(figure, { context: { label: 'Context', spoken: 'Tokens of each request', meaning: 'tokens each' } }),
	controls: (figure, { fitting, kv, perToken }) =>
		controlsFor(figure, {
			batch: { label: 'Batch', spoken: 'Requests in the batch', meaning: `${count(fitting, 'request')} would fit` },
			heads: { label: `Heads: ${kv} of keys and values` },
			entry: { label: `Entries: ${perToken.toLocaleString('en-US')} B a token` },
		}),
});
