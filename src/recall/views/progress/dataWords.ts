/** The reader's data in plain words: how much, how safe, and what an import would change. */
import { count } from '../../../ground/words.ts';
import type { ImportPreview } from '../../backups/backup.ts';
import type { StorageFacts, WayBack } from '../../backups/backups.ts';
import { dateOfTime } from '../dates.ts';

const entries = (number: number): string => count(number, 'entry', 'entries');

export function keptWords({ events, prompts, sessions }: StorageFacts): string {
	if (events + sessions === 0) return 'Nothing yet.';
	const drills = sessions > 0 ? `, ${count(sessions, 'drill')}` : '';
	return `${entries(events)}, ${count(prompts, 'prompt')} in your review${drills}.`;
}

/** How much there is: `114 entries and 2 drills`. */
export function amountWords({ events, sessions }: WayBack['now']): string {
	return `${entries(events)}${sessions > 0 ? ` and ${count(sessions, 'drill')}` : ''}`;
}

/** What going back takes away. */
export function lostWords(lost: WayBack['lost']): string {
	if (lost.events + lost.sessions === 0) return 'Nothing that is here now would go.';
	const { events, sessions } = lost;
	const parts = [...(events > 0 ? [entries(events)] : []), ...(sessions > 0 ? [count(sessions, 'drill')] : [])];
	return `${parts.join(' and ')} that ${events + sessions === 1 ? 'is' : 'are'} here now would go.`;
}

export function backupWords({ lastBackup, unsaved, automatic }: StorageFacts): string {
	const since = unsaved > 0 ? `, ${entries(unsaved)} ago` : ', and nothing has been added since';
	const last = lastBackup === undefined ? 'None yet' : `${dateOfTime(lastBackup)}${since}`;
	return `${last}.${automatic ? ' It goes to the file you picked by itself.' : ''}`;
}

/** Why a backup is due. */
export function reminderWords({ lastBackup, unsaved }: StorageFacts): string {
	return lastBackup === undefined
		? `${entries(unsaved)} and no backup yet.`
		: `${entries(unsaved)} since your last backup.`;
}

export function changesNothing({ added, sessions, settings, setAside }: ImportPreview): boolean {
	return added + sessions + setAside === 0 && !settings;
}

/** What importing changes, in sentences. */
export function previewWords(preview: ImportPreview): string {
	if (changesNothing(preview)) return 'Everything in this backup is here already.';
	const { added, known, prompts, concepts, span, sessions, settings, setAside } = preview;
	const [first, last] = (span ?? []).map(dateOfTime);
	const of = count(concepts, 'concept');
	const about = prompts > 0 ? `${count(prompts, 'prompt')} of ${of}` : of;
	return [
		...(added > 0
			? [`It adds ${entries(added)} about ${about}, ${first === last ? `of ${first}` : `from ${first} to ${last}`}.`]
			: []),
		...(known > 0 ? [`${count(known, 'entry is', 'entries are')} here already.`] : []),
		...(sessions > 0 ? [`It adds or renews ${count(sessions, 'drill')}.`] : []),
		...(settings ? ['Its settings are the later ones and will hold.'] : []),
		...(setAside > 0 ? [`It carries ${count(setAside, 'damaged record')} along.`] : []),
		'Nothing is deleted, and you can take it back.',
	].join(' ');
}
