/** An axis to turn through four points, and how they are prepared. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Pca({ number }: FigureProps) {
	const figure = useFigure('pca', model);
	const { best } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="An axis through four points"
			drawing={drawing}
			tryThis="Turn the axis by its handle until the variance is largest; then change the unit, or shift the points and switch centering off."
			primary={
				<Slider
					figure={figure}
					name="angle"
					label="Angle"
					spoken="Angle of the axis"
					meaning={`best ${fixed(best, 2)}°`}
				/>
			}
			controls={
				<>
					<Slider figure={figure} name="unit" label="First feature times" spoken="First feature times" meaning="" />
					<Toggle figure={figure} name="scale" label="Standardize" />
					<Slider figure={figure} name="shift" label="Shifted by" spoken="First feature shifted by" meaning="" />
					<Toggle figure={figure} name="center" label="Center" />
				</>
			}
		/>
	);
}
