/** A β to lower until the reward's flaw outweighs what the reference knew. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function TiltedPolicy({ number }: FigureProps) {
	const figure = useFigure('tilted-policy', model);
	const { kl } = figure.state;

	return (
		<Frame
			figure={figure}
			number={number}
			title="The best policy for a flawed reward"
			drawing={drawing}
			tryThis="Lower β until quality turns; then take the flaw out of the reward, and lower it again."
			primary={<Slider figure={figure} name="beta" label="β" spoken="Beta" meaning={`KL ${fixed(kl, 2)} nats`} />}
			controls={
				<>
					<Slider figure={figure} name="flaw" label="Flaw" spoken="Flaw of the reward" meaning="of what length adds" />
					<Slider
						figure={figure}
						name="share"
						label="Bad answer"
						spoken="Share of the long, wrong answer under the reference, in percent"
						meaning="% of the reference"
					/>
				</>
			}
		/>
	);
}
