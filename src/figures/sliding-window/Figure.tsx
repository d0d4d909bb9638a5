/** Two ends to step over a text of one's own, under three rules. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, TextBox, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function SlidingWindow({ number }: FigureProps) {
	const figure = useFigure('sliding-window', model);
	const { rule, moves, move } = figure.state;
	const { limit } = figure.values;
	return (
		<Frame
			figure={figure}
			number={number}
			title="Two ends that only move forward"
			drawing={drawing}
			tryThis="Step on and say before each step which end moves. Then type a text of your own, and break the rule with a negative number."
			primary={
				<Stepper
					figure={figure}
					name="step"
					last={moves.length}
					meaning={move ? `${move.end === 'right' ? 'takes in' : 'gives out'} ${move.item}` : 'at the start'}
					pace={900}
				/>
			}
			controls={
				<>
					<Toggle figure={figure} name="rule" label="Rule" />
					<Slider
						figure={figure}
						name="limit"
						label="Limit"
						spoken="Limit of the rule"
						meaning={rule === 'no repeat' ? 'not used' : rule === 'k kinds' ? `k = ${limit}` : `S = ${limit}`}
					/>
					<TextBox figure={figure} name="letters" label="Letters" rows={1} />
					<TextBox figure={figure} name="numbers" label="Numbers, for sums" rows={1} />
				</>
			}
		/>
	);
}
