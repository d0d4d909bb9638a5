/** One question of a drill at a time: asked, answered, scored by the reader, and only then revealed and marked. */
import type { ComponentChild, ComponentType } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { capitalized, countInWords } from '../../ground/words.ts';
import { durationText, isRunning, usedOf } from '../clock.ts';
import { chosenFollowUp } from '../followUps.ts';
import type { Asked, ConceptMaterial, MaterialQuestion } from '../material.ts';
import { findAsked } from '../material.ts';
import { reportOf } from '../report.ts';
import { entriesOf } from '../rubric.ts';
import type { Band, Grade, SelfScore } from '../scoring.ts';
import {
	currentItem,
	currentTurn,
	type Item,
	isMarked,
	type Session,
	type SessionEvent,
	type Turn,
} from '../session.ts';
import { AnswerBox, Recorder, useRecordings } from './AnswerBox.tsx';
import { Clock } from './Clock.tsx';
import { OwnAnswer, TestEvidence } from './OwnAnswer.tsx';
import { BandChoice, GradeChoice, Html, LevelMark } from './parts.tsx';
import { Rubric, Warnings } from './Rubric.tsx';
import { TaskBox } from './TaskBox.tsx';
import { Verdict } from './Verdict.tsx';

export interface InterviewerProps {
	readonly item: Item;
	/** The answer, scored by the reader. */
	readonly turn: Turn;
	readonly question: MaterialQuestion;
	readonly dispatch: (event: SessionEvent) => void;
}

/** Grades an answer beside the reader, and says so above the rubric. Without one the reader marks alone. */
export interface Interviewer {
	/** Stands above the rubric. */
	readonly Panel: ComponentType<InterviewerProps>;
	/** What its grade for a criterion rests on. */
	readonly evidence: (turn: Turn, criterion: string) => ComponentChild;
}

/** Characters from which a question is a paragraph rather than a heading. */
const LONG = 180;

export interface ConductProps {
	readonly session: Session;
	readonly material: ConceptMaterial;
	readonly interviewer?: Interviewer;
	/** Name of a concept of the drill. */
	readonly nameOf: (slug: string) => string;
	/** What the browser keeps of an answer, in a few words. */
	readonly kept: string;
	readonly dispatch: (event: SessionEvent) => void;
}

/** Brings the reader to the top of what is new: by focus, which screen readers follow. */
function useFocusOn(step: string) {
	const heading = useRef<HTMLHeadingElement>(null);
	const first = useRef(true);
	useEffect(() => {
		if (!first.current) {
			heading.current?.focus({ preventScroll: true });
			scrollTo({ top: 0 });
		}
		first.current = false;
	}, [step]);
	return heading;
}

/** Ctrl or ⌘ with Enter does what the primary button does, from anywhere on the page. */
function useSubmitKey(submit: (() => void) | undefined): void {
	const latest = useRef(submit);
	latest.current = submit;
	useEffect(() => {
		const listener = (event: KeyboardEvent): void => {
			if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.defaultPrevented) return;
			event.preventDefault();
			latest.current?.();
		};
		addEventListener('keydown', listener);
		return () => removeEventListener('keydown', listener);
	}, []);
}

function Rail({ session, nameOf }: Pick<ConductProps, 'session' | 'nameOf'>) {
	return (
		<nav class="drill-rail" aria-label="Questions of this drill">
			<h2 class="label">Drill</h2>
			<ol>
				{session.items.map((item, index) => {
					const state = index < session.at ? 'done' : index === session.at ? 'here' : 'todo';
					const band = item.skipped ? 'skipped' : item.turns[0]?.committed;
					return (
						<li key={item.question} class={state} aria-current={state === 'here' ? 'step' : undefined}>
							<span class="rail-number">{index + 1}</span>
							<span>
								{state === 'todo' ? `${item.format}, ${item.minutes} min` : nameOf(item.concept)}
								{state === 'done' && band && <span class="note">{item.skipped ? band : `you said ${band}`}</span>}
							</span>
						</li>
					);
				})}
			</ol>
			<p class="note">
				Seed <code>{session.request.seed}</code>
				<br />
				Same seed, same drill.
			</p>
		</nav>
	);
}

function Meta({ item, session, name, followUp }: { item: Item; session: Session; name: string; followUp: boolean }) {
	return (
		<p class="question-meta note">
			{!session.request.hideLevels && <LevelMark level={item.level} />}
			<span>{followUp ? 'follow-up' : item.format}</span>
			<span>{name}</span>
		</p>
	);
}

/** The questions that a careful candidate asks back. They stay folded, so that thinking of them is the reader's. */
function AskBack({
	question,
	turn,
	dispatch,
}: {
	question: MaterialQuestion;
	turn: Turn;
	dispatch: ConductProps['dispatch'];
}) {
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

function Hints({
	question,
	turn,
	dispatch,
}: {
	question: MaterialQuestion;
	turn: Turn;
	dispatch: ConductProps['dispatch'];
}) {
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

interface StepProps extends ConductProps {
	readonly item: Item;
	readonly turn: Turn;
	readonly question: MaterialQuestion;
	/** The question, or the follow-up that is asked now. */
	readonly asked: Asked;
}

function Answering({ item, turn, question, asked, kept, session, dispatch }: StepProps) {
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

function Marking({ session, item, turn, question, asked, interviewer, dispatch }: StepProps) {
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

function Margin({
	turn,
	question,
	asked,
	followUp,
}: {
	turn: Turn;
	question: MaterialQuestion;
	asked: Asked;
	followUp: boolean;
}) {
	if (turn.committed === null) {
		const criteria = capitalized(countInWords(asked.rubric.length, 'criterion', 'criteria'));
		return (
			<section>
				<h2 class="label">After you commit</h2>
				<p class="note">
					{followUp
						? `${criteria} and the answer.`
						: `${criteria}, the model answer, and up to two follow-ups chosen by what you missed.`}
				</p>
			</section>
		);
	}
	return followUp ? null : (
		<p class="note">
			<strong>What they are really asking.</strong> <Html as="span" html={question.intent} />
		</p>
	);
}

/** The question of the drill that is asked now. `material` is that of its concept. */
export function Conduct(props: ConductProps) {
	const { session, material, dispatch } = props;
	const item = currentItem(session);
	const turn = currentTurn(session);
	const heading = useFocusOn(`${session.at} ${turn?.id} ${turn?.committed}`);
	const [recordings, keepRecording] = useRecordings();
	const [unsaved, setUnsaved] = useState(false);
	useEffect(() => {
		if (!unsaved) return undefined;
		const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
		addEventListener('beforeunload', warn);
		return () => removeEventListener('beforeunload', warn);
	}, [unsaved]);

	const question = material.questions.find(({ id }) => id === item?.question);
	const asked = question && turn && findAsked(question, turn.id);
	if (!item || !turn) return null;
	if (!question || !asked) {
		return (
			<div class="drill-message" role="alert">
				<p>This question is no longer on the site, so it cannot be asked.</p>
				<button type="button" class="button" onClick={() => dispatch({ type: 'skip', at: Date.now() })}>
					Go on without it
				</button>
			</div>
		);
	}
	const followUp = turn.id !== item.question;
	const answering = turn.committed === null;
	const running = isRunning(turn.clock);
	const name = `question-${session.at + 1}-${turn.id}`;
	return (
		<div class="columns conduct">
			<Rail session={session} nameOf={props.nameOf} />
			<div class="body">
				<div class="drill-main">
					<div class="drill-head">
						{answering ? (
							<Clock clock={turn.clock} of={`for this ${followUp ? 'follow-up' : 'question'}`} />
						) : (
							<p class="note">
								Answered in {durationText(usedOf(turn.clock, Date.now()))} of {durationText(turn.clock.allowed)}
							</p>
						)}
						<p class="drill-tools">
							{answering && (
								<button
									type="button"
									class="text-button"
									onClick={() => dispatch({ type: running ? 'pause' : 'resume', at: Date.now() })}
								>
									{running ? 'Pause' : 'Go on'}
								</button>
							)}
							{answering && (
								<button type="button" class="text-button" onClick={() => dispatch({ type: 'skip', at: Date.now() })}>
									Skip
								</button>
							)}
							<button type="button" class="text-button" onClick={() => dispatch({ type: 'finish', at: Date.now() })}>
								End the drill
							</button>
						</p>
					</div>
					{followUp && (
						<p class="note after">
							After “<Html as="span" html={question.heading} />”
						</p>
					)}
					<h1 class={`drill-question${asked.heading.length > LONG ? ' long' : ''}`} tabIndex={-1} ref={heading}>
						<Html as="span" html={asked.heading} />
					</h1>
					<Meta item={item} session={session} name={material.name} followUp={followUp} />
					{asked.rest && <Html class="question-rest" html={asked.rest} />}
					{answering ? (
						<Answering key={turn.id} {...{ ...props, item, turn, question, asked }} />
					) : (
						<Marking key={turn.id} {...{ ...props, item, turn, question, asked }} />
					)}
				</div>
				<aside class="drill-margin">
					<Margin turn={turn} question={question} asked={asked} followUp={followUp} />
					<Recorder
						key={turn.id}
						name={name}
						open={answering}
						recording={recordings.get(name)}
						onRecorded={(recording) => {
							keepRecording(name, recording);
							setUnsaved(true);
						}}
						onSaved={() => setUnsaved(false)}
					/>
				</aside>
			</div>
		</div>
	);
}
