/** Payments through a log, with a crash to place: what is lost and what is done twice, step by step. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { reaching, Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Delivery({ number }: FigureProps) {
	const figure = useFigure('delivery', model);
	const { steps, now, crash, actions } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="A crash between two actions"
			drawing={drawing}
			tryThis="Step from 0 and say what A has booked and what it has committed. Then move the crash, and the commit."
			primary={<Stepper figure={figure} name="step" last={steps} meaning={now?.text ?? 'nothing sent'} pace={900} />}
			controls={
				<>
					<Slider
						figure={reaching(figure, 'crash', actions)}
						name="crash"
						label="Crash"
						spoken="Crash after how many actions of A"
						meaning={crash ? 'of A’s actions' : 'never'}
					/>
					<Toggle figure={figure} name="commit" label="Commit" />
					<Toggle figure={figure} name="work" label="Work" />
					<Slider figure={figure} name="batch" label="Batch" spoken="Batch" meaning="a commit" />
					<Toggle figure={figure} name="confirmed" label="Confirmed" />
				</>
			}
		/>
	);
}
