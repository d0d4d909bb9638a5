/** Everything that is due, by concept, with why. The questions themselves wait for their turn. */
import { count } from '../../ground/words.ts';
import type { Day } from '../log/studyDay.ts';
import type { Queue } from '../schedule/queue.ts';
import type { PromptTexts } from './usePromptTexts.ts';
import { minutesWords, reasonWords } from './words.ts';

export function DueList({ queue, texts, day }: { queue: Queue; texts: PromptTexts; day: Day }) {
	const concepts = [...Map.groupBy(queue.items, ({ concept }) => concept)];
	if (concepts.length === 0) return null;
	return (
		<details>
			<summary>
				<span class="label">Due today</span>
				<span class="note">
					{count(queue.items.length, 'prompt')} of {count(concepts.length, 'concept')}, {minutesWords(queue.minutes)}
				</span>
			</summary>
			{concepts.map(([slug, items]) => (
				<section key={slug} class="due-concept">
					<h2>
						{texts.nameOf(slug)} <span class="note">{items.length}</span>
					</h2>
					<ul class="note">
						{[...Map.groupBy(items, (item) => reasonWords(item, day))].map(([reason, own]) => (
							<li key={reason}>
								{reason}
								{own.length > 1 && ` (${own.length} prompts)`}
							</li>
						))}
					</ul>
				</section>
			))}
			{queue.waiting > 0 && (
				<p class="note">
					{count(queue.waiting, 'more prompt')} can wait: beyond your daily limit, nothing piles up as a debt.
				</p>
			)}
		</details>
	);
}
