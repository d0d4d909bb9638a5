/** A hash table that takes one operation at a time, and what a miss costs as it fills. */
import type { FigureProps } from '../parts/contract.ts';
import { TextBox, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model, nameOf } from './model.ts';

export default function HashTable({ number }: FigureProps) {
	const figure = useFigure('hash-table', model);
	const { operations, turn } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="Sixteen slots, one operation at a time"
			drawing={drawing}
			tryThis="Go back to step 0 and on, and say before each step where the key will lie. Then write operations of your own: 5 inserts, -5 deletes, ?5 looks up."
			primary={
				<Stepper figure={figure} name="step" last={operations.length} meaning={nameOf(turn.operation)} pace={900} />
			}
			controls={
				<>
					<Toggle figure={figure} name="method" label="Collisions by" />
					<Toggle figure={figure} name="deleted" label="A deleted slot is" />
					<TextBox figure={figure} name="operations" label="Operations" rows={2} />
				</>
			}
		/>
	);
}
