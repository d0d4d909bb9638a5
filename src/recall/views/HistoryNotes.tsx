/**
 * What stands at the head of a page that shows a history: why it ends with the page, what is wrong with it, that a list is missing, and until it is read
 * what newcomers will be told then.
 */

import type { ComponentChildren } from 'preact';
import { isNewcomer } from '../../keeping/newcomer.ts';
import type { Fetched } from '../../loading/useFetched.ts';
import { FailureNote } from './FailureNote.tsx';
import type { History } from './useHistory.ts';

interface Props {
	readonly history: Pick<History, 'recall' | 'failure' | 'retry'>;
	/** What the page needs of the site beside the history. */
	readonly list: Pick<Fetched<unknown>, 'failed' | 'retry'>;
	/** What to say when that cannot be had. */
	readonly missing: string;
}

export function HistoryNotes({ history: { recall, failure, retry }, list, missing }: Props) {
	return (
		<>
			{recall?.notice && <FailureNote failure={recall.notice} />}
			{failure && <FailureNote failure={failure} onRetry={retry} />}
			{list.failed && <FailureNote failure={{ kind: 'invalid', message: missing }} onRetry={list.retry} />}
		</>
	);
}

interface OpeningProps {
	readonly history: Pick<History, 'failure'>;
	/** What the page needs of the site beside the history. */
	readonly list: Pick<Fetched<unknown>, 'failed'>;
	readonly newcomer: ComponentChildren;
	readonly others?: ComponentChildren;
}

/** What stands on a page while its history is read: newcomers are told at once what they will be told then. */
export function Opening({ history, list, newcomer, others }: OpeningProps) {
	// What is wrong is said instead.
	if (history.failure || list.failed) return null;
	return <>{isNewcomer() ? newcomer : others}</>;
}
