/** Requests that come one by one to a few slots, until a policy throws out the wrong one. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, TextBox, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model, outcomeOf } from './model.ts';

export default function Cache({ number }: FigureProps) {
	const figure = useFigure('cache', model);
	const { state } = figure;

	return (
		<Frame
			figure={figure}
			number={number}
			title="Who leaves first"
			drawing={drawing}
			tryThis="Set the step to 0 and go on; before each step, say whether it hits and who leaves. Then type requests of your own on which LRU does worse than FIFO."
			primary={
				<Stepper figure={figure} name="step" last={state.requests.length} meaning={outcomeOf(state)} pace={800} />
			}
			controls={
				<>
					<Toggle figure={figure} name="policy" label="Policy" />
					<Slider figure={figure} name="size" label="Slots" spoken="Slots" meaning={count(state.size, 'key')} />
					<TextBox figure={figure} name="requests" label="Requests" rows={1} />
				</>
			}
		/>
	);
}
