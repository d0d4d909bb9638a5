/** One prompt at a time, always in the same place: the question, its answer on demand, and the grades. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Accent } from '../../concepts/schema/category.ts';
import { markup } from '../../ground/markup.ts';
import type { Rating } from '../log/events.ts';
import type { PromptText } from '../prompts.ts';
import { useKeys } from './keys.ts';
import { placeWords } from './words.ts';

/** A prompt as the card shows it. */
export interface CardPrompt {
	/** `<slug>/<id>` */
	readonly prompt: string;
	readonly text: PromptText;
	/** Address of the section that answers it. */
	readonly href: string;
	/** The concept's name, where prompts of several are asked. */
	readonly concept?: string;
	readonly accent?: Accent;
}

/** The grades on offer, in the order of their keys. */
export function gradesOf(grades: 2 | 4): readonly { readonly rating: Rating; readonly word: string }[] {
	return grades === 2
		? [
				{ rating: 1, word: 'Forgot' },
				{ rating: 3, word: 'Remembered' },
			]
		: [
				{ rating: 1, word: 'Forgot' },
				{ rating: 2, word: 'Hard' },
				{ rating: 3, word: 'Remembered' },
				{ rating: 4, word: 'Easy' },
			];
}

/** Cards laid over each other so that the tallest makes the room; more would cost more than they steady. */
const MOST_LAID = 40;

interface Props {
	/** All prompts of the sitting. */
	readonly deck: readonly CardPrompt[];
	readonly current: CardPrompt;
	/** Changes with every asking, so that the focus goes to the question. */
	readonly asking: number;
	/** Whether the first question takes the focus as well: not on a page that opens with it. */
	readonly takesFocus: boolean;
	readonly revealed: boolean;
	readonly grades: 2 | 4;
	/** The last answer is being saved. */
	readonly busy: boolean;
	readonly onReveal: () => void;
	readonly onGrade: (rating: Rating) => void;
	readonly onUndo: (() => void) | undefined;
	/** Where the keys count. */
	readonly scope: RefObject<HTMLElement | null>;
}

export function PromptCard(props: Props) {
	const { deck, current, asking, takesFocus, revealed, grades, busy, onReveal, onGrade, onUndo, scope } = props;
	const question = useRef<HTMLDivElement>(null);
	const answer = useRef<HTMLDivElement>(null);
	const offered = gradesOf(grades);
	const others = deck.filter(({ prompt }) => prompt !== current.prompt).slice(0, MOST_LAID - 1);
	const laid = deck.filter((card) => card.prompt === current.prompt || others.includes(card));

	// Before what takes the focus is seen: a key that is pressed at once must not be lost.
	useLayoutEffect(() => {
		if (!takesFocus) return;
		question.current?.focus({ preventScroll: true });
		question.current?.closest('.prompt-card')?.scrollIntoView({ block: 'nearest' });
	}, [asking, current.prompt]);
	useLayoutEffect(() => {
		if (revealed) answer.current?.focus({ preventScroll: true });
	}, [revealed]);
	useKeys(scope, (key) => {
		if (key === 'u' && onUndo) onUndo();
		else if (busy) return false;
		else if (key === ' ' && !revealed) onReveal();
		else if (revealed && offered[Number(key) - 1]) onGrade(offered[Number(key) - 1]?.rating ?? 1);
		else return false;
		return true;
	});

	return (
		<div class="prompt-card">
			<div class="deck">
				{laid.map((card) => {
					const isCurrent = card.prompt === current.prompt;
					return (
						<div key={card.prompt} class={`deck-card ${isCurrent ? 'shown' : ''}`}>
							<p class="note asked-from">
								{card.concept && (
									<span class={`asked-concept ${card.accent ? `accent-${card.accent}` : ''}`}>{card.concept}</span>
								)}
								<span>
									{card.text.kind.replace('-', ' ')}, from stage {card.text.stage}
								</span>
							</p>
							<div
								ref={isCurrent ? question : null}
								class="asked"
								tabIndex={-1}
								dangerouslySetInnerHTML={markup(card.text.ask)}
							/>
							<div
								ref={isCurrent ? answer : null}
								class={`answered ${isCurrent && revealed ? 'revealed' : ''}`}
								tabIndex={-1}
							>
								<div class="answered-text" dangerouslySetInnerHTML={markup(card.text.answer)} />
								<p class="note">
									<a href={card.href}>Read it again: {placeWords(card.text)}</a>
								</p>
							</div>
						</div>
					);
				})}
			</div>
			<div class={`grade-buttons grade-buttons-${grades}`}>
				{revealed ? (
					offered.map(({ rating, word }, index) => (
						<button
							key={word}
							type="button"
							class="button"
							disabled={busy}
							aria-keyshortcuts={`${index + 1}`}
							onClick={() => onGrade(rating)}
						>
							{word}
							<span class="key" aria-hidden="true">
								{index + 1}
							</span>
						</button>
					))
				) : (
					<button type="button" class="button" disabled={busy} aria-keyshortcuts="Space" onClick={onReveal}>
						Show the answer
						<span class="key" aria-hidden="true">
							space
						</span>
					</button>
				)}
			</div>
		</div>
	);
}
