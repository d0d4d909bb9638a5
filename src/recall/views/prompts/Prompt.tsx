/** A prompt in the list of all: its question and answer, how it stands, and what the reader can do with it. */
import { useEffect, useRef } from 'preact/hooks';
import { markup } from '../../../ground/markup.ts';
import { conceptPath } from '../../../paths.ts';
import type { RecallEvent } from '../../log/events.ts';
import { type Action, actions, isOpenTo } from '../../schedule/status.ts';
import type { Reader } from '../progress/reader.ts';
import { placeWords } from '../words.ts';
import type { Item } from './items.ts';
import { actionWords, statusWords } from './promptWords.ts';
import type { KnownPrompt } from './useAllTexts.ts';

/** What was just done, to be taken back. */
export interface Done {
	/** Where: a prompt, or a concept's slug. */
	readonly at: string;
	readonly words: string;
	readonly events: readonly RecallEvent[];
}

/** What a list does when a button is pressed, and what was done last. */
export interface Conduct {
	readonly reader: Reader;
	readonly busy: boolean;
	readonly act: (action: Action, at: string, items: readonly Item[]) => void;
	readonly done: Done | undefined;
	readonly onUndo: () => void;
}

interface DoneProps {
	readonly done: Done;
	readonly busy: boolean;
	readonly onUndo: () => void;
}

/** The button that was pressed may be gone: what came of it takes the focus. */
export function DoneNote({ done, busy, onUndo }: DoneProps) {
	const said = useRef<HTMLSpanElement>(null);
	useEffect(() => (said.current?.querySelector('button') ?? said.current)?.focus({ preventScroll: true }), [done]);
	return (
		<span ref={said} tabIndex={-1}>
			{done.words}{' '}
			{done.events.length > 0 && (
				<button type="button" class="text-button" aria-disabled={busy} onClick={() => busy || onUndo()}>
					Undo
				</button>
			)}
		</span>
	);
}

interface PromptProps extends Conduct {
	readonly slug: string;
	readonly item: Item;
	/** Position in its list, from 1. */
	readonly number: number;
	readonly text: KnownPrompt;
}

export function Prompt({ reader, busy, act, done, onUndo, slug, item, number, text }: PromptProps) {
	return (
		<li class="browsed">
			{/* Questions and answers in their own type, formulas included. */}
			<div class="browsed-ask" dangerouslySetInnerHTML={markup(text.ask)} />
			<details>
				<summary class="text-button">
					Answer<span class="visually-hidden"> to prompt {number}</span>
				</summary>
				<div class="browsed-answer">
					<div dangerouslySetInnerHTML={markup(text.answer)} />
					<p class="note">
						<a href={conceptPath(slug, text.see)}>{placeWords(text)}</a>
					</p>
				</div>
			</details>
			<p class="actions">
				<span class="note">{statusWords(item.status, reader.day)}</span>
				{actions
					.filter((action) => isOpenTo(action, item.card))
					.map((action) => (
						<button
							key={action}
							type="button"
							class="text-button"
							disabled={busy}
							onClick={() => act(action, item.prompt, [item])}
						>
							{actionWords(action)}
							<span class="visually-hidden"> prompt {number}</span>
						</button>
					))}
				<span class="note" role="status">
					{done?.at === item.prompt && <DoneNote done={done} busy={busy} onUndo={onUndo} />}
				</span>
			</p>
		</li>
	);
}
