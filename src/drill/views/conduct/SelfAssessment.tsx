/** A question after its score: the answer given, what a model says of it, the rubric that the reader ticks, the model answer. */
import { useMemo } from 'preact/hooks';
import { chosenFollowUp } from '../../followUps.ts';
import { reportOf } from '../../report.ts';
import { isMarked } from '../../session.ts';
import { OwnAnswer, TestEvidence } from '../OwnAnswer.tsx';
import { Html } from '../parts.tsx';
import { Rubric, Warnings } from '../Rubric.tsx';
import { Verdict } from '../Verdict.tsx';
import type { StepProps } from './props.ts';
import { useSubmitKey } from './useSubmitKey.ts';

export function SelfAssessment({ session, item, turn, question, asked, interviewer, dispatch }: StepProps) {
	const marked = isMarked(turn);
	const followUp = turn.id !== item.question;
	const judgement = useMemo(
		() => reportOf(session).judged.find((judged) => judged.turn === turn)?.judgement,
		[session, turn],
	);
	const next = marked ? chosenFollowUp(question, item.turns) : undefined;
	const last = session.at === session.items.length - 1;
	const goOn = (): void => {
		if (!marked) {
			document.querySelector<HTMLInputElement>('.rubric fieldset:not(:has(:checked)) input')?.focus();
			return;
		}
		dispatch(next ? { type: 'followUp', at: Date.now(), id: next.id } : { type: 'next', at: Date.now() });
	};
	useSubmitKey(goOn);
	const label = next ? 'Go on to the follow-up' : last ? 'End and see the report' : 'Next question';
	return (
		<>
			<Verdict turn={turn} judgement={judgement} />
			<OwnAnswer turn={turn} level={2} />
			{interviewer && <interviewer.Panel {...{ item, turn, question, dispatch }} />}
			<h2 class="label">Rubric</h2>
			<Rubric
				concept={item.concept}
				rubric={asked.rubric}
				turn={turn}
				hideLevels={session.request.hideLevels}
				evidence={(criterion) => (
					<>
						<TestEvidence turn={turn} criterion={criterion} />
						{interviewer?.evidence(turn, criterion)}
					</>
				)}
				dispatch={dispatch}
			/>
			<h2 class="label">{followUp ? 'Answer' : 'Model answer'}</h2>
			<Html class="model-answer" html={asked.answer} />
			{!followUp && <Warnings question={question} turn={turn} dispatch={dispatch} />}
			<p class="drill-actions">
				<button type="button" class="button primary" onClick={goOn}>
					{label} <kbd class="key">Ctrl ↵</kbd>
				</button>
				{!marked && <span class="note">Mark every criterion first.</span>}
				{next && (
					<button type="button" class="text-button" onClick={() => dispatch({ type: 'next', at: Date.now() })}>
						{last ? 'End without it' : 'Next question instead'}
					</button>
				)}
			</p>
		</>
	);
}
