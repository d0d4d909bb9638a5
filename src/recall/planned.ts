/** Whether a reader has a plan, known without the history: a copy of that, in the summary. */
import { kept } from '../keeping/kept.ts';
import type { Beside } from './summary.ts';

const place = kept('summary', (value) => (value as Partial<Beside> | null)?.planned === true);

/** Whether there is a plan, also one that came with a backup and was not opened here yet. */
export function hasPlan(): boolean {
	return place.read() === true;
}
