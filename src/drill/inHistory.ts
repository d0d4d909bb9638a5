/** The way from a page that asks questions to the reader's history, which is loaded when it is needed, and not before. */
import { loadPart, messageOf } from '../loading/loadPart.ts';

type Memory = typeof import('./memory.ts');

/** What came of it, or why nothing did, in words. */
export interface Outcome<Value> {
	readonly value?: Value;
	readonly problem?: string;
}

/** Does something with the history. Never rejects. */
export async function inHistory<Value>(use: (memory: Memory) => Promise<Value>): Promise<Outcome<Value>> {
	try {
		return { value: await use(await loadPart(() => import('./memory.ts'))) };
	} catch (error) {
		return { problem: messageOf(error) };
	}
}
