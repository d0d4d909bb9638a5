/** What went wrong with the reader's data, and the way on. */
import { pathTo } from '../../paths.ts';
import type { Problem, ProblemKind } from '../log/problems.ts';

/** Problems that a fresh page solves. */
const reloads: readonly ProblemKind[] = [
	'tab-outdated',
	'site-outdated',
	'storage-failed',
	'program-failed',
	'part-not-loaded',
];

/** Problems that trying again does not solve. */
const final: readonly ProblemKind[] = ['tab-outdated', 'site-outdated', 'erased-elsewhere', 'file-denied'];

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
				{onRetry && !final.includes(kind) && (
					<button type="button" class="text-button" onClick={onRetry}>
						Try again
					</button>
				)}
				{onMoveToNow && kind === 'clock' && (
					<button type="button" class="text-button" onClick={onMoveToNow}>
						Move those answers to today
					</button>
				)}
				{(kind === 'file-denied' || kind === 'erased-elsewhere') && (
					<a class="text-button" href={pathTo('progress/#your-data')}>
						Your data
					</a>
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
