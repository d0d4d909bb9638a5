/** The order of two transactions' statements to move, a level to choose, and what comes of it, step by step. */
import type { FigureProps } from '../parts/contract.ts';
import { Player, Select, Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { reaching } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { LEVELS, model, works } from './model.ts';

export default function Isolation({ number }: FigureProps) {
	const figure = useFigure('isolation', model);
	const { turns, steps, now } = figure.state;
	// A phone has room for one slider under the picture, and the order is what it is about: the buttons step.
	const reached = reaching(figure, 'step', steps);
	return (
		<Frame
			figure={figure}
			number={number}
			title="Two transactions, every order"
			drawing={drawing}
			tryThis="Step back to 0 and say before each step what it reads, and who waits. Then move the order, and change the level."
			primary={
				<>
					<Slider figure={figure} name="order" label="Order" spoken="Order of the statements" meaning={turns} />
					<Player figure={reached} name="step" last={steps} pace={900} />
				</>
			}
			controls={
				<>
					<Select figure={figure} name="anomaly" label="Look for" names={Object.keys(works)} />
					<Select figure={figure} name="level" label="Level" names={LEVELS} />
					<Slider
						figure={reached}
						name="step"
						label="Step"
						spoken="Step"
						meaning={now ? `${now.who}: ${now.text}` : 'nothing yet'}
					/>
				</>
			}
		/>
	);
}
