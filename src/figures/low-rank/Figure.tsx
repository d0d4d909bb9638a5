/** A rank to raise until little is left, and the spectrum that decides how soon. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { FULL, model } from './model.ts';

export default function LowRank({ number }: FigureProps) {
	const figure = useFigure('low-rank', model);
	const { numbers } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="What a rank leaves"
			drawing={drawing}
			tryThis="Raise the rank by the slider, or drag the cut, until nothing is left; then raise the floor and try again."
			primary={
				<Slider
					figure={figure}
					name="rank"
					label="Rank"
					spoken="Rank of the update"
					meaning={`${numbers} of ${FULL} numbers`}
				/>
			}
			controls={
				<>
					<Toggle figure={figure} name="spectrum" label="Strengths" />
					<Slider figure={figure} name="floor" label="Floor" spoken="Floor under all strengths" meaning="" />
				</>
			}
		/>
	);
}
