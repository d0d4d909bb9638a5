/** What went wrong with the reader's data, and the way on. */
import type { Problem, ProblemKind } from '../problems.ts';

/** Problems that a fresh page solves. */
const reloads: readonly ProblemKind[] = ['tab-outdated', 'site-outdated', 'storage-failed'];

interface Props {
	readonly problem: Problem;
	readonly onRetry?: (() => void) | undefined;
	/** Moves answers given under a clock that was ahead to today. */
	readonly onMoveToNow?: (() => void) | undefined;
}

export function ProblemNote({ problem: { kind, message }, onRetry, onMoveToNow }: Props) {
	return (
		<div class="problem-note" role="alert">
			<p>{message}</p>
			<p class="actions">
				{onRetry && kind !== 'tab-outdated' && kind !== 'site-outdated' && (
					<button type="button" class="text-button" onClick={onRetry}>
						Try again
					</button>
				)}
				{onMoveToNow && kind === 'clock' && (
					<button type="button" class="text-button" onClick={onMoveToNow}>
						Move those answers to today
					</button>
				)}
				{reloads.includes(kind) && (
					<button type="button" class="text-button" onClick={() => location.reload()}>
						Reload the page
					</button>
				)}
			</p>
		</div>
	);
}
