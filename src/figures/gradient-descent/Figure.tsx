/** A start to drag in a valley, and the path that a method takes from there. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { fixed, said } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

const stepSize = { label: 'Step size', symbol: 'η' };

export default figureView('gradient-descent', model, drawing, {
	title: 'A valley with steep walls',
	tryThis: 'Cross the limit; drag the round handle; turn the valley; compare the methods.',
	primary: (figure, { limit }) => {
		const { method, eta } = figure.values;
		const meaning = `${eta > limit ? 'past the limit' : 'limit'} ${fixed(limit, 3)}`;
		return controlsFor(figure, method === 'SGD' ? { eta: { ...stepSize, meaning } } : { rate: stepSize });
	},
	controls: (figure, { run }) => {
		const { method, eta, beta, steep } = figure.values;
		const momentum = { label: 'Momentum', symbol: 'β', meaning: `adds up to a step of ${said(eta / (1 - beta))}` };
		return controlsFor(figure, {
			method: { label: 'Method' },
			...(method === 'SGD' && { beta: momentum }),
			steep: {
				label: 'Curvature',
				symbol: (
					<>
						λ<sub>max</sub>
					</>
				),
				spoken: 'Steepest curvature',
				meaning: `${steep} times the flattest`,
			},
			valley: { label: 'Valley' },
			x: { label: 'Start', symbol: 'x', spoken: 'Start, x' },
			y: { label: 'Start', symbol: 'y', spoken: 'Start, y' },
			steps: { label: 'Steps', spoken: 'Steps taken', last: run.points.length - 1, pace: 80 },
		});
	},
});
