/** What a reader can do with the prompt that is asked, beyond answering it. */
import { useState } from 'preact/hooks';
import type { Problem } from '../log/problems.ts';
import { FlagForm } from './FlagForm.tsx';

interface Props {
	/** The reader's note on it. */
	readonly note: string | undefined;
	readonly busy: boolean;
	readonly onSuspend: () => void;
	readonly onReset: () => void;
	/** Keeps a note, and gives the reason when it cannot. */
	readonly onFlag: (note: string) => Promise<Problem | undefined>;
}

export function PromptActions({ note, busy, onSuspend, onReset, onFlag }: Props) {
	const [flagging, setFlagging] = useState(false);
	if (flagging) {
		return (
			<FlagForm
				note={note ?? ''}
				onSave={async (text) => {
					const problem = await onFlag(text);
					if (!problem) setFlagging(false);
					return problem;
				}}
				onCancel={() => setFlagging(false)}
			/>
		);
	}
	return (
		<>
			{note && (
				<p class="note">
					<strong>Your note.</strong> {note}
				</p>
			)}
			<p class="prompt-actions">
				<button type="button" class="text-button" disabled={busy} onClick={onSuspend}>
					Suspend
				</button>
				<button type="button" class="text-button" disabled={busy} onClick={onReset}>
					Forget my answers to this
				</button>
				<button type="button" class="text-button" onClick={() => setFlagging(true)}>
					{note ? 'Change the note' : 'Flag with a note'}
				</button>
			</p>
		</>
	);
}
