/** What every sitting does alike, in the check and in the review: it stores one thing at a time, and what fails stays with its question, to be tried again. */
import { useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../log/problems.ts';
import type { Recall } from '../recall.ts';
import { ProblemNote } from './ProblemNote.tsx';

interface Failure {
	readonly problem: Problem;
	readonly again: () => void;
}

export interface Sitting {
	/** Something is being stored: no second answer counts meanwhile. */
	readonly busy: boolean;
	/** The same, as it is now and not as it was drawn: a history that changes while it is true changes by this sitting's own hand. */
	isStoring(): boolean;
	/**
	 * Stores something and goes on with what was stored. What could not be stored is told, nothing is lost of it, and it can be tried again.
	 *
	 * @param goOn Sets the sitting as it is afterwards, which is before anything else is told that nothing is being stored any more.
	 */
	store<Value>(
		work: () => Promise<Result<Value>>,
		goOn: (stored: Value) => void | Promise<void>,
		again: () => void,
	): Promise<void>;
	/** A question begins: what failed is past, and its time is counted from now. */
	ask(): void;
	/** Milliseconds since the question began. */
	elapsed(): number;
	/** Says something to who does not see it. */
	say(words: string): void;
	/** What could not be stored, or a problem that stands by itself, with the way on. */
	note(standing?: { readonly problem: Problem; readonly retry: () => void }): preact.ComponentChildren;
	/** Where what is said stands. */
	readonly status: preact.ComponentChildren;
}

/** @param recall Undefined while it is opened, and where it cannot be. */
export function useSitting(recall: Recall | undefined): Sitting {
	const [busy, setBusy] = useState(false);
	const storing = useRef(false);
	const [failure, setFailure] = useState<Failure>();
	const [said, say] = useState('');
	const since = useRef(performance.now());

	const setStoring = (is: boolean): void => {
		storing.current = is;
		setBusy(is);
	};
	const moveToNow = async (): Promise<void> => {
		const moved = await recall?.moveAheadToNow();
		if (moved?.ok) failure?.again();
		else if (moved) setFailure({ problem: moved.problem, again: moveToNow });
	};

	return {
		busy,
		isStoring: () => storing.current,
		async store(work, goOn, again) {
			setStoring(true);
			try {
				const result = await work();
				if (result.ok) await goOn(result.value);
				else setFailure({ problem: result.problem, again });
			} finally {
				setStoring(false);
			}
		},
		ask() {
			setFailure(undefined);
			since.current = performance.now();
		},
		elapsed: () => performance.now() - since.current,
		say,
		note(standing) {
			const problem = failure?.problem ?? standing?.problem;
			return (
				problem && (
					<ProblemNote
						problem={problem}
						onRetry={failure?.again ?? standing?.retry}
						onMoveToNow={failure && moveToNow}
					/>
				)
			);
		},
		status: (
			<p class="visually-hidden" role="status">
				{said}
			</p>
		),
	};
}
