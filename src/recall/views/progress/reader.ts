/** What every part of the progress page is given: the reader's history, the site's prompts, and what follows from both today. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
	type Day,
	fetchRecallCatalog,
	type ProgressInput,
	type Recall,
	type RecallCatalog,
	revisionsOf,
	type State,
} from '../../index.ts';
import { useDay } from '../useDay.ts';

export interface Reader {
	readonly recall: Recall;
	/** Another object after each change, by this tab or another. */
	readonly state: State;
	readonly catalog: RecallCatalog;
	readonly day: Day;
	readonly input: ProgressInput;
}

/** The prompts that the site has; `failed` when they cannot be fetched, and how to try again. */
export function useCatalog(recall: Recall | undefined): {
	readonly catalog: RecallCatalog | undefined;
	readonly failed: boolean;
	readonly retry: () => void;
} {
	const [catalog, setCatalog] = useState<RecallCatalog>();
	const [failed, setFailed] = useState(false);
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		setFailed(false);
		fetchRecallCatalog().then(setCatalog, () => setFailed(true));
	}, [attempt]);
	useEffect(() => {
		if (!catalog || !recall) return;
		recall.know(revisionsOf(catalog));
		recall.rename(catalog.former);
	}, [recall, catalog]);
	return { catalog, failed, retry: () => setAttempt(attempt + 1) };
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
		const { cards, settings } = state;
		const revisions = revisionsOf(catalog);
		const input = { cards, revisions, day, plan: recall.plan(settings), scheduler: recall.scheduler };
		return { recall, state, catalog, day, input };
	}, [recall, state, catalog, day]);
}
