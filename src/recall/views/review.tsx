/** The review: what is due today across concepts, asked one at a time. Everything it shows follows from the reader's history. */
import { render } from '../../translation/render.ts';
import { AheadNote } from './AheadNote.tsx';
import { EmptyReview } from './EmptyReview.tsx';
import { FailureNote } from './FailureNote.tsx';
import { HistoryNotes, Opening } from './HistoryNotes.tsx';
import { Today } from './Today.tsx';
import { useCatalog } from './useCatalog.ts';
import { useDay } from './useDay.ts';
import { useHistory } from './useHistory.ts';

const noCatalog =
	'The list of prompts could not be loaded. Check the connection; your history is safe in this browser.';

function Review() {
	const history = useHistory();
	const { recall, state, failure, retry } = history;
	const day = useDay(recall);
	const list = useCatalog(recall);
	const { content: catalog } = list;

	if (recall && state && day !== undefined && catalog && state.cards.some(({ enrolled }) => enrolled)) {
		return (
			<>
				{failure && <FailureNote failure={failure} onRetry={retry} />}
				<AheadNote recall={recall} state={state} />
				<Today recall={recall} state={state} catalog={catalog} day={day} />
			</>
		);
	}
	return (
		<>
			<div class="sitting-head">
				<h1 class="label">Review</h1>
			</div>
			<HistoryNotes history={history} list={list} missing={noCatalog} />
			{state && catalog ? (
				<EmptyReview />
			) : (
				<Opening
					history={history}
					list={list}
					newcomer={<EmptyReview />}
					others={<p class="note">Opening your review…</p>}
				/>
			)}
		</>
	);
}

const place = document.querySelector('[data-review]');
if (place) {
	place.textContent = '';
	render(<Review />, place);
}
