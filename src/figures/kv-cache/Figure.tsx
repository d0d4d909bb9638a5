/** A context and a batch to grow until the cache outweighs the weights, and no longer fits. */
import type { FigureProps } from '../parts/contract.ts';
import { Slider, Toggle } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default function KvCache({ number }: FigureProps) {
	const figure = useFigure('kv-cache', model);
	const { fitting, kv, perToken } = figure.state;

	return (
		<Frame
			figure={figure}
			number={number}
			title="What a decoding step carries"
			drawing={drawing}
			tryThis="Lengthen the context until the batch no longer fits; then save it with fewer heads or fewer bits."
			primary={
				<Slider figure={figure} name="context" label="Context" spoken="Tokens of each request" meaning="tokens each" />
			}
			controls={
				<>
					<Slider
						figure={figure}
						name="batch"
						label="Batch"
						spoken="Requests in the batch"
						meaning={`${count(fitting, 'request')} would fit`}
					/>
					<Toggle figure={figure} name="heads" label={`Heads: ${kv} of keys and values`} />
					<Toggle figure={figure} name="entry" label={`Entries: ${perToken.toLocaleString('en-US')} B a token`} />
				</>
			}
		/>
	);
}
