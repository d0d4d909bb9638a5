/** What the site has as a file and a page needs: fetched when the page opens, and again when the reader asks. */
import { useEffect, useState } from 'preact/hooks';

export interface Fetched<Content> {
	/** Undefined until it is there. */
	readonly content: Content | undefined;
	/** It cannot be had. */
	readonly failed: boolean;
	/** Asks for it again. */
	readonly retry: () => void;
}

/** @param fetchContent The same function at each rendering. */
export function useFetched<Content>(fetchContent: () => Promise<Content>): Fetched<Content> {
	const [content, setContent] = useState<Content>();
	const [failed, setFailed] = useState(false);
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		setFailed(false);
		fetchContent().then(setContent, () => setFailed(true));
	}, [attempt]);
	return { content, failed, retry: () => setAttempt(attempt + 1) };
}
