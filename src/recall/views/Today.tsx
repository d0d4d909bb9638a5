/** A day's review: the sitting, its end, and what stands around it. Each answer is durable before the next question shows. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withPart } from '../../loading/loadPart.ts';
import { homePath } from '../../paths.ts';
import { isAnswer, type PromptEvent } from '../log/events.ts';
import { type Day, studyTime } from '../log/studyDay.ts';
import { type RecallCatalog, revisionsOf } from '../prompts.ts';
import type { Recall } from '../recall.ts';
import { comingDays } from '../schedule/coming.ts';
import { preview } from '../schedule/due.ts';
import { secondsAnAnswer } from '../schedule/pace.ts';
import { buildQueue, type Queue, type QueueItem } from '../schedule/queue.ts';
import { caughtUp, startRound, withoutPrompt } from '../schedule/round.ts';
import { stepped } from '../schedule/sitting.ts';
import type { State } from '../store/store.ts';
import { FailureNote } from './FailureNote.tsx';
import { PromptActions } from './PromptActions.tsx';
import { type CardPrompt, gradesOf, PromptCard } from './PromptCard.tsx';
import { ReviewEnd } from './ReviewEnd.tsx';
import { Ticks } from './Ticks.tsx';
import { usePromptTexts } from './usePromptTexts.ts';
import { useSitting } from './useSitting.tsx';
import { intervalWords, minutesWords, placeWords, reasonWords, vanishedWords } from './words.ts';

/** What is asked in one go. */
interface Dealt {
	readonly deck: readonly CardPrompt[];
	/** Why each prompt is asked, as it was at the beginning. */
	readonly items: ReadonlyMap<string, QueueItem>;
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
	const [dealt, setDealt] = useState<Dealt>();
	const { sitting, stands, busy, say, ...open } = useSitting(recall);
	/** Something that was done before this page was opened can be taken back. */
	const [earlier, setEarlier] = useState(false);
	/** Comes after the sitting: nothing of it is needed to answer. */
	const [beside, setBeside] = useState<typeof import('./Around.tsx')>();
	const scope = useRef<HTMLDivElement>(null);

	const { scheduler, clock } = recall;
	const target = recall.target(state.settings);
	const queueOf = (now: State, more: number): Queue =>
		buildQueue({ ...recall.input(now, revisions, day), dailyLimit: now.settings.dailyLimit + more });
	const queue = useMemo(() => queueOf(state, extra), [state, revisions, day, extra]);
	const coming = useMemo(() => comingDays(recall.input(state, revisions, day)), [state, revisions, day]);

	const begin = async ({ items }: Queue, first?: string): Promise<void> => {
		const ordered = [...items].sort((a, b) => Number(b.prompt === first) - Number(a.prompt === first));
		const { cards: deck, failed } = await texts.load(ordered.map(({ prompt }) => prompt));
		const ready = ordered.filter((item) => deck.some(({ prompt }) => prompt === item.prompt));
		setDealt({ deck, items: new Map(ready.map((item) => [item.prompt, item])), failed });
		const round = startRound(
			ready.map(({ prompt }) => prompt),
			ready.filter(({ reason }) => reason === 'missed').map(({ prompt }) => prompt),
		);
		open.begin({ round, steps: [], shown: first });
	};

	useEffect(() => {
		withPart(() => import('./Around.tsx'), setBeside);
	}, []);
	useEffect(() => {
		begin(queue);
		recall.recent().then((recent) => setEarlier(recent.ok && recent.value.some(isUndoable)));
	}, []);
	// Another tab may have answered in the meantime, or another day begun. What this one is just storing is no surprise.
	useEffect(() => {
		if (!sitting || open.isStoring()) return;
		if (stands?.current === undefined && sitting.steps.length === 0) begin(queue);
		else open.change((now) => ({ ...now, round: caughtUp(now.round, queue.items) }));
	}, [queue]);

	if (!dealt || !sitting || !stands) return <p class="note">Fetching what is due…</p>;

	const { deck, items, failed } = dealt;
	const { steps } = sitting;
	const current = deck.find(({ prompt }) => prompt === stands.current);
	const card = state.cards.find(({ prompt }) => prompt === current?.prompt);
	const item = current && items.get(current.prompt);
	const revealed = current !== undefined && sitting.shown === current.prompt;

	const suspend = (prompt: string): void =>
		open.step(
			() => recall.suspend([prompt]),
			(now, events) => stepped(now, withoutPrompt(now.round, prompt), events),
			'Suspended. It is not asked until you resume it.',
			() => suspend(prompt),
		);

	const reset = (prompt: string): void =>
		open.step(
			() => recall.reset([prompt]),
			(now, events) => stepped(now, now.round, events),
			'It starts over: what you answered before no longer counts.',
			() => reset(prompt),
		);

	/** What was done before this page was opened. */
	const undoEarlier = (): void => {
		open.store(
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
		if (steps.length > 0) open.takeBack('Your last step is taken back.');
		else if (!busy) undoEarlier();
	};
	const canUndo = steps.length > 0 || earlier;

	const note = open.note();
	const undoButton = (
		<button type="button" class="text-button" aria-keyshortcuts="u" disabled={busy || !canUndo} onClick={undo}>
			Undo
		</button>
	);
	const missing = failed.length > 0 && (
		<FailureNote
			failure={{
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
			{open.status}
		</div>
	);

	if (!current) {
		return (
			<>
				<div class="sitting-head">
					<h1 class="label">Review</h1>
				</div>
				{recall.notice && <FailureNote failure={recall.notice} />}
				<ReviewEnd
					isOver={steps.length > 0}
					{...{ stands, deck, queue, coming, day }}
					dailyLimit={state.settings.dailyLimit}
					onGoOn={failed.length > 0 ? undefined : () => begin(queue)}
					onMore={() => {
						const more = extra + Math.min(queue.waiting, state.settings.dailyLimit);
						setExtra(more);
						begin(queueOf(state, more));
					}}
				>
					{missing}
					{note}
				</ReviewEnd>
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
		card && preview(card, { study: studyTime(clock.now(), clock), revision: current.text.revision }, target, scheduler);
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
				{recall.notice && <FailureNote failure={recall.notice} />}
				<PromptCard
					deck={deck}
					current={current}
					asking={steps.length}
					takesFocus={steps.length > 0 || revealed}
					revealed={revealed}
					grades={state.settings.grades}
					busy={busy}
					onReveal={open.reveal}
					onGrade={(rating) => open.grade(rating, current, { source: 'queue', isRetry: stands.isRetry })}
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
				<PromptActions
					key={`${current.prompt} ${steps.length}`}
					note={card?.note}
					busy={busy}
					onSuspend={() => suspend(current.prompt)}
					onReset={() => reset(current.prompt)}
					onFlag={async (text) => {
						const result = await recall.flag(current.prompt, text);
						if (result.ok) say(text ? 'Your note is kept.' : 'The flag is taken away.');
						return result.ok ? undefined : result.failure;
					}}
				/>
				{missing}
			</div>
			{queue.vanished.length > 0 && <p class="note review-vanished">{vanishedWords(queue.vanished.length)}</p>}
			{around}
		</>
	);
}
