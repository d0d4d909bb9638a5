/** All prompts of a concept, fetched when they are opened, and what the reader can do with them at once. */
import { conceptPath } from '../../../paths.ts';
import type { RecallConcept } from '../../prompts.ts';
import { actions, isOpenTo } from '../../schedule/status.ts';
import { countWords, type Item } from './items.ts';
import { type Conduct, DoneNote, Prompt } from './Prompt.tsx';
import { bulkWords } from './promptWords.ts';
import type { AllTexts } from './useAllTexts.ts';

interface ConceptProps extends Conduct {
	readonly concept: RecallConcept;
	readonly items: readonly Item[];
	readonly texts: AllTexts;
}

export function Concept({ concept: { slug, name }, items, texts, ...conduct }: ConceptProps) {
	const { busy, act, done, onUndo } = conduct;
	const own = texts.of(slug);
	const byId = new Map(own?.map((text) => [`${slug}/${text.id}`, text]));
	return (
		<details
			class="browsed-concept"
			onToggle={({ currentTarget }) => {
				if (currentTarget.open) texts.load([slug]);
			}}
		>
			<summary>
				<h3>{name}</h3>
				<span class="note">{countWords(items)}</span>
			</summary>
			<p class="actions browsed-all">
				{actions.map((action) => {
					const open = items.filter(({ card }) => isOpenTo(action, card));
					return (
						open.length > 0 && (
							<button
								key={action}
								type="button"
								class="text-button"
								disabled={busy}
								onClick={() => act(action, slug, open)}
							>
								{bulkWords(action, open.length, items.length)}
							</button>
						)
					);
				})}
			</p>
			<p class="note browsed-done" role="status">
				{done?.at === slug && <DoneNote done={done} busy={busy} onUndo={onUndo} />}
			</p>
			{own ? (
				<ol>
					{items.map((item, index) => {
						const text = byId.get(item.prompt);
						return (
							text && <Prompt key={item.prompt} {...conduct} slug={slug} item={item} number={index + 1} text={text} />
						);
					})}
				</ol>
			) : (
				!texts.failed.includes(slug) && <p class="note">Fetching its prompts…</p>
			)}
			<p class="note">
				<a href={conceptPath(slug)}>Read {name}</a>
			</p>
		</details>
	);
}
