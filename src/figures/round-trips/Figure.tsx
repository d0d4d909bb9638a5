/** A page load, message by message: what each waits for, and what a protocol, a ticket or an open connection saves. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function RoundTrips({ number }: FigureProps) {
	const figure = useFigure('round-trips', model);
	const { steps, now, size } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="A page load, message by message"
			drawing={drawing}
			tryThis="Go back to step 0 and on, and say before each step who speaks next, and what it had to wait for. Then change the protocol, and the visit."
			primary={
				<Stepper figure={figure} name="step" last={steps} meaning={now ? now.text : 'nothing sent'} pace={900} />
			}
			controls={
				<>
					<Toggle figure={figure} name="protocol" label="Protocol" />
					<Toggle figure={figure} name="visit" label="Visit" />
					<Toggle figure={figure} name="name" label="Name" />
					<Slider figure={figure} name="rtt" label="Round trip" spoken="Round trip" meaning="ms" />
					<Slider
						figure={figure}
						name="size"
						label="Page"
						spoken="Size of the page"
						meaning={size === 1 ? 'kilobyte' : 'kB'}
					/>
				</>
			}
		/>
	);
}
