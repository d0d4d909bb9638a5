/** Payments through a log, with a crash to place: what is lost and what is done twice, step by step. */
import { controlsFor } from '../parts/controls.tsx';
import { reaching, stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('delivery', model, drawing, {
	title: 'A crash between two actions',
	tryThis: 'Step from 0 and say what A has booked and what it has committed. Then move the crash, and the commit.',
	primary: (figure, { steps, now }) =>
		stepper(figure, 'step', { last: steps, meaning: now?.text ?? 'nothing sent', pace: 900 }),
	controls: (figure, { actions, crash }) =>
		controlsFor(reaching(figure, 'crash', actions), {
			crash: {
				label: 'Crash',
				spoken: 'Crash after how many actions of A',
				meaning: crash ? 'of A’s actions' : 'never',
			},
			commit: { label: 'Commit' },
			work: { label: 'Work' },
			batch: { label: 'Batch', meaning: 'a commit' },
			confirmed: { label: 'Confirmed' },
		}),
});
