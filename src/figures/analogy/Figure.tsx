/** An analogy among words of which one decides what they share. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Analogy({ number }: FigureProps) {
	const figure = useFigure('analogy', model);
	return (
		<Frame
			figure={figure}
			number={number}
			title="woman − man + king"
			drawing={drawing}
			tryThis="Take the relation away and see who wins; then allow the inputs, and find the own part at which the answer changes."
			primary={
				<Slider
					figure={figure}
					name="relation"
					label="Relation, shared"
					spoken="Weight of the shared relation"
					meaning=""
				/>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="own"
						label="Own part"
						spoken="Weight of what each partner has of its own"
						meaning=""
					/>
					<Slider
						figure={figure}
						name="mean"
						label="Common mean"
						spoken="Length of the mean that all words share"
						meaning=""
					/>
					<Toggle figure={figure} name="inputs" label="Inputs" />
					<Toggle figure={figure} name="center" label="Subtract the mean" />
				</>
			}
		/>
	);
}
