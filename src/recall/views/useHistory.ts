/** The reader's history, opened once and kept up to date with what this tab and others do. */
import { useEffect, useState } from 'preact/hooks';
import { openRecall } from '../index.ts';
import type { Problem } from '../log/problems.ts';
import type { Recall } from '../recall.ts';
import type { State } from '../store/store.ts';

export interface History {
	readonly recall: Recall | undefined;
	/** Undefined until it is read. */
	readonly state: State | undefined;
	/** Why it cannot be read or written, when that is so. */
	readonly problem: Problem | undefined;
	/** Opens it again. */
	readonly retry: () => void;
}

/** What a reading that succeeds does not solve: what was there is gone, or the file for backups is. */
function lasting(problem: Problem | undefined): Problem | undefined {
	return problem && ['erased-elsewhere', 'file-denied'].includes(problem.kind) ? problem : undefined;
}

export function useHistory(): History {
	const [recall, setRecall] = useState<Recall>();
	const [state, setState] = useState<State>();
	const [problem, setProblem] = useState<Problem>();
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		let gone = false;
		let opened: Recall | undefined;
		const read = async (): Promise<void> => {
			const loaded = await opened?.load();
			if (gone || !loaded) return;
			if (loaded.ok) setState(loaded.value);
			setProblem((before) => (loaded.ok ? lasting(before) : loaded.problem));
		};
		const open = async (): Promise<void> => {
			const result = await openRecall({
				onProblem: (found) => gone || setProblem(found),
			});
			if (gone) {
				if (result.ok) result.value.close();
				return;
			}
			if (!result.ok) {
				setProblem(result.problem);
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
	return { recall, state, problem, retry: () => setAttempt(attempt + 1) };
}
