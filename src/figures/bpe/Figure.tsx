/** A text of the reader's own, merged pair by pair, and another text that is spelled by what was learned. */
import type { FigureProps } from '../parts/contract.ts';
import { Player, Slider, TextBox } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function Bpe({ number }: FigureProps) {
	const figure = useFigure('bpe', model);
	const { made, asked, possible } = figure.state;

	return (
		<Frame
			figure={figure}
			number={number}
			title="Your text, merge by merge"
			drawing={drawing}
			tryThis="Step through the merges and undo them; then type a text of your own, or another one to encode."
			primary={
				<>
					<Slider
						figure={figure}
						name="merges"
						label="Merges"
						spoken="Merges learned"
						meaning={made < asked ? `${made} were possible` : ''}
					/>
					<Player figure={figure} name="merges" last={possible} pace={400} />
				</>
			}
			controls={
				<>
					<TextBox figure={figure} name="text" label="Train on" rows={3} />
					<TextBox figure={figure} name="probe" label="Encode" rows={1} />
				</>
			}
		/>
	);
}
