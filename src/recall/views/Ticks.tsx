/** How a sitting stands, one strip for each prompt: filled remembered, outlined forgotten, ink now. */
import type { RoundState } from '../round.ts';

/** More strips than this cannot be told apart; the words beside them say the same. */
const MOST_TICKS = 60;

export function Ticks({ state: { first, current } }: { state: RoundState }) {
	if (first.length < 2 || first.length > MOST_TICKS) return null;
	return (
		<span class="ticks" aria-hidden="true">
			{first.map(({ prompt, rating }) => (
				<i
					key={prompt}
					class={prompt === current ? 'now' : rating === undefined ? '' : rating === 1 ? 'forgotten' : 'remembered'}
				/>
			))}
		</span>
	);
}
