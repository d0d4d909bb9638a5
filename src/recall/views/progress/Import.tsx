/** Brings a backup in: first what it would change, then, if the reader agrees, all of it or nothing. */
import { useRef, useState } from 'preact/hooks';
import { count } from '../../../ground/words.ts';
import type { ImportPreview } from '../../backups/backup.ts';
import type { Failure, Result } from '../../log/failures.ts';
import type { Recall } from '../../recall.ts';
import { FailureNote } from '../FailureNote.tsx';
import { changesNothing, previewWords } from './dataWords.ts';

type Step =
	| { readonly kind: 'idle' }
	| { readonly kind: 'busy'; readonly words: string }
	| { readonly kind: 'previewed'; readonly file: File; readonly preview: ImportPreview }
	| { readonly kind: 'failed'; readonly failure: Failure }
	| { readonly kind: 'done'; readonly words: string };

export function Import({ recall, onDone }: { recall: Recall; onDone: () => void }) {
	const [step, setStep] = useState<Step>({ kind: 'idle' });
	const input = useRef<HTMLInputElement>(null);

	const attempt = async <Value,>(words: string, run: () => Promise<Result<Value>>): Promise<Value | undefined> => {
		setStep({ kind: 'busy', words });
		const result = await run();
		if (result.ok) return result.value;
		setStep({ kind: 'failed', failure: result.failure });
		return undefined;
	};
	const choose = async (file: File | undefined): Promise<void> => {
		// The same file may be chosen again.
		if (input.current) input.current.value = '';
		if (!file) return;
		const preview = await attempt(`Reading ${file.name}…`, () => recall.previewImport(file));
		if (preview) setStep({ kind: 'previewed', file, preview });
	};
	const bringIn = async (file: File): Promise<void> => {
		const done = await attempt('Importing…', () => recall.importBackup(file));
		if (!done) return;
		setStep({ kind: 'done', words: `Imported: ${count(done.added, 'new entry', 'new entries')}.` });
		onDone();
	};
	return (
		<>
			<input
				ref={input}
				type="file"
				accept=".json,application/json"
				hidden
				aria-label="Backup to import"
				onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
			/>
			{step.kind === 'failed' && <FailureNote failure={step.failure} />}
			<button type="button" class="button" onClick={() => input.current?.click()}>
				{step.kind === 'failed' ? 'Choose another file' : 'Import a backup'}
			</button>
			{step.kind === 'busy' && (
				<p class="note import-step" role="status">
					{step.words}
				</p>
			)}
			{step.kind === 'previewed' && (
				<div class="import-step" role="status">
					<p>
						<strong>{step.file.name}.</strong> {previewWords(step.preview)}
					</p>
					<p class="actions">
						{!changesNothing(step.preview) && (
							<button type="button" class="button" onClick={() => bringIn(step.file)}>
								Import it
							</button>
						)}
						<button type="button" class="button" onClick={() => setStep({ kind: 'idle' })}>
							{changesNothing(step.preview) ? 'Close' : 'Leave it'}
						</button>
					</p>
				</div>
			)}
			{step.kind === 'done' && (
				<p class="import-step" role="status">
					{step.words}
				</p>
			)}
		</>
	);
}
