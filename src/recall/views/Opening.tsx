/** What stands on a page while its history is read: newcomers are told at once what they will be told then. */
import type { ComponentChildren } from 'preact';
import { isNewcomer } from '../../keeping/newcomer.ts';
import type { Fetched } from '../../loading/useFetched.ts';
import type { History } from './useHistory.ts';

interface Props {
	readonly history: Pick<History, 'failure'>;
	/** What the page needs of the site beside the history. */
	readonly list: Pick<Fetched<unknown>, 'failed'>;
	readonly newcomer: ComponentChildren;
	readonly others?: ComponentChildren;
}

export function Opening({ history, list, newcomer, others }: Props) {
	// What is wrong is said instead.
	if (history.failure || list.failed) return null;
	return <>{isNewcomer() ? newcomer : others}</>;
}
