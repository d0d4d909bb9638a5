/** A note on a prompt: what is wrong with it, or what helps to remember it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isComposing } from '../../keys/plainKey.ts';
import type { Failure } from '../log/failures.ts';
import { LONGEST_NOTE } from '../log/limits.ts';
import { FailureNote } from './FailureNote.tsx';

interface Props {
	readonly note: string;
	/** Resolves to the failure, if there is one. */
	readonly onSave: (note: string) => Promise<Failure | undefined>;
	readonly onCancel: () => void;
}

export function FlagForm({ note, onSave, onCancel }: Props) {
	const [text, setText] = useState(note);
	const [failure, setFailure] = useState<Failure>();
	const field = useRef<HTMLTextAreaElement>(null);
	useEffect(() => field.current?.focus(), []);
	const save = async (saved: string): Promise<void> => setFailure(await onSave(saved));
	return (
		<form
			class="flag-form"
			onSubmit={(event) => {
				event.preventDefault();
				save(text);
			}}
		>
			<label class="note" for="flag-note">
				Your note on this prompt, for yourself
			</label>
			<textarea
				ref={field}
				id="flag-note"
				rows={3}
				maxLength={LONGEST_NOTE}
				value={text}
				onInput={(event) => setText(event.currentTarget.value)}
				onKeyDown={(event) => event.key === 'Escape' && !isComposing(event) && onCancel()}
			/>
			{failure && <FailureNote failure={failure} onRetry={() => save(text)} />}
			<p class="actions">
				<button type="submit" class="button" disabled={text.trim() === ''}>
					Keep the note
				</button>
				<button type="button" class="text-button" onClick={onCancel}>
					Cancel
				</button>
				{note && (
					<button type="button" class="text-button" onClick={() => save('')}>
						Take the flag away
					</button>
				)}
			</p>
		</form>
	);
}
