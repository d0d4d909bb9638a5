/** How a sitting stands, one strip for each prompt: filled remembered, outlined forgotten, ink now. */
import type { RoundState } from '../schedule/round.ts';
import type { CardPrompt } from './PromptCard.tsx';

/** More strips than this cannot be told apart; the words beside them say the same. */
const MOST_TICKS = 60;

interface Props {
	readonly state: RoundState;
	/** Prompts of several categories, each with its accent. */
	readonly deck: readonly CardPrompt[];
}

export function Ticks({ state: { first, current }, deck }: Props) {
	if (first.length < 2 || first.length > MOST_TICKS) return null;
	const accents = new Map(deck.map(({ prompt, accent }) => [prompt, accent ? `accent-${accent}` : '']));
	return (
		<span class="ticks" aria-hidden="true">
			{first.map(({ prompt, rating }) => (
				<i
					key={prompt}
					class={
						prompt === current
							? 'now'
							: rating === undefined
								? ''
								: rating === 1
									? 'forgotten'
									: `remembered ${accents.get(prompt)}`
					}
				/>
			))}
		</span>
	);
}
