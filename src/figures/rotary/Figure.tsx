/** RoPE's pairs as clocks: a distance to set, and a place. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Rotary({ number }: FigureProps) {
	const figure = useFigure('rotary', model);
	return (
		<Frame
			figure={figure}
			number={number}
			title="Query and key as clock hands"
			drawing={drawing}
			tryThis="Move the key: all hands turn, the score stays. Then raise the distance until hands leave the shade, and rescale."
			primary={
				<Slider figure={figure} name="distance" label="Distance" spoken="Distance from key to query" meaning="" />
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="key"
						label="Key at"
						spoken="Position of the key"
						meaning={`query at ${figure.state.query}`}
					/>
					<Toggle figure={figure} name="base" label="Base" />
					<Toggle figure={figure} name="rescaling" label="Rescaling" />
				</>
			}
		/>
	);
}
