/** What a reader can do with the prompt that is asked, beyond answering it. */
import { useState } from 'preact/hooks';
import { withPart } from '../../loading/loadPart.ts';
import type { Failure } from '../log/failures.ts';

interface Props {
	/** The reader's note on it. */
	readonly note: string | undefined;
	readonly busy: boolean;
	readonly onSuspend: () => void;
	readonly onReset: () => void;
	/** Keeps a note, and gives the reason when it cannot. */
	readonly onFlag: (note: string) => Promise<Failure | undefined>;
}

export function PromptActions({ note, busy, onSuspend, onReset, onFlag }: Props) {
	/** The form for a note, loaded when it is asked for. */
	const [form, setForm] = useState<typeof import('./FlagForm.tsx')>();
	const close = (): void => setForm(undefined);
	if (form) {
		return (
			<form.FlagForm
				note={note ?? ''}
				onSave={async (text) => {
					const failure = await onFlag(text);
					if (!failure) close();
					return failure;
				}}
				onCancel={close}
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
				<button type="button" class="text-button" onClick={() => withPart(() => import('./FlagForm.tsx'), setForm)}>
					{note ? 'Change the note' : 'Flag with a note'}
				</button>
			</p>
		</>
	);
}
