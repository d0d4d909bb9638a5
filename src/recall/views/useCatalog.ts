/** The prompts that the site has, for views of a reader's history. */
import { useEffect, useState } from 'preact/hooks';
import { fetchRecallCatalog, type RecallCatalog, revisionsOf } from '../prompts.ts';
import type { Recall } from '../recall.ts';

/** The catalog, which the history is told of; `failed` when it cannot be fetched, and how to try again. */
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
