/** A question while it is answered: asking back, hints, the answer, and the score that the reader commits to. */
import { useState } from 'preact/hooks';
import type { Band, Grade } from '../../../concepts/judging.ts';
import { isRunning } from '../../clock.ts';
import { entriesOf } from '../../rubric.ts';
import type { SelfScore } from '../../scoring.ts';
import { AnswerBox } from '../AnswerBox.tsx';
import { BandChoice, GradeChoice, Html } from '../parts.tsx';
import { TaskBox } from '../TaskBox.tsx';
import type { StepProps } from './props.ts';
import { useSubmitKey } from './useSubmitKey.ts';

type HelpProps = Pick<StepProps, 'question' | 'turn' | 'dispatch'>;

/** The questions that a careful candidate asks back. They stay folded, so that thinking of them is the reader's. */
function AskBack({ question, turn, dispatch }: HelpProps) {
	if (question.clarifications.length === 0) return null;
	return (
		<details class="ask-back" open={turn.clarified.length > 0}>
			<summary class="text-button">Ask back</summary>
			<ul>
				{question.clarifications.map(({ ask, answer }, index) => (
					<li key={ask}>
						{turn.clarified.includes(index) ? (
							<>
								<Html as="p" class="asked" html={ask} />
								<div role="status">
									<Html html={answer} />
								</div>
							</>
						) : (
							<button type="button" onClick={() => dispatch({ type: 'clarify', index })}>
								<Html as="span" html={ask} />
							</button>
						)}
					</li>
				))}
			</ul>
		</details>
	);
}

function Hints({ question, turn, dispatch }: HelpProps) {
	const { length } = question.hints;
	if (length === 0) return null;
	return (
		<div class="hints">
			<ol aria-live="polite">
				{question.hints.slice(0, turn.hints).map((hint) => (
					<li key={hint}>
						<Html html={hint} />
					</li>
				))}
			</ol>
			{turn.hints < length && (
				<p>
					<button type="button" class="text-button" onClick={() => dispatch({ type: 'hint' })}>
						{turn.hints === 0 ? 'Take a hint' : 'Take another hint'}
					</button>{' '}
					<span class="note">{length - turn.hints} left; each costs a tenth of the score, and a strong hire</span>
				</p>
			)}
		</div>
	);
}

export function Answering({ item, turn, question, asked, kept, session, dispatch }: StepProps) {
	const [score, setScore] = useState<SelfScore>();
	const [nudged, nudge] = useState(false);
	const followUp = turn.id !== item.question;
	const choose = (chosen: SelfScore): void => {
		setScore(chosen);
		nudge(false);
	};
	const running = isRunning(turn.clock);
	const commit = (): void => {
		if (!score) {
			nudge(true);
			return;
		}
		dispatch({ type: 'commit', at: Date.now(), score, rubric: entriesOf(asked.rubric) });
	};
	useSubmitKey(commit);
	return (
		<>
			{!followUp && (
				<>
					<AskBack question={question} turn={turn} dispatch={dispatch} />
					<Hints question={question} turn={turn} dispatch={dispatch} />
				</>
			)}
			{question.task && !followUp && (
				<TaskBox
					concept={item.concept}
					question={question.id}
					trial={turn.task}
					kept="kept with this drill"
					isOpen
					onTrial={(trial) => dispatch({ type: 'task', trial })}
				/>
			)}
			<AnswerBox
				answer={turn.answer}
				kept={kept}
				onWrite={(text) => dispatch({ type: 'write', text })}
				onHeard={(passage) => dispatch({ type: 'dictate', turn: turn.id, passage })}
			/>
			{followUp ? (
				<GradeChoice
					legend={<span class="label">Commit before the answer shows: did you have it?</span>}
					value={score as Grade | undefined}
					onChoose={choose}
				/>
			) : (
				<BandChoice
					legend={<span class="label">Commit your score before the answer shows</span>}
					value={score as Band | undefined}
					onChoose={choose}
				/>
			)}
			<p class="drill-actions">
				<button type="button" class="button primary" onClick={commit}>
					Commit and see the rubric <kbd class="key">Ctrl ↵</kbd>
				</button>
				<span class="note" role="status">
					{nudged && !score
						? 'Choose the score that you would give this answer.'
						: running || session.finishedAt
							? 'You cannot change it afterwards.'
							: 'The clock stands: go on when you are ready.'}
				</span>
			</p>
		</>
	);
}
