/** Keys to add until two of them share a slot. */
import type { FigureProps } from '../../../../../src/figures/parts/contract.ts';
import { Slider } from '../../../../../src/figures/parts/controls.tsx';
import { Frame } from '../../../../../src/figures/parts/Frame.tsx';
import { useFigure } from '../../../../../src/figures/parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Collisions({ number }: FigureProps) {
	const figure = useFigure('collisions', model);
	return (
		<Frame
			figure={figure}
			number={number}
			title="Keys in slots"
			drawing={drawing}
			tryThis="Add keys until a collision is likelier than none; then double the slots."
			primary={<Slider figure={figure} name="keys" label="Keys" spoken="Number of keys" meaning="" />}
			controls={<Slider figure={figure} name="slots" label="Slots" spoken="Number of slots" meaning="" />}
		/>
	);
}
