/** A map to paint, and four frontiers to search it with. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, TextBox, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function GraphSearch({ number }: FigureProps) {
	const figure = useFigure('graph-search', model);
	const { end, frontier, cells } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="One loop, four frontiers"
			drawing={drawing}
			tryThis="Say which cell comes out next, then step. Press cells to paint: wall, free, mud."
			primary={
				<>
					<Toggle figure={figure} name="frontier" label="Frontier" />
					<Stepper figure={figure} name="step" last={end.out} meaning={`${cells.length} wait`} pace={250} />
				</>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="guess"
						label="Guess"
						spoken="Factor of the guess"
						meaning={frontier === 'heap + guess' ? '× steps apart' : 'not used'}
					/>
					<TextBox figure={figure} name="map" label="Prices, 0 a wall" rows={3} />
				</>
			}
		/>
	);
}
