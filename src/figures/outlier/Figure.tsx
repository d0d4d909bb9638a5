/** A point to drag away from nine others, and three losses that follow it or do not. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Outlier({ number }: FigureProps) {
	const figure = useFigure('outlier', model);
	return (
		<Frame
			figure={figure}
			number={number}
			title="One point against nine"
			drawing={drawing}
			tryThis="Drag the tenth point up and down, then far out to the right; then turn δ down, until Huber is nearly absolute error."
			primary={
				<Slider
					figure={figure}
					name="y"
					label={
						<>
							Tenth <i>y</i>
						</>
					}
					spoken="Target of the tenth point"
					meaning=""
				/>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="x"
						label={
							<>
								Tenth <i>x</i>
							</>
						}
						spoken="Feature of the tenth point"
						meaning=""
					/>
					<Toggle
						figure={figure}
						name="delta"
						label={
							<>
								Huber’s <i>δ</i>
							</>
						}
					/>
				</>
			}
		/>
	);
}
