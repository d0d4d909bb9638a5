/** A text to cut into chunks, and ten questions that need one sentence of it each. */
import type { FigureProps } from '../parts/contract.ts';
import { Select, Slider } from '../parts/controls.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useFigure } from '../parts/useFigure.ts';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model, QUESTIONS } from './model.ts';

export default function Chunks({ number }: FigureProps) {
	const figure = useFigure('chunks', model);
	const { chunks, overlap } = figure.state;
	return (
		<Frame
			figure={figure}
			number={number}
			title="Chunk size, k, and what reaches the prompt"
			drawing={drawing}
			tryThis="Raise the sentences per chunk until no question is missed, and then one more; choose a missed question to see what was retrieved instead."
			primary={
				<Slider
					figure={figure}
					name="size"
					label="Sentences"
					spoken="Sentences in a chunk"
					meaning={count(chunks.length, 'chunk')}
				/>
			}
			controls={
				<>
					<Slider figure={figure} name="k" label="k" spoken="Chunks retrieved, k" meaning="chunks retrieved" />
					<Slider
						figure={figure}
						name="overlap"
						label="Overlap"
						spoken="Sentences that neighbors share"
						meaning={`${count(overlap, 'sentence')} shared`}
					/>
					<Select
						figure={figure}
						name="question"
						label="Question"
						names={QUESTIONS.map(([question], at) => `${at + 1}. ${question}?`)}
					/>
				</>
			}
		/>
	);
}
