/** A loss of one neuron, stepped forward and backward. */
import type { FigureProps } from '../parts/contract.ts';
import { Player, Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { LAST, model } from './model.ts';

const leaves = [
	['w', 'w', 'Weight w'],
	['x', 'x', 'Input x'],
	['b', 'b', 'Bias b'],
	['t', 't', 'Target t'],
	['lambda', 'λ', 'Penalty λ'],
] as const;

export default function ScalarGraph({ number }: FigureProps) {
	const figure = useFigure('scalar-graph', model);
	const { at, backwards } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="One loss, forward and backward"
			drawing={drawing}
			tryThis="Set the step to 0 and go on; say before each step back what it passes. Then shut the gate with b."
			primary={
				<>
					<Slider
						figure={figure}
						name="step"
						label="Step"
						spoken="Step"
						meaning={at ? `${backwards ? 'back from' : 'forward to'} ${at.name}` : 'leaves alone'}
					/>
					<Player figure={figure} name="step" last={LAST} pace={900} />
				</>
			}
			controls={leaves.map(([name, symbol, spoken]) => (
				<Slider
					key={name}
					figure={figure}
					name={name}
					label={
						<>
							{spoken.split(' ')[0]} <i>{symbol}</i>
						</>
					}
					spoken={`${spoken}, a leaf of the graph`}
					meaning=""
				/>
			))}
		/>
	);
}
