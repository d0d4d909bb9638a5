/** The reader's history, opened once and kept up to date with what this tab and others do. */
import { useEffect, useState } from 'preact/hooks';
import { openRecall } from '../index.ts';
import type { Failure } from '../log/failures.ts';
import type { Recall } from '../recall.ts';
import type { State } from '../store/store.ts';

export interface History {
	readonly recall: Recall | undefined;
	/** Undefined until it is read. */
	readonly state: State | undefined;
	/** Why it cannot be read or written, when that is so. */
	readonly failure: Failure | undefined;
	/** Opens it again. */
	readonly retry: () => void;
}

/** What a reading that succeeds does not solve: what was there is gone, or the file for backups is. */
function lasting(failure: Failure | undefined): Failure | undefined {
	return failure && ['erased-elsewhere', 'file-denied'].includes(failure.kind) ? failure : undefined;
}

export function useHistory(): History {
	const [recall, setRecall] = useState<Recall>();
	const [state, setState] = useState<State>();
	const [failure, setFailure] = useState<Failure>();
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		let gone = false;
		let opened: Recall | undefined;
		const read = async (): Promise<void> => {
			const loaded = await opened?.load();
			if (gone || !loaded) return;
			if (loaded.ok) setState(loaded.value);
			setFailure((before) => (loaded.ok ? lasting(before) : loaded.failure));
		};
		const open = async (): Promise<void> => {
			const result = await openRecall({
				onFailure: (found) => gone || setFailure(found),
			});
			if (gone) {
				if (result.ok) result.value.close();
				return;
			}
			if (!result.ok) {
				setFailure(result.failure);
				return;
			}
			opened = result.value;
			opened.subscribe(read);
			setRecall(opened);
			await read();
		};
		open();
		return () => {
			gone = true;
			opened?.close();
		};
	}, [attempt]);
	return { recall, state, failure, retry: () => setAttempt(attempt + 1) };
}
