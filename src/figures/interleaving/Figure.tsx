/** Two threads whose turns a reader deals out, one at a time. */
import type { FigureProps } from '../parts/contract.ts';
import { Select, TextBox } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { MOST, model, names, threads } from './model.ts';

export default function Interleaving({ number }: FigureProps) {
	const figure = useFigure('interleaving', model);
	const { order, step, turn } = figure.state;
	/** Another turn after those that are shown; what would have come after them is dealt anew. */
	const deal = (letter: string): void => {
		if (step >= MOST) return;
		const dealt = order.slice(0, step).map((who) => threads[who]);
		figure.set({ order: [...dealt, letter].join(''), step: step + 1 });
		figure.settle();
	};
	return (
		<Frame
			figure={figure}
			number={number}
			title="Two threads, one turn at a time"
			drawing={drawing}
			tryThis="Go back to step 0 and deal the turns yourself: make both right, then lose an update. Then choose two locks in opposite orders, and find the shortest deadlock."
			primary={
				<>
					<div class="control player">
						{threads.map((thread) => (
							<button
								key={thread}
								class="button"
								type="button"
								aria-disabled={step >= MOST}
								onClick={() => deal(thread)}
							>
								Run {thread}
							</button>
						))}
					</div>
					<Stepper
						figure={figure}
						name="step"
						last={order.length}
						meaning={
							turn ? `${threads[turn.who]} ${turn.did === 'ran' ? `ran ${turn.words}` : turn.did}` : 'nothing yet'
						}
						pace={900}
					/>
				</>
			}
			controls={
				<>
					<Select figure={figure} name="program" label="Both run" names={names} />
					<TextBox figure={figure} name="order" label="Turns" rows={1} />
				</>
			}
		/>
	);
}
