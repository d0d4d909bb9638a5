/** How long a call takes while its servers get busier. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Queue({ number }: FigureProps) {
	const figure = useFigure('queue', model);

	return (
		<Frame
			figure={figure}
			number={number}
			title="Too busy"
			drawing={drawing}
			tryThis="Before you move the load from 80 to 90%, say how the mean changes. Then find the load at which four servers take as long as one at 50%."
			primary={<Slider figure={figure} name="load" label="Load" spoken="Load" meaning="% of capacity" />}
			controls={
				<>
					<Slider figure={figure} name="servers" label="Servers" spoken="Servers" meaning="one queue" />
					<Slider figure={figure} name="service" label="Service" spoken="Service time" meaning="ms a call" />
					<Slider figure={figure} name="calls" label="Calls" spoken="Calls of a page" meaning="for a page" />
				</>
			}
		/>
	);
}
