/** Points to drag on an axis, labels to flip, and the two fits that follow. */
import type { FigureProps } from '../parts/contract.ts';
import { Select, Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model, POINTS } from './model.ts';

export default function LogisticRegression({ number }: FigureProps) {
	const figure = useFigure('logistic-regression', model);
	const { point } = figure.values;
	return (
		<Frame
			figure={figure}
			number={number}
			title="A curve and a line through eight labels"
			drawing={drawing}
			tryThis="Drag points, up or down to flip a label; part the labels, then add a penalty."
			primary={
				<Slider
					key={point}
					figure={figure}
					name={`x${point}`}
					label={`Point ${point} at`}
					spoken={`Place of point ${point}`}
					meaning={`labeled ${figure.values[`y${point}`]}`}
				/>
			}
			controls={
				<>
					<Select figure={figure} name="point" label="Point" names={POINTS} />
					<Toggle key={point} figure={figure} name={`y${point}`} label="Its label" />
					<Toggle
						figure={figure}
						name="penalty"
						label={
							<>
								Penalty <i>λ</i>
							</>
						}
					/>
				</>
			}
		/>
	);
}
