/** What went wrong with the reader's data, and the way on. */
import { pathTo } from '../../paths.ts';
import type { Failure, FailureKind } from '../log/failures.ts';

/** Failures that a fresh page mends. */
const reloads: readonly FailureKind[] = [
	'tab-outdated',
	'site-outdated',
	'storage-failed',
	'program-failed',
	'part-not-loaded',
];

/** Failures that trying again does not mend. */
const final: readonly FailureKind[] = ['tab-outdated', 'site-outdated', 'erased-elsewhere', 'file-denied'];

interface Props {
	readonly failure: Failure;
	readonly onRetry?: (() => void) | undefined;
	/** Moves answers given under a clock that was ahead to today. */
	readonly onMoveToNow?: (() => void) | undefined;
}

export function FailureNote({ failure: { kind, message }, onRetry, onMoveToNow }: Props) {
	return (
		<div class="failure-note" role="alert">
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
