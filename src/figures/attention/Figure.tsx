/** Attention over one sentence: a query to drag among the keys. */
import type { FigureProps } from '../parts/contract.ts';
import { Root, Select, Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model, names, withQuery } from './model.ts';

export default function Attention({ number }: FigureProps) {
	const figure = useFigure('attention', model);
	const width = (
		<i>
			d<sub>k</sub>
		</i>
	);

	return (
		<Frame
			figure={figure}
			number={number}
			title="A query among keys"
			drawing={drawing}
			tryThis="Drag the round handle among the keys, or use its sliders; pick another row of the matrix; take the root away."
			primary={
				<Toggle
					figure={figure}
					name="root"
					label={
						<>
							Divide by <Root>{width}</Root>
						</>
					}
				/>
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="d"
						label={<>Key width {width}</>}
						spoken="Key width"
						meaning={`root ${fixed(figure.state.root, 1)}`}
					/>
					<Toggle figure={figure} name="mask" label="Mask" />
					<Select
						figure={figure}
						name="token"
						label="Query of"
						names={names}
						onSet={({ token }) => figure.set(withQuery(String(token)))}
					/>
					<Slider figure={figure} name="angle" label="Direction" spoken="Direction of the query" meaning="degrees" />
					<Slider figure={figure} name="length" label="Length" spoken="Length of the query" meaning="" />
				</>
			}
		/>
	);
}
