/** A batch to shrink around a probe until its neighbors decide where it comes out. */
import type { FigureProps } from '../parts/contract.ts';
import { Redraw, Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { ALPHA, DRAWS, model } from './model.ts';

export default function BatchNorm({ number }: FigureProps) {
	const figure = useFigure('batch-norm', model);
	const { steps } = figure.values;

	return (
		<Frame
			figure={figure}
			number={number}
			title="One example, two modes"
			drawing={drawing}
			tryThis="Shrink the batch to two, drag the probe, move the serving data, and draw other batches."
			primary={
				<Slider
					figure={figure}
					name="size"
					label="Batch"
					spoken="Values in the batch"
					meaning={`output within ±${fixed(figure.state.bound, 2)}`}
				/>
			}
			controls={
				<>
					<Slider figure={figure} name="probe" label="Probe" spoken="Value of the probe" meaning="or drag it" />
					<Slider
						figure={figure}
						name="shift"
						label="Shift"
						spoken="Shift of the serving data, in deviations"
						meaning="of the serving data"
					/>
					<Slider
						figure={figure}
						name="steps"
						label="Steps"
						spoken="Training steps in the running averages"
						meaning={`start weighs ${fixed((1 - ALPHA) ** steps, 3)}`}
					/>
					<Redraw figure={figure} name="draw" label="Draw other batches" last={DRAWS} />
				</>
			}
		/>
	);
}
