/** A day's review: the sitting, its end, and what stands around it. Each answer is durable before the next question shows. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { count } from '../../ground/words.ts';
import { withPart } from '../../loading/loadPart.ts';
import { homePath } from '../../paths.ts';
import { isAnswer, type PromptEvent, type Rating, type RecallEvent } from '../log/events.ts';
import type { Result } from '../log/problems.ts';
import { type Day, studyTime } from '../log/studyDay.ts';
import { type RecallCatalog, revisionsOf } from '../prompts.ts';
import type { Recall } from '../recall.ts';
import type { Recorded } from '../recording.ts';
import { comingDays } from '../schedule/coming.ts';
import { secondsAnAnswer } from '../schedule/pace.ts';
import { preview } from '../schedule/plan.ts';
import { buildQueue, type Queue, type QueueItem } from '../schedule/queue.ts';
import { answered, caughtUp, type Round, roundState, startRound, withoutPrompt } from '../schedule/round.ts';
import type { State } from '../store/store.ts';
import { Coming } from './Coming.tsx';
import { FlagForm } from './FlagForm.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { type CardPrompt, gradesOf, PromptCard } from './PromptCard.tsx';
import { Reread } from './Reread.tsx';
import { Ticks } from './Ticks.tsx';
import { usePromptTexts } from './usePromptTexts.ts';
import { useSitting } from './useSitting.tsx';
import { dayWords, intervalWords, minutesWords, placeWords, reasonWords } from './words.ts';

/** Something that can be taken back, and the round as it was before. */
interface Step {
	readonly events: readonly RecallEvent[];
	readonly before: Round;
}

/** What is asked in one go, and what became of it so far. */
interface Asking {
	readonly round: Round;
	readonly deck: readonly CardPrompt[];
	/** Why each prompt is asked, as it was at the beginning. */
	readonly items: ReadonlyMap<string, QueueItem>;
	readonly steps: readonly Step[];
	/** Names of concepts whose prompts could not be loaded. */
	readonly failed: readonly string[];
}

/** What *Undo* takes back after a reload: answers given here, and prompts set aside or started over. */
function isUndoable(event: PromptEvent): boolean {
	return isAnswer(event) ? event.source === 'queue' : event.kind === 'suspend' || event.kind === 'reset';
}

interface TodayProps {
	readonly recall: Recall;
	readonly state: State;
	readonly catalog: RecallCatalog;
	readonly day: Day;
}

export function Today({ recall, state, catalog, day }: TodayProps) {
	const texts = usePromptTexts(catalog);
	const revisions = useMemo(() => revisionsOf(catalog), [catalog]);
	/** Prompts beyond the daily limit that the reader asked for. */
	const [extra, setExtra] = useState(0);
	const [asking, setAsking] = useState<Asking>();
	/** The prompt whose answer is shown: one that takes its place begins unanswered. */
	const [shown, show] = useState<string>();
	const sitting = useSitting(recall);
	const { busy, say } = sitting;
	const [earlier, setEarlier] = useState(false);
	const [flagging, setFlagging] = useState(false);
	/** Comes after the sitting: nothing of it is needed to answer. */
	const [beside, setBeside] = useState<typeof import('./Around.tsx')>();
	const scope = useRef<HTMLDivElement>(null);

	const { scheduler, clock } = recall;
	const plan = recall.plan(state.settings);
	const inputOf = ({ cards, settings }: State) => ({ cards, revisions, day, plan: recall.plan(settings), scheduler });
	const queueOf = (now: State, more: number): Queue =>
		buildQueue({ ...inputOf(now), dailyLimit: now.settings.dailyLimit + more });
	const queue = useMemo(() => queueOf(state, extra), [state, revisions, day, extra]);
	const coming = useMemo(() => comingDays(inputOf(state)), [state, revisions, day]);

	const ask = (): void => {
		sitting.ask();
		setFlagging(false);
	};

	const begin = async ({ items }: Queue, first?: string): Promise<void> => {
		const ordered = [...items].sort((a, b) => Number(b.prompt === first) - Number(a.prompt === first));
		const { cards: deck, failed } = await texts.load(ordered.map(({ prompt }) => prompt));
		const ready = ordered.filter((item) => deck.some(({ prompt }) => prompt === item.prompt));
		setAsking({
			round: startRound(
				ready.map(({ prompt }) => prompt),
				ready.filter(({ reason }) => reason === 'missed').map(({ prompt }) => prompt),
			),
			deck,
			items: new Map(ready.map((item) => [item.prompt, item])),
			steps: [],
			failed,
		});
		show(first);
		ask();
	};

	useEffect(() => {
		withPart(() => import('./Around.tsx'), setBeside);
	}, []);
	useEffect(() => {
		begin(queue);
		recall.recent().then((recent) => setEarlier(recent.ok && recent.value.some(isUndoable)));
	}, []);
	const asked = asking && roundState(asking.round).current;
	// Another tab may have answered in the meantime, or another day begun. What this one is just storing is no surprise.
	useEffect(() => {
		if (!asking || sitting.isStoring()) return;
		if (asked === undefined && asking.steps.length === 0) {
			begin(queue);
			return;
		}
		setAsking((now) => now && { ...now, round: caughtUp(now.round, queue.items) });
	}, [queue]);
	useEffect(ask, [asked]);

	if (!asking) return <p class="note">Fetching what is due…</p>;

	const { round, deck, items, steps, failed } = asking;
	const stands = roundState(round);
	const current = deck.find(({ prompt }) => prompt === stands.current);
	const card = state.cards.find(({ prompt }) => prompt === current?.prompt);
	const item = current && items.get(current.prompt);
	const revealed = current !== undefined && shown === current.prompt;

	/** Records something and goes on; it can be taken back. */
	const step = (record: () => Promise<Result<Recorded>>, after: Round, words: string, again: () => void): void => {
		sitting.store(
			record,
			({ events }) => {
				setAsking({ ...asking, round: after, steps: [...steps, { events, before: round }] });
				show(undefined);
				ask();
				say(words);
			},
			again,
		);
	};

	const grade = (rating: Rating): void => {
		if (!current || busy || !revealed) return;
		const { prompt } = current;
		const duration = sitting.elapsed();
		const answer = { prompt, rating, duration };
		step(
			() =>
				recall.answer({
					...answer,
					revision: current.text.revision,
					source: 'queue',
					isRetry: stands.isRetry,
				}),
			answered(round, { ...answer, time: clock.now() }),
			rating === 1 ? 'Forgotten. It comes back at the end.' : '',
			() => grade(rating),
		);
	};

	const suspend = (): void => {
		if (!current || busy) return;
		const { prompt } = current;
		step(
			() => recall.suspend([prompt]),
			withoutPrompt(round, prompt),
			'Suspended. It is not asked until you resume it.',
			suspend,
		);
	};

	const reset = (): void => {
		if (!current || busy) return;
		const { prompt } = current;
		step(() => recall.reset([prompt]), round, 'It starts over: what you answered before no longer counts.', reset);
	};

	const undoStep = ({ events, before }: Step): void => {
		sitting.store(
			() => recall.undo(events),
			() => {
				setAsking({ ...asking, round: before, steps: steps.slice(0, -1) });
				show(roundState(before).current);
				ask();
				say('Your last step is taken back.');
			},
			() => undoStep({ events, before }),
		);
	};

	/** What was done before this page was opened. */
	const undoEarlier = (): void => {
		sitting.store(
			async () => {
				const recent = await recall.recent();
				const [event, ...before] = recent.ok ? recent.value.filter(isUndoable) : [];
				const undone = await recall.undo(event ? [event] : []);
				if (!undone.ok) return undone;
				const now = await recall.load();
				return now.ok ? { ok: true, value: { state: now.value, event, before } } : now;
			},
			async ({ state: now, event, before }) => {
				setEarlier(before.length > 0);
				await begin(queueOf(now, extra), event?.prompt);
				say('Your last step is taken back.');
			},
			undoEarlier,
		);
	};

	const undo = (): void => {
		const last = steps.at(-1);
		if (busy) return;
		if (last) undoStep(last);
		else undoEarlier();
	};
	const canUndo = steps.length > 0 || earlier;

	const note = sitting.note();
	const undoButton = (
		<button type="button" class="text-button" aria-keyshortcuts="u" disabled={busy || !canUndo} onClick={undo}>
			Undo
		</button>
	);
	const missing = failed.length > 0 && (
		<ProblemNote
			problem={{
				kind: 'invalid',
				message: `The prompts of ${failed.join(', ')} could not be loaded and are left out for now. Check the connection.`,
			}}
			onRetry={() => begin(queue)}
		/>
	);
	const around = (
		<div class="review-around">
			{beside && (
				<beside.Around {...{ recall, state, queue, texts, day, revisions }} isAsking={current !== undefined} />
			)}
			{sitting.status}
		</div>
	);

	if (!current) {
		const forgotten = deck.filter(({ prompt }) => stands.toReread.includes(prompt));
		const done = stands.first.filter(({ rating }) => rating !== undefined).length;
		return (
			<>
				<div class="sitting-head">
					<h1 class="label">Review</h1>
				</div>
				{recall.notice && <ProblemNote problem={recall.notice} />}
				<End isOver={steps.length > 0}>
					{steps.length === 0
						? queue.next && (
								<p>
									The next {queue.next.count === 1 ? 'prompt comes' : `${queue.next.count} prompts come`} back{' '}
									{dayWords(queue.next.day, day)}.
								</p>
							)
						: done > 0 && (
								<p>
									{forgotten.length === 0
										? `You answered ${count(done, 'prompt')} and remembered ${done === 1 ? 'it' : 'them all'}.`
										: `You answered ${count(done, 'prompt')} and remembered ${done - forgotten.length} at once.`}
								</p>
							)}
				</End>
				{missing}
				{note}
				<Reread forgotten={forgotten} />
				{queue.items.length > 0 && failed.length === 0 && (
					<p class="review-more">
						{count(queue.items.length, 'more prompt')} {queue.items.length === 1 ? 'is' : 'are'} due.{' '}
						<button type="button" class="text-button" onClick={() => begin(queue)}>
							Go on
						</button>
					</p>
				)}
				{queue.waiting > 0 && queue.items.length === 0 && (
					<p class="review-more">
						{count(queue.waiting, 'prompt')} can wait until tomorrow: you asked for {state.settings.dailyLimit} a day at
						most.{' '}
						<button
							type="button"
							class="text-button"
							onClick={() => {
								const more = extra + Math.min(queue.waiting, state.settings.dailyLimit);
								setExtra(more);
								begin(queueOf(state, more));
							}}
						>
							Go on all the same
						</button>
					</p>
				)}
				<Coming days={coming} today={day} />
				<p class="check-foot">
					{canUndo && undoButton}
					<a class="text-button" href={homePath}>
						Read a concept
					</a>
				</p>
				{around}
			</>
		);
	}

	const position = stands.first.findIndex(({ prompt }) => prompt === current.prompt) + 1;
	const left = stands.next.length + 1;
	const minutes = Math.ceil((left * secondsAnAnswer(state.cards)) / 60);
	const days =
		card && preview(card, { study: studyTime(clock.now(), clock), revision: current.text.revision }, plan, scheduler);
	return (
		<>
			<div class="review-sitting" ref={scope}>
				<div class="sitting-head">
					<h1 class="label">Review</h1>
					<span class="review-position">
						{stands.isRetry ? `once more, ${left} left` : `${position} of ${stands.first.length}`}
					</span>
					<span class="note">{minutesWords(minutes)} left</span>
					<Ticks state={stands} deck={deck} />
				</div>
				{recall.notice && <ProblemNote problem={recall.notice} />}
				<PromptCard
					deck={deck}
					current={current}
					asking={steps.length}
					takesFocus={steps.length > 0 || revealed}
					revealed={revealed}
					grades={state.settings.grades}
					busy={busy}
					onReveal={() => show(current.prompt)}
					onGrade={grade}
					onUndo={canUndo ? undo : undefined}
					scope={scope}
				/>
				{note}
				<div class="review-why">
					<div class="note">
						<p>
							{stands.isRetry
								? 'You forgot it a moment ago. It comes back until you have remembered it once.'
								: item && reasonWords(item, day)}
						</p>
						{days && !stands.isRetry && (
							<p class={revealed ? '' : 'not-yet'}>
								{gradesOf(state.settings.grades)
									.map(({ rating, word }) => `${word}: ${intervalWords(days[rating])}`)
									.join('. ')}
								.
							</p>
						)}
					</div>
					{undoButton}
				</div>
				{item?.stubborn && (
					<p class="stubborn">
						This one does not stick: you have forgotten it again and again.{' '}
						<a href={current.href}>Read {placeWords(current.text)} once more</a>, then try it.
					</p>
				)}
				{card?.note && !flagging && (
					<p class="note">
						<strong>Your note.</strong> {card.note}
					</p>
				)}
				{flagging ? (
					<FlagForm
						note={card?.note ?? ''}
						onSave={async (text) => {
							const result = await recall.flag(current.prompt, text);
							if (result.ok) {
								setFlagging(false);
								say(text ? 'Your note is kept.' : 'The flag is taken away.');
							}
							return result.ok ? undefined : result.problem;
						}}
						onCancel={() => setFlagging(false)}
					/>
				) : (
					<p class="prompt-actions">
						<button type="button" class="text-button" disabled={busy} onClick={suspend}>
							Suspend
						</button>
						<button type="button" class="text-button" disabled={busy} onClick={reset}>
							Forget my answers to this
						</button>
						<button type="button" class="text-button" onClick={() => setFlagging(true)}>
							{card?.note ? 'Change the note' : 'Flag with a note'}
						</button>
					</p>
				)}
				{missing}
			</div>
			{queue.vanished.length > 0 && (
				<p class="note review-vanished">
					{count(queue.vanished.length, 'prompt')} of your review {queue.vanished.length === 1 ? 'is' : 'are'} no longer
					on the site and {queue.vanished.length === 1 ? 'is' : 'are'} not asked any more. Your answers to{' '}
					{queue.vanished.length === 1 ? 'it' : 'them'} are kept.
				</p>
			)}
			{around}
		</>
	);
}

function End({ isOver, children }: { isOver: boolean; children: preact.ComponentChildren }) {
	const heading = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => {
		if (isOver) heading.current?.focus({ preventScroll: true });
	}, []);
	return (
		<>
			<h2 ref={heading} class="review-state" tabIndex={-1}>
				{isOver ? 'Done for today.' : 'Nothing is due today.'}
			</h2>
			{children}
		</>
	);
}
