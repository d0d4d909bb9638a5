/** A model grades an answer beside the reader: how far it is, what it says, what went wrong, and the way on without it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { answerText, isMarked } from '../../session.ts';
import type { InterviewerProps } from '../../views/conduct/props.ts';
import type { Endpoint } from '../endpoint.ts';
import { failureText } from '../failures.ts';
import { gradeAnswer } from '../grading.ts';
import { occasionOf } from '../occasion.ts';
import { gradedSoFar } from '../protocol.ts';

type State =
	| { readonly at: 'idle' }
	| { readonly at: 'asking'; readonly graded: number; readonly stop: AbortController }
	| { readonly at: 'failed'; readonly text: string };

/** Asks a model about the answer of a turn, and stops when the turn is left. */
function useGrading(endpoint: Endpoint, props: InterviewerProps) {
	const { turn, dispatch } = props;
	const [state, setState] = useState<State>({ at: 'idle' });
	const current = useRef<AbortController | undefined>(undefined);
	const ask = async (): Promise<void> => {
		current.current?.abort();
		const stop = new AbortController();
		current.current = stop;
		setState({ at: 'asking', graded: 0, stop });
		try {
			const occasion = await occasionOf(props);
			const grading = await gradeAnswer(endpoint, occasion, {
				signal: stop.signal,
				onText: (text) => {
					if (!stop.signal.aborted) setState({ at: 'asking', graded: gradedSoFar(text), stop });
				},
			});
			dispatch({ type: 'interview', turn: turn.id, interview: { model: endpoint.model.slice(0, 200), ...grading } });
			setState({ at: 'idle' });
		} catch (error) {
			if (current.current === stop) setState({ at: 'failed', text: failureText(error) });
		}
	};
	useEffect(() => {
		if (answerText(turn) !== '' && !turn.interview && !isMarked(turn)) void ask();
		return () => {
			const running = current.current;
			current.current = undefined;
			running?.abort();
		};
	}, []);
	return { state, ask };
}

export function Grading({ endpoint, ...props }: InterviewerProps & { readonly endpoint: Endpoint }) {
	const { turn } = props;
	const { state, ask } = useGrading(endpoint, props);
	const [alone, setAlone] = useState(false);
	const { interview } = turn;
	const total = turn.rubric.length;
	const graded = interview
		? turn.rubric.filter(({ id }) => interview.marks[id] && !interview.marks[id]?.doubt).length
		: 0;
	if (alone) return null;
	return (
		<section class="interviewer" aria-label="Interviewer">
			<h2 class="label">Interviewer</h2>
			{interview?.remark && <p class="remark">{interview.remark}</p>}
			<p class="note" role="status">
				{state.at === 'asking'
					? `${endpoint.model} is grading: ${state.graded} of ${total}. Mark along, or wait; your own marks stand.`
					: interview
						? `${interview.model} graded ${graded} of ${total}, each with your words that it rests on. Overrule what you see differently${graded < total ? ', and mark what it left to you' : ''}.`
						: answerText(turn) === ''
							? 'There is nothing written to grade, so nothing was sent. Mark what you said yourself.'
							: ''}
			</p>
			{state.at === 'failed' && (
				<p role="alert" class="failure">
					{state.text} Nothing is lost: the rubric below works without it.
				</p>
			)}
			{state.at === 'asking' ? (
				<button type="button" class="text-button" onClick={() => state.stop.abort()}>
					Stop
				</button>
			) : (
				answerText(turn) !== '' && (
					<p class="drill-actions">
						{!interview && (
							<button type="button" class="text-button" onClick={ask}>
								{state.at === 'failed' ? 'Try again' : `Ask ${endpoint.model}`}
							</button>
						)}
						{state.at === 'failed' && (
							<button type="button" class="text-button" onClick={() => setAlone(true)}>
								Go on without the model
							</button>
						)}
					</p>
				)
			)}
		</section>
	);
}
