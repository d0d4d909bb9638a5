/** A transformer block whose parts can be switched off. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function TransformerBlock({ number }: FigureProps) {
	const figure = useFigure('transformer-block', model);
	return (
		<Frame
			figure={figure}
			number={number}
			title="A block, part by part"
			drawing={drawing}
			tryThis="Change another position; then switch attention off, drop the residual connections, move the norm. Dashed: all parts, pre-norm."
			primary={<Toggle figure={figure} name="attention" label="Attention" />}
			controls={
				<>
					<Toggle figure={figure} name="mlp" label="MLP" />
					<Toggle figure={figure} name="residual" label="Residual" />
					<Toggle figure={figure} name="norm" label="Norm" />
					<Slider figure={figure} name="position" label="Position" spoken="Position that is changed" meaning="" />
				</>
			}
		/>
	);
}
