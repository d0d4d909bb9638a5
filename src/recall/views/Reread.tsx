/** The sections that answer what was forgotten, each once. */
import { count } from '../../ground/words.ts';
import type { CardPrompt } from './PromptCard.tsx';
import { placeWords } from './words.ts';

export function Reread({ forgotten }: { forgotten: readonly CardPrompt[] }) {
	const sections = [...Map.groupBy(forgotten, ({ href }) => href)];
	if (sections.length === 0) return null;
	return (
		<section class="reread">
			<h3 class="label">Read again</h3>
			<ul>
				{sections.map(([href, [first, ...more]]) => (
					<li key={href}>
						<a href={href}>
							{first?.concept && `${first.concept}: `}
							{first && placeWords(first.text)}
						</a>
						{more.length > 0 && <span class="note"> {count(more.length + 1, 'prompt')}</span>}
					</li>
				))}
			</ul>
		</section>
	);
}
