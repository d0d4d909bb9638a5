/** A temperature to turn under one distribution, and three filters that cut it. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { count, fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Sampling({ number }: FigureProps) {
	const figure = useFigure('sampling', model);
	const { bits, floor, topK, topP, minP } = figure.state;

	return (
		<Frame
			figure={figure}
			number={number}
			title="One distribution, three cuts"
			drawing={drawing}
			tryThis="Raise the temperature and watch which strips move; then take a peaked model or a flat one, and turn the order around."
			primary={
				<Slider
					figure={figure}
					name="temperature"
					label="Temperature"
					spoken="Temperature"
					meaning={`${fixed(bits, 2)} bits`}
				/>
			}
			controls={
				<>
					<Toggle figure={figure} name="context" label="Model, at T = 1" />
					<Slider
						figure={figure}
						name="k"
						label="k of top-k"
						spoken="k of top-k"
						meaning={`keeps ${count(topK.kept, 'token')}`}
					/>
					<Slider
						figure={figure}
						name="p"
						label="p of top-p"
						spoken="p of top-p"
						meaning={`keeps ${count(topP.kept, 'token')}`}
					/>
					<Slider
						figure={figure}
						name="m"
						label="m of min-p"
						spoken="m of min-p"
						meaning={`floor ${fixed(floor, 3)}, keeps ${minP.kept}`}
					/>
					<Toggle figure={figure} name="order" label="Order" />
				</>
			}
		/>
	);
}
