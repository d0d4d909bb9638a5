/** One question of a drill at a time: asked, answered, scored by the reader, and only then revealed and marked. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { durationText, isRunning, usedOf } from '../../clock.ts';
import { findAsked } from '../../material.ts';
import { currentItem, currentTurn, type Item, type Session } from '../../session.ts';
import { Recorder, useRecordings } from '../AnswerBox.tsx';
import { Clock } from '../Clock.tsx';
import { Html, LevelMark } from '../parts.tsx';
import { Answering } from './Answering.tsx';
import { Margin } from './Margin.tsx';
import type { ConductProps } from './props.ts';
import { SelfAssessment } from './SelfAssessment.tsx';

/** Characters from which a question is a paragraph rather than a heading. */
const LONG = 180;

/** Brings the reader to the top of what is new: by focus, which screen readers follow. */
function useFocusOn(step: string) {
	const heading = useRef<HTMLHeadingElement>(null);
	const first = useRef(true);
	// At once: a little later it would take the focus from where the reader has moved on to.
	useLayoutEffect(() => {
		if (!first.current) {
			heading.current?.focus({ preventScroll: true });
			scrollTo({ top: 0 });
		}
		first.current = false;
	}, [step]);
	return heading;
}

function Rail({ session, nameOf }: Pick<ConductProps, 'session' | 'nameOf'>) {
	return (
		<nav class="drill-rail" aria-label="Questions of this drill">
			<h2 class="label">Drill</h2>
			<ol class="rail">
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
						<SelfAssessment key={turn.id} {...{ ...props, item, turn, question, asked }} />
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
