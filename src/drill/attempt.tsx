/** A question on its concept's page: an attempt, a committed score, then the rubric to be marked. Loaded when one is opened. */

import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Band } from '../concepts/judging.ts';
import { titled } from '../concepts/levelAnswers.ts';
import { newId } from '../keeping/newId.ts';
import { loadStyles } from '../styles/loadStyles.ts';
import { isSolved } from '../tasks/trial.ts';
import { render } from '../translation/render.ts';
import styles from './attempt.css?url';
import { durationText, isRunning, stop } from './clock.ts';
import { handOver } from './current.ts';
import { draftOf, forgetDraft, keepDraft } from './drafts.ts';
import { inHistory } from './inHistory.ts';
import { rememberBands, showLast } from './last.ts';
import { fetchMaterial, type MaterialQuestion } from './material.ts';
import { reportOf } from './report.ts';
import { usual } from './request.ts';
import { entriesOf } from './rubric.ts';
import { newSeed } from './seed.ts';
import { begin, currentTurn, isMarked, reduce, type Session, type SessionEvent, type Turn } from './session.ts';
import { AnswerBox } from './views/AnswerBox.tsx';
import { Clock } from './views/Clock.tsx';
import type { LookAgainProps } from './views/LookAgain.tsx';
import { OwnAnswer, TestEvidence } from './views/OwnAnswer.tsx';
import { BandChoice, GradeChoice } from './views/parts.tsx';
import { TaskBox } from './views/TaskBox.tsx';
import { Verdict } from './views/Verdict.tsx';

/** What stands beside a question whose task was solved and whose answer was not marked. */
const SOLVED = 'solved';

/** An answer given beside the text has no clock: the reader may be reading. */
function newAttempt(question: MaterialQuestion, concept: string): Session {
	const { id, level, minutes } = question;
	const request = { ...usual, seed: newSeed(), level, minutes, asked: [`${concept}/${id}`] };
	const now = Date.now();
	const session = begin({ id: newId(), kind: 'attempt', request }, [{ ...question, concept }], now);
	return {
		...session,
		items: session.items.map((item) => ({
			...item,
			turns: item.turns.map((turn) => ({ ...turn, clock: stop(turn.clock, now) })),
		})),
	};
}

/** The attempt that was begun earlier, or a new one. Of an answer to an older wording the words alone are taken. */
function attemptAt(question: MaterialQuestion, concept: string): Session {
	const draft = draftOf(concept, question.id);
	if (draft && draft.items[0]?.revision === question.revision) return draft;
	const text = (draft && currentTurn(draft)?.answer) ?? '';
	return reduce(newAttempt(question, concept), { type: 'write', text });
}

interface AttemptProps {
	/** The question on the page. */
	readonly details: HTMLDetailsElement;
	readonly question: MaterialQuestion;
	readonly concept: string;
}

function Attempt({ details, question, concept }: AttemptProps) {
	const [session, setSession] = useState(() => attemptAt(question, concept));
	const [isKept, setKept] = useState(true);
	const [band, setBand] = useState<Band>();
	const [nudged, nudge] = useState(false);
	const [problem, setProblem] = useState<string>();
	const said = useRef<HTMLDivElement>(null);
	const turn = currentTurn(session);
	const committed = turn?.committed ?? null;
	const dispatch = (event: SessionEvent): void => setSession((before) => reduce(before, event));

	useLayoutEffect(() => {
		details.classList.toggle('committed', committed !== null);
		const reveal = details.querySelector<HTMLDetailsElement>('.reveal');
		if (reveal) reveal.open = committed !== null;
		if (committed !== null) said.current?.focus();
	}, [committed]);

	useMarks(details, question, turn, dispatch);

	// The page's own hints count as well, each once, while the question is answered.
	const answering = useRef(true);
	answering.current = committed === null;
	useEffect(() => {
		// Hints that were taken before the page was left stand open again, and are not counted twice.
		const earlier = [...details.querySelectorAll<HTMLDetailsElement>('.hint')].slice(0, turn?.hints ?? 0);
		for (const hint of earlier) hint.open = true;
		const taken = new Set<EventTarget | null>(earlier);
		const take = ({ target }: Event): void => {
			const isHint = target instanceof HTMLDetailsElement && target.open && target.matches('.hint');
			if (!isHint || !answering.current || taken.has(target)) return;
			taken.add(target);
			dispatch({ type: 'hint' });
		};
		details.addEventListener('toggle', take, true);
		return () => details.removeEventListener('toggle', take, true);
	}, [session.id]);

	const judged = reportOf(session).judged[0];
	// Kept before its change is seen: a reload may come at any time after that.
	useLayoutEffect(() => {
		if (!judged) {
			setKept(keepDraft(session));
			return;
		}
		showLast(details, judged.judgement.band);
		setProblem(undefined);
		if (!handOver(reduce(session, { type: 'next', at: Date.now() }))) {
			setProblem('This browser does not let the site keep anything: how it went is gone when you leave.');
			return;
		}
		forgetDraft(session);
		inHistory(({ takeFinished }) => takeFinished()).then(({ value, problem: failure }) => setProblem(failure ?? value));
	}, [session]);

	// A task that is solved is in the history, whether or not the rest of the answer is ever marked.
	useEffect(() => {
		const { task } = turn ?? {};
		if (
			committed !== null ||
			!task ||
			!isSolved(task) ||
			!handOver(reduce(session, { type: 'finish', at: Date.now() }))
		)
			return;
		rememberBands(concept, new Map([[question.id, SOLVED]]));
		showLast(details, SOLVED);
		inHistory(({ takeFinished }) => takeFinished()).then(({ value, problem: failure }) => setProblem(failure ?? value));
	}, [turn?.task?.runs]);

	// The clock of a task stands while its page is away.
	const latest = useRef(session);
	latest.current = session;
	useEffect(() => {
		const leave = (): void => {
			const now = currentTurn(latest.current);
			if (now && isRunning(now.clock)) keepDraft(reduce(latest.current, { type: 'pause', at: Date.now() }));
		};
		addEventListener('pagehide', leave);
		return () => removeEventListener('pagehide', leave);
	}, []);

	if (!turn) return null;
	if (committed === null) {
		const commit = (): void => {
			if (!band) {
				nudge(true);
				return;
			}
			dispatch({ type: 'commit', at: Date.now(), score: band, rubric: entriesOf(question.rubric) });
		};
		return (
			<>
				{question.task && (
					<TaskBox
						concept={concept}
						question={question.id}
						trial={turn.task}
						kept={isKept ? 'kept as you type, in this browser only' : 'gone when you leave this page'}
						onTrial={(trial) => dispatch({ type: 'task', trial })}
					/>
				)}
				{turn.task && turn.task.runs > 0 && !isSolved(turn.task) && (
					<AfterFailure concept={concept} question={question} trial={turn.task} />
				)}
				{turn.task && <TaskClock clock={turn.clock} dispatch={dispatch} />}
				<AnswerBox
					answer={turn.answer}
					kept={isKept ? 'kept with its marks, in this browser only' : 'gone when you leave this page'}
					onWrite={(text) => dispatch({ type: 'write', text })}
					onHeard={(passage) => dispatch({ type: 'dictate', turn: turn.id, passage })}
				/>
				<BandChoice
					legend={<span class="label">Commit your score before the answer shows</span>}
					value={band}
					onChoose={(chosen) => {
						setBand(chosen);
						nudge(false);
					}}
				/>
				<p class="drill-actions">
					<button type="button" class="button" onClick={commit}>
						Commit and see the rubric
					</button>
					<span class="note" role="status">
						{nudged && !band ? 'Choose the score that you would give your answer.' : 'You cannot change it afterwards.'}
					</span>
				</p>
			</>
		);
	}
	return (
		<>
			<div ref={said} tabIndex={-1} class="said">
				<Verdict turn={turn} judgement={judged?.judgement} />
			</div>
			<OwnAnswer turn={turn} level={4} />
			{problem && (
				<p class="note" role="alert">
					{problem}
				</p>
			)}
			<p>
				<button
					type="button"
					class="text-button"
					onClick={() => {
						setBand(undefined);
						setSession(newAttempt(question, concept));
					}}
				>
					Answer again
				</button>
			</p>
		</>
	);
}

/** What to read again comes when tests have failed, and is missed by nobody where it does not come. */
function AfterFailure(props: LookAgainProps) {
	const [View, setView] = useState<ComponentType<LookAgainProps>>();
	useEffect(() => {
		import('./views/LookAgain.tsx').then(
			({ LookAgain }) => setView(() => LookAgain),
			() => undefined,
		);
	}, []);
	return View ? <View {...props} /> : null;
}

/** A clock for whoever wants one: the question's minutes, from now on. */
function TaskClock({ clock, dispatch }: { clock: Turn['clock']; dispatch: (event: SessionEvent) => void }) {
	const running = isRunning(clock);
	const at = (): number => Date.now();
	if (!running && clock.used === 0) {
		return (
			<p>
				<button type="button" class="text-button" onClick={() => dispatch({ type: 'resume', at: at() })}>
					Start the clock
				</button>{' '}
				<span class="note">{durationText(clock.allowed)}, as in an interview</span>
			</p>
		);
	}
	return (
		<>
			<Clock clock={clock} of="for this question" />
			<p>
				<button
					type="button"
					class="text-button"
					onClick={() => dispatch({ type: running ? 'pause' : 'resume', at: at() })}
				>
					{running ? 'Pause the clock' : 'Go on with the clock'}
				</button>
			</p>
		</>
	);
}

/** Puts a choice of marks beside each criterion that stands on the page, and a box beside each red flag. */
function useMarks(
	details: HTMLDetailsElement,
	question: MaterialQuestion,
	turn: Turn | undefined,
	dispatch: (event: SessionEvent) => void,
): void {
	const criteria = useRef<HTMLElement[]>([]);
	const flags = useRef<HTMLElement[]>([]);
	useEffect(() => {
		const places = (selector: string): HTMLElement[] =>
			[...details.querySelectorAll(selector)].map((line) => {
				const place = document.createElement('div');
				place.className = 'mark no-print';
				line.append(place);
				return place;
			});
		criteria.current = places('.answer > .rubric > li');
		flags.current = places('.answer > .red-flags > li');
	}, []);
	useEffect(() => {
		if (!turn) return;
		const open = turn.committed !== null;
		titled(question.rubric).forEach(({ criterion: { id } }, index) => {
			const place = criteria.current[index];
			if (!place) return;
			const choice = (
				<>
					<GradeChoice
						legend={<span class="visually-hidden">Criterion {index + 1}</span>}
						value={turn.grades[id]}
						onChoose={(grade) => dispatch({ type: 'grade', criterion: id, grade })}
					/>
					<TestEvidence turn={turn} criterion={id} />
				</>
			);
			render(open ? choice : null, place);
		});
		flags.current.forEach((place, index) => {
			const box = (
				<label class="check">
					<input
						type="checkbox"
						checked={turn.redFlags.includes(index)}
						onChange={({ currentTarget }) => dispatch({ type: 'redFlag', index, said: currentTarget.checked })}
					/>
					<span>in my answer</span>
				</label>
			);
			render(open && isMarked(turn) ? box : null, place);
		});
	}, [turn]);
}

/**
 * Takes over an opened question.
 *
 * @throws when its data cannot be had; the question then stays what it is without scripts
 */
export async function offerAttempt(details: HTMLDetailsElement, concept: string): Promise<void> {
	const reveal = details.querySelector('.reveal');
	const [{ questions }] = await Promise.all([
		fetchMaterial(concept),
		// Without its styles an attempt still works.
		loadStyles(styles).catch(() => {}),
	]);
	const question = questions.find(({ id }) => `q-${id}` === details.id);
	if (!reveal || !question) throw new Error(`${details.id} is not among the questions of ${concept}`);
	const place = document.createElement('div');
	place.className = 'attempt no-print';
	reveal.before(place);
	render(<Attempt details={details} question={question} concept={concept} />, place);
}
