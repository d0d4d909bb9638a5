/** A sitting on a page, in the check and in the review: it stores one thing at a time, and what fails stays with its question, to be tried again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rating } from '../log/events.ts';
import type { Failure, Result } from '../log/failures.ts';
import type { Recall } from '../recall.ts';
import type { GradedAnswer, Recorded } from '../recording.ts';
import { type RoundState, roundState } from '../schedule/round.ts';
import { graded, revealed, type Sitting, takenBack } from '../schedule/sitting.ts';
import { FailureNote } from './FailureNote.tsx';
import type { CardPrompt } from './PromptCard.tsx';

interface NotStored {
	readonly failure: Failure;
	readonly again: () => void;
}

export interface OpenSitting {
	/** Undefined before the first begins. */
	readonly sitting: Sitting | undefined;
	/** Where its round stands. */
	readonly stands: RoundState | undefined;
	begin(sitting: Sitting): void;
	/** Changes it under the reader's question, which goes on. */
	change(change: (now: Sitting) => Sitting): void;
	/** Changes it, and asks anew. What it says is for who does not see it. */
	goOn(change: (now: Sitting) => Sitting, words?: string): void;
	/** Records something, and goes on once it is durable. */
	step(
		record: () => Promise<Result<Recorded>>,
		change: (now: Sitting, events: Recorded['events']) => Sitting,
		words: string,
		again: () => void,
	): void;
	/** Shows the answer. */
	reveal(): void;
	/**
	 * Grades a prompt whose answer is shown.
	 *
	 * @param as How it is recorded; undefined for an answer that is not.
	 */
	grade(rating: Rating, card: CardPrompt, as: Pick<GradedAnswer, 'source' | 'isRetry'> | undefined): void;
	/** Takes the last step back, and what was recorded of it. */
	takeBack(words: string): void;
	/** Something is being stored: no second answer counts meanwhile. */
	readonly busy: boolean;
	/** The same, as it is now and not as it was drawn: a history that changes while it is true changes by this sitting's own hand. */
	isStoring(): boolean;
	/**
	 * Stores something and goes on with what was stored. What could not be stored is told, nothing is lost of it, and it can be tried again.
	 *
	 * @param goOn Sets the sitting as it is afterwards, which is before anything else is told that nothing is being stored any more.
	 */
	store<Value>(
		work: () => Promise<Result<Value>>,
		goOn: (stored: Value) => void | Promise<void>,
		again: () => void,
	): Promise<void>;
	/** Says something to who does not see it. */
	say(words: string): void;
	/** What could not be stored, or a failure that stands by itself, with the way on. */
	note(standing?: { readonly failure: Failure; readonly retry: () => void }): preact.ComponentChildren;
	/** Where what is said stands. */
	readonly status: preact.ComponentChildren;
}

/** @param recall Undefined while it is opened, and where it cannot be. */
export function useSitting(recall: Recall | undefined): OpenSitting {
	const [sitting, setSitting] = useState<Sitting>();
	const [busy, setBusy] = useState(false);
	const storing = useRef(false);
	const [notStored, setNotStored] = useState<NotStored>();
	const [said, say] = useState('');
	const since = useRef(performance.now());
	const stands = sitting && roundState(sitting.round);

	/** A question begins: what failed is past, and its time is counted from now. */
	const ask = (): void => {
		setNotStored(undefined);
		since.current = performance.now();
	};
	useEffect(ask, [stands?.current]);

	const setStoring = (is: boolean): void => {
		storing.current = is;
		setBusy(is);
	};
	const moveToNow = async (): Promise<void> => {
		const moved = await recall?.moveAheadToNow();
		if (moved?.ok) notStored?.again();
		else if (moved) setNotStored({ failure: moved.failure, again: moveToNow });
	};

	const store: OpenSitting['store'] = async (work, goOn, again) => {
		setStoring(true);
		try {
			const result = await work();
			if (result.ok) await goOn(result.value);
			else setNotStored({ failure: result.failure, again });
		} finally {
			setStoring(false);
		}
	};
	const change: OpenSitting['change'] = (next) => setSitting((now) => now && next(now));
	const goOn: OpenSitting['goOn'] = (next, words) => {
		change(next);
		ask();
		if (words !== undefined) say(words);
	};
	const step: OpenSitting['step'] = (record, next, words, again) =>
		store(record, ({ events }) => goOn((now) => next(now, events), words), again);
	const grade: OpenSitting['grade'] = (rating, card, as) => {
		const { prompt, text } = card;
		if (busy || sitting?.shown !== prompt) return;
		const duration = performance.now() - since.current;
		const answer = { prompt, rating, duration, time: recall?.clock.now() ?? Date.now() };
		const words = rating === 1 ? 'Forgotten. It comes back at the end.' : '';
		if (recall && as) {
			step(
				() => recall.answer({ prompt, revision: text.revision, rating, duration, ...as }),
				(now, events) => graded(now, answer, events),
				words,
				() => grade(rating, card, as),
			);
		} else goOn((now) => graded(now, answer, []), words);
	};
	const takeBack: OpenSitting['takeBack'] = (words) => {
		const last = sitting?.steps.at(-1);
		if (busy || !last) return;
		if (recall && last.events.length > 0) {
			step(
				() => recall.undo(last.events),
				takenBack,
				words,
				() => takeBack(words),
			);
		} else goOn(takenBack, words);
	};

	return {
		sitting,
		stands,
		begin(next) {
			setSitting(next);
			ask();
		},
		change,
		goOn,
		step,
		reveal: () => change(revealed),
		grade,
		takeBack,
		busy,
		isStoring: () => storing.current,
		store,
		say,
		note(standing) {
			const failure = notStored?.failure ?? standing?.failure;
			return (
				failure && (
					<FailureNote
						failure={failure}
						onRetry={notStored?.again ?? standing?.retry}
						onMoveToNow={notStored && moveToNow}
					/>
				)
			);
		},
		status: (
			<p class="visually-hidden" role="status">
				{said}
			</p>
		),
	};
}
