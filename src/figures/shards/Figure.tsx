/** Nodes come and go: which keys move, and who is busy. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, TextBox, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { eventOf, model } from './model.ts';

export default function Shards({ number }: FigureProps) {
	const figure = useFigure('shards', model);
	return (
		<Frame
			figure={figure}
			number={number}
			title="Nodes come and go"
			drawing={drawing}
			tryThis="Say before each step how many keys will move and from whom. Then write changes of your own: + adds a node, -B takes B away."
			primary={
				<Stepper figure={figure} name="step" last={figure.state.last} meaning={eventOf(figure.state)} pace={1100} />
			}
			controls={
				<>
					<Toggle figure={figure} name="method" label="Keys placed by" />
					<Slider figure={figure} name="points" label="Points a node" spoken="Points a node, on the ring" meaning="" />
					<Toggle figure={figure} name="traffic" label="Requests" />
					<TextBox figure={figure} name="changes" label="Changes" rows={1} />
				</>
			}
		/>
	);
}
