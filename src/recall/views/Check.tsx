/** The retrieval check of a concept page. Nothing is stored until the reader adds the prompts to the review. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { RETRIEVAL } from '../../concepts/stageNumbers.ts';
import { count } from '../../ground/words.ts';
import { loadPart } from '../../loading/loadPart.ts';
import { pathTo } from '../../paths.ts';
import { loadStyles } from '../../styles/loadStyles.ts';
import { render } from '../../translation/render.ts';
import { isAnswer, type Rating, type RecallEvent } from '../log/events.ts';
import { fetchPrompts, type PromptText } from '../prompts.ts';
import type { Recall } from '../recall.ts';
import type { GradedAnswer } from '../recording.ts';
import { askedFrom } from '../schedule/asked.ts';
import { answered, answersOf, type Round, roundState, startRound, takenBack } from '../schedule/round.ts';
import type { State } from '../store/store.ts';
import styles from './check.css?url';
import { keepCheck, keptCheck } from './keptCheck.ts';
import { type CardPrompt, PromptCard } from './PromptCard.tsx';
import { Reread } from './Reread.tsx';
import { Ticks } from './Ticks.tsx';
import { useHistory } from './useHistory.ts';
import { useSitting } from './useSitting.tsx';
import { dayWords } from './words.ts';

/** The round of a check, with the event that each of its answers has become; undefined for those that are not stored. */
interface CheckRound {
	readonly round: Round;
	readonly recorded: readonly (RecallEvent | undefined)[];
	/** Answered before on this day: their answers are practice. */
	readonly practice: readonly string[];
	/** The reader ended it before its last prompt. */
	readonly isEnded: boolean;
}

function newRound(prompts: readonly string[], recall: Recall | undefined, state: State | undefined): CheckRound {
	const day = recall?.day();
	const practice = (state?.cards ?? []).filter(({ last }) => last?.day === day).map(({ prompt }) => prompt);
	return { round: startRound(prompts), recorded: [], practice, isEnded: false };
}

/** The round that a reload broke off, as this tab kept it, or replayed from the log; undefined when there is none. */
async function brokenOff(
	concept: string,
	prompts: readonly string[],
	recall: Recall | undefined,
): Promise<CheckRound | undefined> {
	const kept = keptCheck(concept, prompts, recall?.clock.now() ?? Date.now());
	if (kept) {
		const { answers, practice, isEnded } = kept;
		return {
			round: { ...startRound(prompts), answers },
			recorded: answers.map(({ event }) => event),
			practice,
			isEnded,
		};
	}
	const recent = await recall?.recent();
	const events = (recent?.ok ? recent.value : [])
		.filter(isAnswer)
		.filter(({ prompt, source }) => source === 'page' && prompts.includes(prompt))
		.reverse();
	const round = { ...startRound(prompts), answers: events };
	return events.length === 0 || roundState(round).done
		? undefined
		: { round, recorded: events, practice: [], isEnded: false };
}

interface CheckProps {
	readonly concept: string;
	readonly texts: readonly PromptText[];
	readonly onClose: () => void;
}

function Check({ concept, texts, onClose }: CheckProps) {
	const { recall, state, problem: historyProblem, retry } = useHistory();
	const [checked, setChecked] = useState<CheckRound>();
	const [revealed, setRevealed] = useState(false);
	const sitting = useSitting(recall);
	const { busy } = sitting;
	const [added, setAdded] = useState<{ count: number; persisted: boolean | undefined }>();
	const scope = useRef<HTMLDivElement>(null);

	const deck = texts.map((text): CardPrompt => ({ prompt: `${concept}/${text.id}`, text, href: `#${text.see}` }));
	const prompts = deck.map(({ prompt }) => prompt);
	const begin = (next: CheckRound): void => {
		setChecked(next);
		setRevealed(false);
		setAdded(undefined);
		sitting.ask();
	};
	const start = (): void => begin(newRound(prompts, recall, state));
	// A history that cannot be had does not keep anyone from checking what they know.
	useEffect(() => {
		if (checked || !(state || historyProblem)) return;
		let stale = false;
		brokenOff(concept, prompts, recall).then((left) => stale || begin(left ?? newRound(prompts, recall, state)));
		// A history that changes meanwhile is read again, and begins no second round over the first.
		return () => {
			stale = true;
		};
	}, [state, historyProblem]);
	// Who answers all of it has done the stage. Nothing is stored for a reader who keeps nothing here yet.
	const isDone = checked !== undefined && roundState(checked.round).done;
	const keeps = state !== undefined && (state.cards.length > 0 || Object.keys(state.stages).length > 0);
	const isMarked = state?.stages[concept]?.includes(RETRIEVAL) ?? false;
	useEffect(() => {
		if (isDone && keeps && !isMarked) recall?.markStage(concept, RETRIEVAL, true);
	}, [isDone, keeps]);
	// Kept before the next prompt is seen: a reload may come at any time after that.
	useLayoutEffect(() => {
		if (!checked) return;
		const { round, recorded, practice, isEnded } = checked;
		const isStored = roundState(round).done && round.answers.every((_, index) => recorded[index]);
		const answers = isStored ? [] : round.answers.map((answer, index) => ({ ...answer, event: recorded[index] }));
		keepCheck(concept, { answers, practice, isEnded });
	}, [checked]);
	if (!checked) return <p class="note">{'Opening your review…'}</p>;

	const { round, recorded, practice, isEnded } = checked;
	const stands = roundState(round);
	const current = isEnded ? undefined : deck.find(({ prompt }) => prompt === stands.current);
	const cards = new Map(state?.cards.map((card) => [card.prompt, card]));
	const isEnrolled = (prompt: string): boolean => cards.get(prompt)?.enrolled ?? false;
	const outside = deck.filter(({ prompt }) => !isEnrolled(prompt));
	const asking = round.answers.length;

	const next = (change: Partial<CheckRound>, isRevealed = false): void => {
		setChecked({ ...checked, ...change });
		setRevealed(isRevealed);
		sitting.ask();
	};

	const grade = (rating: Rating): void => {
		if (!current || busy || !revealed) return;
		const { prompt, text } = current;
		const answer = { prompt, rating, duration: sitting.elapsed(), time: recall?.clock.now() ?? Date.now() };
		const goOn = (event?: RecallEvent): void => {
			next({ round: answered(round, answer), recorded: [...recorded, event] });
			sitting.say(rating === 1 ? 'Forgotten. It comes back at the end.' : '');
		};
		if (!recall || !isEnrolled(prompt)) {
			goOn();
			return;
		}
		sitting.store(
			() =>
				recall.answer({
					prompt,
					revision: text.revision,
					rating,
					duration: answer.duration,
					source: 'page',
					isRetry: stands.isRetry || practice.includes(prompt),
				}),
			({ events }) => goOn(events[0]),
			() => grade(rating),
		);
	};

	const undo = (): void => {
		const event = recorded.at(-1);
		const goOn = (): void => {
			next({ round: takenBack(round), recorded: recorded.slice(0, -1), isEnded: false }, true);
			sitting.say('Your last answer is taken back.');
		};
		if (recall && event) sitting.store(() => recall.undo([event]), goOn, undo);
		else goOn();
	};

	const unsaved = answersOf(round).flatMap((answer, index): (GradedAnswer & { index: number })[] => {
		const text = deck.find(({ prompt }) => prompt === answer.prompt)?.text;
		if (recorded[index] || !text) return [];
		const { time: at, ...graded } = answer;
		return [{ ...graded, at, revision: text.revision, source: 'page', index }];
	});

	const add = (): void => {
		if (!recall || busy) return;
		const refs = outside.map(({ prompt, text: { revision } }) => ({ prompt, revision }));
		const answers = unsaved.map(({ index: _, ...answer }) => answer);
		const stage = isDone && !isMarked ? { concept, stage: RETRIEVAL } : undefined;
		sitting.store(
			() => recall.enrol(refs, answers, stage),
			({ events, persisted }) => {
				const kept = events.filter(isAnswer);
				const stored = [...recorded];
				for (const [at, { index }] of unsaved.entries()) stored[index] = kept[at];
				setChecked({ ...checked, recorded: stored });
				sitting.ask();
				setAdded({ count: refs.length, persisted: undefined });
				persisted?.then((persisted) => setAdded((now) => now && { ...now, persisted }));
			},
			add,
		);
	};

	const end = (): void => {
		if (asking > 0) next({ isEnded: true });
		else onClose();
	};

	const note = sitting.note(historyProblem && { problem: historyProblem, retry });

	if (!current) {
		const forgotten = deck.filter(({ prompt }) => stands.toReread.includes(prompt));
		const asked = stands.first.filter(({ rating }) => rating !== undefined).length;
		return (
			<div class="retrieval-check" ref={scope}>
				<Result asked={asked} of={deck.length} forgotten={forgotten} />
				{note}
				<div class="check-keep">
					{recall?.notice ? (
						<p class="note">{recall.notice.message}</p>
					) : outside.length > 0 || unsaved.length > 0 ? (
						<>
							<button type="button" class="button primary" disabled={!recall || busy} onClick={add}>
								{outside.length > 0
									? `Add ${outside.length === deck.length ? 'these' : 'the other'} ${count(outside.length, 'prompt')} to my review`
									: 'Save these answers'}
							</button>
							<p class="note">
								Nothing has been stored so far. Added, each prompt comes back just before you would forget it; all of it
								stays in this browser.
							</p>
						</>
					) : (
						recall && state && <Kept added={added} next={nextDue(recall, state, prompts)} today={recall.day()} />
					)}
				</div>
				<p class="check-foot">
					<button type="button" class="text-button" onClick={undo} disabled={busy || asking === 0}>
						Undo
					</button>
					{!stands.done && (
						<button type="button" class="text-button" onClick={() => next({ isEnded: false })}>
							Go on with the check
						</button>
					)}
					<button type="button" class="text-button" onClick={start}>
						Check again
					</button>
					<button type="button" class="text-button" onClick={onClose}>
						Show all prompts
					</button>
				</p>
				{sitting.status}
			</div>
		);
	}

	return (
		<div class="retrieval-check" ref={scope}>
			<p class="sitting-head">
				<span class="label">
					{stands.isRetry
						? 'Once more'
						: `Prompt ${stands.first.findIndex(({ prompt }) => prompt === current.prompt) + 1} of ${deck.length}`}
				</span>
				{stands.isRetry && <span class="note">{count(stands.next.length + 1, 'prompt')} to remember</span>}
				<Ticks state={stands} deck={deck} />
			</p>
			<PromptCard
				deck={deck}
				current={current}
				asking={asking}
				takesFocus
				revealed={revealed}
				grades={state?.settings.grades ?? 2}
				busy={busy}
				onReveal={() => setRevealed(true)}
				onGrade={grade}
				onUndo={asking > 0 ? undo : undefined}
				scope={scope}
			/>
			{note}
			<p class="check-foot">
				<span class="note">
					{outside.length === 0
						? 'In your review: your answers count.'
						: 'Nothing is stored until you add this page to your review.'}
				</span>
				<button type="button" class="text-button" onClick={end}>
					End the check
				</button>
				<button type="button" class="text-button" aria-keyshortcuts="u" onClick={undo} disabled={busy || asking === 0}>
					Undo
				</button>
			</p>
			{sitting.status}
		</div>
	);
}

interface ResultProps {
	/** Prompts that were asked, of so many. */
	readonly asked: number;
	readonly of: number;
	readonly forgotten: readonly CardPrompt[];
}

function resultWords({ asked, of, forgotten }: ResultProps): string {
	const remembered = asked - forgotten.length;
	if (asked < of) return `You answered ${asked} of ${of}, and remembered ${remembered} at once.`;
	return remembered === of ? `You remembered all ${of}.` : `You remembered ${remembered} of ${of} at once.`;
}

function adviceWords({ asked, of, forgotten }: ResultProps): string {
	if (asked < of) return 'What was not asked waits here, or in your review once you add it.';
	if (forgotten.length === 0) return 'There is nothing to read again. The next days will show what stays.';
	return forgotten.length === of
		? 'That is what a check is for: read the sections below again, then come back tomorrow.'
		: 'The rest came back until you had it. Reading their sections once more will make it stay.';
}

function Result(props: ResultProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	return (
		<>
			<h3 ref={heading} class="check-result" tabIndex={-1}>
				{resultWords(props)}
			</h3>
			<p>{adviceWords(props)}</p>
			<Reread forgotten={props.forgotten} />
		</>
	);
}

/** The first of some prompts to come back, and how many come with it. */
function nextDue(
	recall: Recall,
	{ cards, settings }: State,
	prompts: readonly string[],
): { day: number; count: number } | undefined {
	const asking = { day: recall.day(), plan: recall.plan(settings), scheduler: recall.scheduler };
	const days = cards
		.filter(({ prompt }) => prompts.includes(prompt))
		.flatMap((card) => askedFrom(card, card.revision, asking) ?? []);
	const day = Math.min(...days);
	return Number.isFinite(day) ? { day, count: days.filter((due) => due === day).length } : undefined;
}

interface KeptProps {
	readonly added: { readonly count: number; readonly persisted: boolean | undefined } | undefined;
	readonly next: { readonly day: number; readonly count: number } | undefined;
	readonly today: number;
}

function Kept({ added, next, today }: KeptProps) {
	return (
		<div class="kept" role="status">
			<p>
				<strong>
					{added ? (added.count > 0 ? `${count(added.count, 'prompt')} added.` : 'Saved.') : 'In your review.'}
				</strong>{' '}
				{next &&
					`${next.count === 1 ? 'The first one comes' : `The first ${next.count} come`} back ${dayWords(next.day, today)}.`}
			</p>
			<p>
				<a href={pathTo('review/')}>Go to the review</a>
			</p>
			{added?.persisted === true && <p class="note">The browser promises to keep your answers.</p>}
			{added?.persisted === false && (
				<p class="note">
					The browser makes no promise to keep your answers: it may delete them when space runs low, and Safari does
					after seven days without a visit.
				</p>
			)}
		</div>
	);
}

/**
 * Opens the check in its place, instead of the button and the list beside it.
 *
 * @throws when the prompts or the styles cannot be loaded
 */
export async function openCheck(concept: string, place: HTMLElement): Promise<void> {
	const [texts] = await Promise.all([fetchPrompts(concept), loadPart(() => loadStyles(styles))]);
	const start = place.previousElementSibling;
	const list = place.nextElementSibling;
	if (!(start instanceof HTMLElement) || !(list instanceof HTMLElement)) return;
	/** An address may lead to a prompt of the list, as search does. */
	const showTarget = (): void => {
		const target = document.getElementById(location.hash.slice(1));
		if (!target || !list.contains(target)) return;
		list.hidden = false;
		target.scrollIntoView();
	};
	addEventListener('hashchange', showTarget);
	start.hidden = true;
	list.hidden = true;
	place.textContent = '';
	const close = (): void => {
		removeEventListener('hashchange', showTarget);
		render(null, place);
		start.hidden = false;
		list.hidden = false;
		start.querySelector('button')?.focus();
	};
	render(<Check concept={concept} texts={texts} onClose={close} />, place);
}
