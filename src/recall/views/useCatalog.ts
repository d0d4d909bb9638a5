/** The prompts that the site has; the history is told of them, and of what concepts were called before. */
import { useEffect } from 'preact/hooks';
import { type Fetched, useFetched } from '../../loading/useFetched.ts';
import { fetchRecallCatalog, type RecallCatalog, revisionsOf } from '../prompts.ts';
import type { Recall } from '../recall.ts';

export function useCatalog(recall: Recall | undefined): Fetched<RecallCatalog> {
	const fetched = useFetched(fetchRecallCatalog);
	const { content } = fetched;
	useEffect(() => {
		if (!content || !recall) return;
		recall.know(revisionsOf(content));
		recall.rename(content.former);
	}, [recall, content]);
	return fetched;
}
