/** What stands where the review has nothing to ask: how it went, what can be gone on with, and what comes when. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { count } from '../../ground/words.ts';
import type { Day } from '../log/studyDay.ts';
import type { ComingDay } from '../schedule/coming.ts';
import type { Queue } from '../schedule/queue.ts';
import type { RoundState } from '../schedule/round.ts';
import { Coming } from './Coming.tsx';
import type { CardPrompt } from './PromptCard.tsx';
import { Reread } from './Reread.tsx';
import { dayWords } from './words.ts';

interface Props {
	/** Something was done in this sitting. */
	readonly isOver: boolean;
	readonly stands: RoundState;
	readonly deck: readonly CardPrompt[];
	readonly queue: Queue;
	/** Most prompts that the reader wants in a day. */
	readonly dailyLimit: number;
	readonly coming: readonly ComingDay[];
	readonly day: Day;
	/** Asks what is due by now; undefined while not all of it can be had. */
	readonly onGoOn: (() => void) | undefined;
	/** Asks more than the reader wanted in a day. */
	readonly onMore: () => void;
	/** What could not be loaded or stored. */
	readonly children: ComponentChildren;
}

function resultWords({ stands: { first, toReread } }: Props): string | undefined {
	const done = first.filter(({ rating }) => rating !== undefined).length;
	if (done === 0) return undefined;
	return toReread.length === 0
		? `You answered ${count(done, 'prompt')} and remembered ${done === 1 ? 'it' : 'them all'}.`
		: `You answered ${count(done, 'prompt')} and remembered ${done - toReread.length} at once.`;
}

function nextWords({ queue: { next }, day }: Props): string | undefined {
	return (
		next &&
		`The next ${next.count === 1 ? 'prompt comes' : `${next.count} prompts come`} back ${dayWords(next.day, day)}.`
	);
}

export function ReviewEnd(props: Props) {
	const { isOver, stands, deck, queue, dailyLimit, coming, day, onGoOn, onMore, children } = props;
	const heading = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => {
		if (isOver) heading.current?.focus({ preventScroll: true });
	}, []);
	const words = isOver ? resultWords(props) : nextWords(props);
	return (
		<>
			<h2 ref={heading} class="review-state" tabIndex={-1}>
				{isOver ? 'Done for today.' : 'Nothing is due today.'}
			</h2>
			{words && <p>{words}</p>}
			{children}
			<Reread forgotten={deck.filter(({ prompt }) => stands.toReread.includes(prompt))} />
			{queue.items.length > 0 && onGoOn && (
				<p class="review-more">
					{count(queue.items.length, 'more prompt')} {queue.items.length === 1 ? 'is' : 'are'} due.{' '}
					<button type="button" class="text-button" onClick={onGoOn}>
						Go on
					</button>
				</p>
			)}
			{queue.waiting > 0 && queue.items.length === 0 && (
				<p class="review-more">
					{count(queue.waiting, 'prompt')} can wait until tomorrow: you asked for {dailyLimit} a day at most.{' '}
					<button type="button" class="text-button" onClick={onMore}>
						Go on all the same
					</button>
				</p>
			)}
			<Coming days={coming} today={day} />
		</>
	);
}
