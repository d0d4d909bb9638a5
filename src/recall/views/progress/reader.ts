/** What every part of the progress page is given: the reader's history, the site's prompts, and what follows from both today. */
import { useMemo } from 'preact/hooks';
import type { Day } from '../../log/studyDay.ts';
import { type RecallCatalog, revisionsOf } from '../../prompts.ts';
import type { Recall } from '../../recall.ts';
import type { ReviewInput } from '../../schedule/asked.ts';
import type { State } from '../../store/store.ts';
import { useDay } from '../useDay.ts';

export interface Reader {
	readonly recall: Recall;
	/** Another object after each change, by this tab or another. */
	readonly state: State;
	readonly catalog: RecallCatalog;
	readonly day: Day;
	readonly input: ReviewInput;
}

/** Undefined until everything is there. */
export function useReader(
	recall: Recall | undefined,
	state: State | undefined,
	catalog: RecallCatalog | undefined,
): Reader | undefined {
	const day = useDay(recall);
	return useMemo(() => {
		if (!recall || !state || !catalog || day === undefined) return undefined;
		return { recall, state, catalog, day, input: recall.input(state, revisionsOf(catalog), day) };
	}, [recall, state, catalog, day]);
}
