/** What stands at the head of a page that shows a history: why it ends with the page, what is wrong with it, and that a list is missing. */

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
