/** Keys to insert one by one into a tree of pages. */
import type { FigureProps } from '../parts/contract.ts';
import { Player, Slider, TextBox, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { MOST, model } from './model.ts';

export default function BTree({ number }: FigureProps) {
	const figure = useFigure('b-tree', model);
	const { key, searching, last, inserted, leaves } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="Keys into pages"
			drawing={drawing}
			tryThis={`Go on from step 0; before each key, say which leaf it goes to and whether that splits. Then type up to ${MOST} keys of your own.`}
			primary={
				<>
					<Slider
						figure={figure}
						name="step"
						label="Step"
						spoken="Step"
						meaning={key === undefined ? 'empty' : `${searching ? 'look for' : 'place'} ${key}`}
					/>
					<Player figure={figure} name="step" last={last} pace={900} />
				</>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="room"
						label="Keys a page"
						spoken="Keys that fit into a page"
						meaning={count(leaves, 'leaf', 'leaves')}
					/>
					<Slider figure={figure} name="buffer" label="Memory" spoken="Pages that fit into memory" meaning="pages" />
					<Toggle figure={figure} name="split" label="The last leaf splits" />
					<TextBox figure={figure} name="keys" label={`Keys in their order, ${inserted} in the tree`} rows={2} />
				</>
			}
		/>
	);
}
