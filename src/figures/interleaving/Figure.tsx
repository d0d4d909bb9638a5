/** Two threads whose turns a reader deals out, one at a time. */
import { controlsFor } from '../parts/controls.tsx';
import { stepper } from '../parts/stepper.ts';
import { figureView } from '../parts/view.tsx';
import { drawing } from './Drawing.tsx';
import { MOST, model, names, threads } from './model.ts';

export default figureView('interleaving', model, drawing, {
	title: 'Two threads, one turn at a time',
	tryThis:
		'Go back to step 0 and deal the turns yourself: make both right, then lose an update. Then choose two locks in opposite orders, and find the shortest deadlock.',
	primary: (figure, { order, step, turn }) => {
		/** Another turn after those that are shown; what would have come after them is dealt anew. */
		const deal = (letter: string): void => {
			if (step >= MOST) return;
			const dealt = order.slice(0, step).map((who) => threads[who]);
			figure.set({ order: [...dealt, letter].join(''), step: step + 1 });
			figure.settle();
		};
		const meaning = turn && `${threads[turn.who]} ${turn.did === 'ran' ? `ran ${turn.words}` : turn.did}`;
		return (
			<>
				<div class="control player">
					{threads.map((thread) => (
						<button key={thread} class="button" type="button" aria-disabled={step >= MOST} onClick={() => deal(thread)}>
							Run {thread}
						</button>
					))}
				</div>
				{stepper(figure, 'step', { last: order.length, meaning: meaning ?? 'nothing yet', pace: 900 })}
			</>
		);
	},
	controls: (figure) =>
		controlsFor(figure, { program: { label: 'Both run', names }, order: { label: 'Turns', rows: 1 } }),
});
