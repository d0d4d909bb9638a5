/** A loss of one neuron, stepped forward and backward. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { LAST, model } from './model.ts';

const leaf = (label: string, symbol: string) => ({ label, symbol, spoken: `${label} ${symbol}, a leaf of the graph` });

export default figureView('scalar-graph', model, drawing, {
	title: 'One loss, forward and backward',
	tryThis: 'Set the step to 0 and go on; say before each step back what it passes. Then shut the gate with b.',
	primary: (figure, { at, backwards }) =>
		controlsFor(figure, {
			step: {
				label: 'Step',
				meaning: at ? `${backwards ? 'back from' : 'forward to'} ${at.name}` : 'leaves alone',
				last: LAST,
				pace: 900,
			},
		}),
	controls: (figure) =>
		controlsFor(figure, {
			w: leaf('Weight', 'w'),
			x: leaf('Input', 'x'),
			b: leaf('Bias', 'b'),
			t: leaf('Target', 't'),
			lambda: leaf('Penalty', 'λ'),
		}),
});
