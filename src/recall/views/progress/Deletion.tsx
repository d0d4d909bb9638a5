/** Deletes everything: only after it was asked, and with a backup only after the reader has seen its file. */
import { useRef, useState } from 'preact/hooks';
import { places } from '../../../keeping/places.ts';
import type { StorageFacts } from '../../backups/backups.ts';
import { dateOfTime } from '../dates.ts';
import { keptWords } from './dataWords.ts';

interface Props {
	readonly facts: StorageFacts;
	/** Hands the reader a backup. Gives the name of its file, or undefined when there is none. */
	readonly onExport: () => Promise<string | undefined>;
	/** The reader has the file. */
	readonly onSeen: () => Promise<void>;
	readonly onErase: () => Promise<void>;
}

export function Deletion({ facts, onExport, onSeen, onErase }: Props) {
	/** The backup that was handed over in this dialog. */
	const [file, setFile] = useState<string>();
	const [isOpen, setOpen] = useState(false);
	const sure = useRef<HTMLDialogElement>(null);
	const open = (): void => {
		setOpen(true);
		sure.current?.showModal();
	};
	const closed = (): void => {
		setOpen(false);
		setFile(undefined);
	};
	const close = (): void => sure.current?.close();
	const hand = async (): Promise<void> => setFile(await onExport());
	const erase = async (): Promise<void> => {
		if (file !== undefined) await onSeen();
		close();
		await onErase();
	};
	return (
		<>
			<p>
				Deletes all that the site keeps in this browser:{' '}
				{Object.values(places)
					.map(({ what }) => what)
					.join('; ')}
				.
			</p>
			<p class="actions">
				<button type="button" class="text-button" onClick={open}>
					Delete everything…
				</button>
			</p>
			<dialog ref={sure} class="sure" aria-labelledby="sure-title" onClose={closed}>
				<h3 id="sure-title">Delete everything?</h3>
				{isOpen && file === undefined && (
					<>
						<p>
							{keptWords(facts)} Nobody else has a copy, so this cannot be undone, except with a backup
							{facts.lastBackup !== undefined && ` (your last one is of ${dateOfTime(facts.lastBackup)})`}.
						</p>
						<p class="actions">
							<button type="button" class="button primary" onClick={hand}>
								Export a backup first
							</button>
							<button type="button" class="button" onClick={erase}>
								Delete without a backup
							</button>
							<button type="button" class="button" onClick={close}>
								Keep everything
							</button>
						</p>
					</>
				)}
				{file !== undefined && (
					<>
						<p role="status">
							<strong>Is {file} in your downloads?</strong> The site cannot see whether it was saved. Look before you
							delete: nobody else has a copy.
						</p>
						<p class="actions">
							<button type="button" class="button primary" onClick={erase}>
								The file is there, delete everything
							</button>
							<button type="button" class="button" onClick={hand}>
								Export it again
							</button>
							<button type="button" class="button" onClick={close}>
								Keep everything
							</button>
						</p>
					</>
				)}
			</dialog>
		</>
	);
}
