/** Two ends to step over a text of one's own, under three rules. */
import { controlsFor } from '../parts/controls.tsx';
import { stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('sliding-window', model, drawing, {
	title: 'Two ends that only move forward',
	tryThis:
		'Step on and say before each step which end moves. Then type a text of your own, and break the rule with a negative number.',
	primary: (figure, { moves, move }) =>
		stepper(figure, 'step', {
			last: moves.length,
			meaning: move ? `${move.end === 'right' ? 'takes in' : 'gives out'} ${move.item}` : 'at the start',
			pace: 900,
		}),
	controls: (figure, { rule }) =>
		controlsFor(figure, {
			rule: { label: 'Rule' },
			limit: {
				label: 'Limit',
				spoken: 'Limit of the rule',
				meaning:
					rule === 'no repeat'
						? 'not used'
						: rule === 'k kinds'
							? `k = ${figure.values.limit}`
							: `S = ${figure.values.limit}`,
			},
			letters: { label: 'Letters', rows: 1 },
			numbers: { label: 'Numbers, for sums', rows: 1 },
		}),
});
