/** How a check went, and what has become of its answers. */
import { useEffect, useRef } from 'preact/hooks';
import { count } from '../../ground/words.ts';
import { pathTo } from '../../paths.ts';
import type { Recall } from '../recall.ts';
import { askedOf } from '../schedule/asked.ts';
import type { State } from '../store/store.ts';
import type { CardPrompt } from './PromptCard.tsx';
import { Reread } from './Reread.tsx';
import { dayWords } from './words.ts';

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

export function CheckResult(props: ResultProps) {
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
export function nextDue(
	recall: Recall,
	state: State,
	prompts: readonly string[],
): { day: number; count: number } | undefined {
	const days = askedOf(recall.input(state))
		.filter(({ card: { prompt } }) => prompts.includes(prompt))
		.map(({ from }) => from);
	const day = Math.min(...days);
	return Number.isFinite(day) ? { day, count: days.filter((due) => due === day).length } : undefined;
}

interface KeptProps {
	readonly added: { readonly count: number; readonly persisted: boolean | undefined } | undefined;
	readonly next: { readonly day: number; readonly count: number } | undefined;
	readonly today: number;
}

export function Kept({ added, next, today }: KeptProps) {
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
