/** The way back to the snapshot before the last import, told in numbers before it is gone. */
import { useRef, useState } from 'preact/hooks';
import type { WayBack as Preview, StorageFacts } from '../../backups/backups.ts';
import type { Failure } from '../../log/failures.ts';
import type { Recall } from '../../recall.ts';
import { dateOfTime } from '../dates.ts';
import { FailureNote } from '../FailureNote.tsx';
import { amountWords, lostWords } from './dataWords.ts';

interface Props {
	readonly recall: Recall;
	readonly snapshot: NonNullable<StorageFacts['snapshot']>;
	readonly onDone: (words: string) => void;
}

export function WayBack({ recall, snapshot, onDone }: Props) {
	const [preview, setPreview] = useState<Preview>();
	const [failure, setFailure] = useState<Failure>();
	const sure = useRef<HTMLDialogElement>(null);
	const isForward = snapshot.before === 'return';

	const ask = async (): Promise<void> => {
		const result = await recall.previewWayBack();
		setFailure(result.ok ? undefined : result.failure);
		if (!result.ok) return;
		setPreview(result.value);
		sure.current?.showModal();
	};
	const go = async (): Promise<void> => {
		sure.current?.close();
		const result = await recall.restoreSnapshot();
		setFailure(result.ok ? undefined : result.failure);
		if (!result.ok) return;
		onDone(isForward ? 'Everything is as it was before you went back.' : 'Everything is as it was before the import.');
	};
	return (
		<>
			Of {dateOfTime(snapshot.time)}, made before {isForward ? 'you went back' : 'the last import'}.{' '}
			<button type="button" class="text-button" onClick={ask}>
				{isForward ? 'Go forward again…' : 'Go back to before the last import…'}
			</button>
			{failure && <FailureNote failure={failure} />}
			<dialog ref={sure} class="sure" aria-labelledby="back-title" onClose={() => setPreview(undefined)}>
				<h3 id="back-title">{isForward ? 'Go forward again?' : 'Go back to before the last import?'}</h3>
				{preview && (
					<p>
						Here are now {amountWords(preview.now)}; the snapshot of {dateOfTime(preview.time)} has{' '}
						{amountWords(preview.before)}. {lostWords(preview.lost)} What is here now becomes the snapshot, so you can
						come back.
					</p>
				)}
				<p class="actions">
					<button type="button" class="button primary" onClick={go}>
						{isForward ? 'Go forward' : 'Go back'}
					</button>
					<button type="button" class="button" onClick={() => sure.current?.close()}>
						Leave it as it is
					</button>
				</p>
			</dialog>
		</>
	);
}
