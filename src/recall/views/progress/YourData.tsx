/** The reader's data, theirs to see, take along, bring back and delete. */
import { useEffect, useState } from 'preact/hooks';
import { download } from '../../../files/download.ts';
import { count } from '../../../ground/words.ts';
import { bytesWords } from '../../../keeping/bytesWords.ts';
import { loadPart, messageOf } from '../../../loading/loadPart.ts';
import { pathTo } from '../../../paths.ts';
import { type BackupFile, canPickFile } from '../../backups/autoBackup.ts';
import type { StorageFacts } from '../../backups/backups.ts';
import type { Failure, Result } from '../../log/failures.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Deletion } from './Deletion.tsx';
import { backupWords, keptWords, reminderWords } from './dataWords.ts';
import { Import } from './Import.tsx';
import { Section } from './parts.tsx';
import type { Reader } from './reader.ts';
import { WayBack } from './WayBack.tsx';

type SavePicker = (options: object) => Promise<BackupFile>;

function Permanence({ facts, onAsk }: { facts: StorageFacts; onAsk: () => void }) {
	if (facts.kind === 'memory') return <>Only until you close this page: the browser lets the site keep nothing.</>;
	if (facts.persisted) return <>The browser answers “persistent”: it will not delete it to make room.</>;
	return (
		<>
			{facts.persisted === false
				? 'The browser answers “not persistent”: it may delete it when space runs low, and Safari deletes it after seven days without a visit.'
				: 'The browser does not say whether it may delete it. Safari does after seven days without a visit.'}{' '}
			{facts.persisted === false && facts.events > 0 && (
				<button type="button" class="text-button" onClick={onAsk}>
					Ask it to keep it
				</button>
			)}
		</>
	);
}

export function YourData({ reader }: { reader: Reader }) {
	const { recall, state } = reader;
	const [facts, setFacts] = useState<StorageFacts>();
	const [failure, setFailure] = useState<Failure>();
	const [said, say] = useState('');
	const [time, setTime] = useState('19:00');
	const [asked, ask] = useState(0);

	useEffect(() => {
		let stale = false;
		recall.storage().then((read) => {
			if (stale) return;
			if (read.ok) setFacts(read.value);
			else setFailure(read.failure);
		});
		return () => {
			stale = true;
		};
	}, [recall, state, asked]);

	/** Says how it went, and reads the facts anew. */
	const tell = <Value,>(result: Result<Value>, words: string): Value | undefined => {
		setFailure(result.ok ? undefined : result.failure);
		say(result.ok ? words : '');
		ask((number) => number + 1);
		return result.ok ? result.value : undefined;
	};
	/** Hands over a backup; its name, unless there is none. */
	const handOver = async (): Promise<string | undefined> => {
		const made = await recall.exportBackup();
		if (made.ok) download(made.value.name, made.value.text, 'application/json');
		return tell(made, made.ok ? `${made.value.name} went to your downloads.` : '')?.name;
	};
	const noteBackup = async (): Promise<void> => {
		tell(await recall.backedUp(), said);
	};
	const exportBackup = async (): Promise<void> => {
		const name = await handOver();
		if (name !== undefined) tell(await recall.backedUp(), `${name} went to your downloads.`);
	};
	const pickFile = async (): Promise<void> => {
		const picker = (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
		try {
			const file = await picker?.({
				suggestedName: 'sixfold.json',
				types: [{ description: 'Sixfold backup', accept: { 'application/json': ['.json'] } }],
			});
			if (file) tell(await recall.backUpTo(file), `From now on, every change is written to ${file.name}.`);
		} catch (error) {
			// The reader changed their mind.
			if (error instanceof DOMException && error.name === 'AbortError') return;
			setFailure({
				kind: 'file-denied',
				message: 'The browser did not let the site write to this file. Pick another one.',
			});
		}
	};
	const exportAnki = async (which: 'review' | 'all'): Promise<void> => {
		try {
			const { exportAnki } = await loadPart(() => import('./exports.ts'));
			const number = await exportAnki(reader, which);
			setFailure(undefined);
			say(`sixfold-anki.txt went to your downloads: ${count(number, 'prompt')}. In Anki, choose File, then Import.`);
		} catch (error) {
			setFailure({ kind: 'part-not-loaded', message: `No file was made. ${messageOf(error)}` });
		}
	};
	const erase = async (): Promise<void> => {
		tell(await recall.erase(), 'Everything was deleted from this browser.');
	};

	const enrolled = state.cards.some((card) => card.enrolled);
	const records = facts && facts.events + facts.sessions + facts.setAside;
	const isEmpty = records === 0 && !state.settings.preparation;
	return (
		<Section
			id="your-data"
			title="Your data"
			about="Kept in this browser, and nowhere else"
			note={
				<p>
					<strong>It is yours.</strong> There is no account: another device, or this one after its storage was cleared,
					knows what you bring it in a backup.
				</p>
			}
		>
			{failure && <FailureNote failure={failure} />}
			{facts?.remind && (
				<p class="nudge">
					<strong>{reminderWords(facts)}</strong> Should this browser lose its data, they would be gone. A backup takes
					one press.
				</p>
			)}
			{facts && (
				<dl class="facts">
					<div>
						<dt>Kept</dt>
						<dd>{keptWords(facts)}</dd>
					</div>
					{facts.bytes !== undefined && (
						<div>
							<dt>Size</dt>
							<dd>
								{bytesWords(facts.bytes)} for the whole site
								{facts.quota !== undefined && `, of ${bytesWords(facts.quota)} that the browser allows`}.
							</dd>
						</div>
					)}
					{!isEmpty && (
						<>
							<div>
								<dt>For how long</dt>
								<dd>
									<Permanence facts={facts} onAsk={() => recall.persist().then(() => ask((number) => number + 1))} />
								</dd>
							</div>
							<div>
								<dt>Last backup</dt>
								<dd>{backupWords(facts)}</dd>
							</div>
						</>
					)}
					{facts.snapshot !== undefined && (
						<div>
							<dt>Snapshot</dt>
							<dd>
								<WayBack
									recall={recall}
									snapshot={facts.snapshot}
									onDone={(words) => {
										say(words);
										ask((number) => number + 1);
									}}
								/>
							</dd>
						</div>
					)}
					{facts.setAside > 0 && (
						<div>
							<dt>Set aside</dt>
							<dd>
								{count(facts.setAside, 'record')} could not be read and {facts.setAside === 1 ? 'counts' : 'count'} for
								nothing. Every backup carries {facts.setAside === 1 ? 'it' : 'them'} along, so that nothing is lost.
							</dd>
						</div>
					)}
				</dl>
			)}
			{(facts || failure) && (
				<>
					<div class="actions">
						{!isEmpty && (
							<button type="button" class="button primary" onClick={exportBackup}>
								Export a backup
							</button>
						)}
						<Import recall={recall} onDone={() => ask((number) => number + 1)} />
						{!isEmpty && canPickFile() && (
							<button type="button" class="button" onClick={pickFile}>
								{facts?.automatic ? 'Pick another backup file' : 'Back up to a file by itself'}
							</button>
						)}
					</div>
					{facts?.automatic && (
						<p>
							<button
								type="button"
								class="text-button"
								onClick={async () =>
									tell(await recall.backUpTo(undefined), 'Backups are no longer written by themselves.')
								}
							>
								End automatic backups
							</button>
						</p>
					)}
					<p class="note" role="status">
						{said}
					</p>

					<dl class="ways">
						<div>
							<dt>Anki</dt>
							<dd>
								<p>
									Prompts as a text file that Anki imports. A later file updates the notes and leaves their schedule
									alone.
								</p>
								<p class="actions">
									{enrolled && (
										<button type="button" class="text-button" onClick={() => exportAnki('review')}>
											Export those in my review
										</button>
									)}
									<button type="button" class="text-button" onClick={() => exportAnki('all')}>
										Export all prompts
									</button>
								</p>
							</dd>
						</div>
						<div>
							<dt>Reminder</dt>
							<dd>
								<p>
									A daily entry for your calendar
									{reader.input.target.interview !== undefined && ', until the interview'}.
								</p>
								<p class="actions">
									<label for="reminder-time">At</label>
									<input
										id="reminder-time"
										type="time"
										required
										value={time}
										onInput={({ currentTarget }) => setTime(currentTarget.value)}
									/>
									<button
										type="button"
										class="text-button"
										disabled={time === ''}
										onClick={async () => {
											try {
												(await loadPart(() => import('./exports.ts'))).exportReminder(reader, time);
												setFailure(undefined);
												say(
													'sixfold-review.ics went to your downloads. Open it, and your calendar asks whether to add it.',
												);
											} catch (error) {
												setFailure({ kind: 'part-not-loaded', message: `No file was made. ${messageOf(error)}` });
											}
										}}
									>
										Download the reminder
									</button>
								</p>
							</dd>
						</div>
						<div>
							<dt>Without a connection</dt>
							<dd>
								<a href={pathTo('offline/')}>Which pages this device keeps, and how large they are</a>
							</dd>
						</div>
						{facts && (
							<div>
								<dt>Start anew</dt>
								<dd>
									<Deletion facts={facts} onExport={handOver} onSeen={noteBackup} onErase={erase} />
								</dd>
							</div>
						)}
					</dl>
				</>
			)}
		</Section>
	);
}
