/** A text to cut into chunks, and ten questions that need one sentence of it each. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { count } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model, QUESTIONS } from './model.ts';

export default figureView('chunks', model, drawing, {
	title: 'Chunk size, k, and what reaches the prompt',
	tryThis:
		'Raise the sentences per chunk until no question is missed, and then one more; choose a missed question to see what was retrieved instead.',
	primary: (figure, { chunks }) =>
		controlsFor(figure, {
			size: { label: 'Sentences', spoken: 'Sentences in a chunk', meaning: count(chunks.length, 'chunk') },
		}),
	controls: (figure, { overlap }) =>
		controlsFor(figure, {
			k: { label: 'k', spoken: 'Chunks retrieved, k', meaning: 'chunks retrieved' },
			overlap: {
				label: 'Overlap',
				spoken: 'Sentences that neighbors share',
				meaning: `${count(overlap, 'sentence')} shared`,
			},
			question: { label: 'Question', names: QUESTIONS.map(([question], at) => `${at + 1}. ${question}?`) },
		}),
});
