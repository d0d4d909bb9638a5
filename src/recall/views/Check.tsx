/** The retrieval check of a concept page. Nothing is stored until the reader adds the prompts to the review. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { RETRIEVAL } from '../../concepts/stageNumbers.ts';
import { count } from '../../ground/words.ts';
import { loadPart } from '../../loading/loadPart.ts';
import { loadStyles } from '../../styles/loadStyles.ts';
import { render } from '../../translation/render.ts';
import { isAnswer } from '../log/events.ts';
import { fetchPrompts, type PromptText } from '../prompts.ts';
import type { Recall } from '../recall.ts';
import type { GradedAnswer } from '../recording.ts';
import { answersIn, ended, isStored, resumed, stored } from '../schedule/check.ts';
import { answersOf, roundState, startRound } from '../schedule/round.ts';
import type { Sitting } from '../schedule/sitting.ts';
import { CheckResult, Kept, nextDue } from './CheckResult.tsx';
import styles from './check.css?url';
import { keepCheck, keptCheck } from './keptCheck.ts';
import { type CardPrompt, PromptCard } from './PromptCard.tsx';
import { Ticks } from './Ticks.tsx';
import { useHistory } from './useHistory.ts';
import { useSitting } from './useSitting.tsx';

/** A sitting of the check. */
interface CheckSitting {
	readonly sitting: Sitting;
	/** Answered before on the day it began: their answers are practice. */
	readonly practice: readonly string[];
}

/** The sitting that a reload broke off, as this tab kept it, or replayed from the log; undefined when there is none. */
async function brokenOff(
	concept: string,
	prompts: readonly string[],
	recall: Recall | undefined,
): Promise<CheckSitting | undefined> {
	const kept = keptCheck(concept, prompts, recall?.clock.now() ?? Date.now());
	if (kept) {
		const { answers, practice, isEnded } = kept;
		return { sitting: ended(resumed(prompts, answers), isEnded), practice };
	}
	const recent = await recall?.recent();
	const events = (recent?.ok ? recent.value : [])
		.filter(isAnswer)
		.filter(({ prompt, source }) => source === 'page' && prompts.includes(prompt))
		.reverse();
	const sitting = resumed(
		prompts,
		events.map((event) => ({ ...event, event })),
	);
	return events.length === 0 || roundState(sitting.round).done ? undefined : { sitting, practice: [] };
}

interface CheckProps {
	readonly concept: string;
	readonly texts: readonly PromptText[];
	readonly onClose: () => void;
}

function Check({ concept, texts, onClose }: CheckProps) {
	const { recall, state, failure: historyFailure, retry } = useHistory();
	const { sitting, stands, busy, ...open } = useSitting(recall);
	/** Prompts that were answered before on this day: their answers are practice. */
	const [practice, setPractice] = useState<readonly string[]>([]);
	const [added, setAdded] = useState<{ count: number; persisted: boolean | undefined }>();
	const scope = useRef<HTMLDivElement>(null);

	const deck = texts.map((text): CardPrompt => ({ prompt: `${concept}/${text.id}`, text, href: `#${text.see}` }));
	const prompts = deck.map(({ prompt }) => prompt);
	const begin = (next: CheckSitting): void => {
		setPractice(next.practice);
		setAdded(undefined);
		open.begin(next.sitting);
	};
	const start = (): void => {
		const day = recall?.day();
		const today = (state?.cards ?? []).filter(({ last }) => last?.day === day).map(({ prompt }) => prompt);
		begin({ sitting: { round: startRound(prompts), steps: [] }, practice: today });
	};
	// A history that cannot be had does not keep anyone from checking what they know.
	useEffect(() => {
		if (sitting || !(state || historyFailure)) return;
		let stale = false;
		brokenOff(concept, prompts, recall).then((left) => stale || (left ? begin(left) : start()));
		// A history that changes meanwhile is read again, and begins no second round over the first.
		return () => {
			stale = true;
		};
	}, [state, historyFailure]);
	// Who answers all of it has done the stage. Nothing is stored for a reader who keeps nothing here yet.
	const isDone = stands?.done === true;
	const keeps = state !== undefined && (state.cards.length > 0 || Object.keys(state.stages).length > 0);
	const isMarked = state?.stages[concept]?.includes(RETRIEVAL) ?? false;
	useEffect(() => {
		if (isDone && keeps && !isMarked) recall?.markStage(concept, RETRIEVAL, true);
	}, [isDone, keeps]);
	// Kept before the next prompt is seen: a reload may come at any time after that.
	useLayoutEffect(() => {
		if (!sitting) return;
		const answers = isDone && isStored(sitting) ? [] : answersIn(sitting);
		keepCheck(concept, { answers, practice, isEnded: sitting.isEnded === true });
	}, [sitting]);
	if (!sitting || !stands) return <p class="note">{'Opening your review…'}</p>;

	const { round, steps } = sitting;
	const current = sitting.isEnded ? undefined : deck.find(({ prompt }) => prompt === stands.current);
	const cards = new Map(state?.cards.map((card) => [card.prompt, card]));
	const isEnrolled = (prompt: string): boolean => cards.get(prompt)?.enrolled ?? false;
	const outside = deck.filter(({ prompt }) => !isEnrolled(prompt));
	const asking = steps.length;

	const undo = (): void => open.takeBack('Your last answer is taken back.');

	const unsaved = answersOf(round).flatMap((answer, index): GradedAnswer[] => {
		const text = deck.find(({ prompt }) => prompt === answer.prompt)?.text;
		if (steps[index]?.events.length !== 0 || !text) return [];
		const { time: at, ...graded } = answer;
		return [{ ...graded, at, revision: text.revision, source: 'page' }];
	});

	const add = (): void => {
		if (!recall || busy) return;
		const refs = outside.map(({ prompt, text: { revision } }) => ({ prompt, revision }));
		const stage = isDone && !isMarked ? { concept, stage: RETRIEVAL } : undefined;
		open.store(
			() => recall.enrol(refs, unsaved, stage),
			({ events, persisted }) => {
				open.goOn((now) => stored(now, events.filter(isAnswer)));
				setAdded({ count: refs.length, persisted: undefined });
				persisted?.then((persisted) => setAdded((now) => now && { ...now, persisted }));
			},
			add,
		);
	};

	const end = (): void => {
		if (asking > 0) open.goOn((now) => ended(now, true));
		else onClose();
	};

	const note = open.note(historyFailure && { failure: historyFailure, retry });

	if (!current) {
		const forgotten = deck.filter(({ prompt }) => stands.toReread.includes(prompt));
		const asked = stands.first.filter(({ rating }) => rating !== undefined).length;
		return (
			<div class="retrieval-check" ref={scope}>
				<CheckResult asked={asked} of={deck.length} forgotten={forgotten} />
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
						<button type="button" class="text-button" onClick={() => open.goOn((now) => ended(now, false))}>
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
				{open.status}
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
				revealed={sitting.shown === current.prompt}
				grades={state?.settings.grades ?? 2}
				busy={busy}
				onReveal={open.reveal}
				onGrade={(rating) =>
					open.grade(
						rating,
						current,
						isEnrolled(current.prompt)
							? { source: 'page', isRetry: stands.isRetry || practice.includes(current.prompt) }
							: undefined,
					)
				}
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
			{open.status}
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
