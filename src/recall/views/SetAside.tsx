/** Prompts that are suspended, flagged, or no longer on the site: what the reader may want to change again. */
import { useEffect, useState } from 'preact/hooks';
import { markup } from '../../ground/markup.ts';
import { count } from '../../ground/words.ts';
import type { Failure, Result } from '../log/failures.ts';
import type { Recall } from '../recall.ts';
import type { Recorded } from '../recording.ts';
import type { Queue } from '../schedule/queue.ts';
import type { State } from '../store/store.ts';
import { FailureNote } from './FailureNote.tsx';
import type { CardPrompt } from './PromptCard.tsx';
import type { PromptTexts } from './usePromptTexts.ts';
import { vanishedWords } from './words.ts';

interface Props {
	readonly recall: Recall;
	readonly state: State;
	readonly queue: Queue;
	readonly texts: PromptTexts;
}

export function SetAside({ recall, state, queue, texts }: Props) {
	const [open, setOpen] = useState(false);
	const [known, setKnown] = useState<ReadonlyMap<string, CardPrompt>>(new Map());
	const [failure, setFailure] = useState<Failure>();
	const [busy, setBusy] = useState(false);
	const listed = state.cards.filter(({ enrolled, suspended, note }) => enrolled && (suspended || note));
	const wanted = listed.map(({ prompt }) => prompt).join(' ');
	useEffect(() => {
		if (!open) return;
		texts
			.load(listed.map(({ prompt }) => prompt))
			.then(({ cards }) => setKnown(new Map(cards.map((card) => [card.prompt, card]))));
	}, [open, wanted]);
	if (listed.length === 0 && queue.vanished.length === 0) return null;

	const run = async (operation: () => Promise<Result<Recorded>>): Promise<void> => {
		setBusy(true);
		const result = await operation();
		setBusy(false);
		setFailure(result.ok ? undefined : result.failure);
	};
	return (
		<details onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>
				<span class="label">Set aside</span>
				<span class="note">
					{[
						count(listed.filter(({ suspended }) => suspended).length, 'suspended', 'suspended'),
						count(listed.filter(({ note }) => note).length, 'flagged', 'flagged'),
					].join(', ')}
				</span>
			</summary>
			{failure && <FailureNote failure={failure} />}
			<ul class="set-aside">
				{listed.map(({ prompt, suspended, note }) => {
					const card = known.get(prompt);
					return (
						<li key={prompt}>
							{card ? (
								<a href={card.href.replace(/#.*/, `#p-${card.text.id}`)}>
									{/* The question in its own type, formulas included. */}
									<span dangerouslySetInnerHTML={markup(card.text.ask)} />
								</a>
							) : (
								<p>{texts.nameOf(prompt.slice(0, prompt.indexOf('/')))}</p>
							)}
							{note && <p class="note">{note}</p>}
							<p class="actions">
								{suspended && (
									<button
										type="button"
										class="text-button"
										disabled={busy}
										onClick={() => run(() => recall.resume([prompt]))}
									>
										Resume
									</button>
								)}
								{note && (
									<button
										type="button"
										class="text-button"
										disabled={busy}
										onClick={() => run(() => recall.flag(prompt, ''))}
									>
										Take the flag away
									</button>
								)}
							</p>
						</li>
					);
				})}
			</ul>
			{queue.vanished.length > 0 && <p class="note">{vanishedWords(queue.vanished.length)}</p>}
		</details>
	);
}
