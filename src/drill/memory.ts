/** What a drill takes from the reader's history and leaves in it: drills themselves, the prompts that are being forgotten, prompts to review. */
import type { Renames } from '../keeping/rename.ts';
import { openRecall, type Recall, type Result, recallOn } from '../recall/index.ts';
import { handedOver, taken } from './current.ts';
import { readSessions } from './record.ts';
import { renamedSession } from './renaming.ts';
import type { Session } from './session.ts';

/** A failure in words for the reader. */
class MemoryError extends Error {}

let opening: Promise<Recall> | undefined;

function unwrapped<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new MemoryError(result.problem.message);
	return result.value;
}

/** Opens the history once; after a failure, again. */
function open(): Promise<Recall> {
	opening ??= openRecall().then(unwrapped);
	opening.catch(() => {
		opening = undefined;
	});
	return opening;
}

/** A text for whatever went wrong, for the reader. */
export function messageOf(error: unknown): string {
	return error instanceof MemoryError
		? error.message
		: 'The browser could not read what it keeps for this site. Reload the page and try again.';
}

/**
 * Takes finished drills and attempts into the history. One that cannot be taken waits for the next time, and keeps none of the others
 * from it.
 *
 * @returns in words why something waits, or that the history will not outlive the page. Throws {@link MemoryError}.
 */
export async function takeFinished(): Promise<string | undefined> {
	const recall = await open();
	let problem: string | undefined;
	for (const session of handedOver()) {
		const saved = await recall.saveSession(session.id, session);
		if (!saved.ok) problem ??= saved.problem.message;
		else if (recall.notice === undefined) taken(session);
	}
	return problem ?? recall.notice?.message;
}

/** What is known of earlier drills and attempts. */
export interface KeptSessions {
	/** The latest first. */
	readonly sessions: readonly Session[];
	/** In words, what could not be read, or will not outlive the page. */
	readonly problem?: string | undefined;
}

async function sessionsInHistory(): Promise<KeptSessions> {
	try {
		const problem = await takeFinished();
		const recall = await open();
		return { sessions: readSessions(unwrapped(await recall.sessions()).map(({ data }) => data)), problem };
	} catch (error) {
		return { sessions: [], problem: messageOf(error) };
	}
}

/**
 * All kept drills and attempts, under the slugs that the site has: those in the history, where finished ones are taken in before, and those that
 * still wait for it.
 */
export async function keptSessions(former: Renames): Promise<KeptSessions> {
	const { sessions, problem } = await sessionsInHistory();
	const known = new Set(sessions.map(({ id }) => id));
	const waiting = handedOver().filter(({ id }) => !known.has(id));
	const all = readSessions([...sessions, ...waiting]);
	return { sessions: all.map((session) => renamedSession(session, former)), problem };
}

/** Deletes a kept drill. Throws {@link MemoryError}. */
export async function deleteSession(id: string): Promise<void> {
	const recall = await open();
	unwrapped(await recall.deleteSession(id));
}

/** How likely each prompt of the review is forgotten today, by `slug/id`. Throws {@link MemoryError}. */
export async function forgottenParts(former: Renames): Promise<Map<string, number>> {
	const recall = await open();
	unwrapped(await recall.rename(former));
	const { cards } = unwrapped(await recall.load());
	return new Map(
		cards
			.filter(({ enrolled, suspended }) => enrolled && !suspended)
			.map((card) => [card.prompt, 1 - (recallOn(recall.day(), card, recall.scheduler) ?? 0.5)]),
	);
}

/** A prompt as `slug/id`, with its revision. */
export interface PromptRef {
	readonly prompt: string;
	readonly revision: number;
}

/** Those prompts that are not in the review yet. Throws {@link MemoryError}. */
export async function notYetAdded(prompts: readonly PromptRef[]): Promise<PromptRef[]> {
	const recall = await open();
	const { cards } = unwrapped(await recall.load());
	const added = new Set(cards.filter(({ enrolled }) => enrolled).map(({ prompt }) => prompt));
	return prompts.filter(({ prompt }) => !added.has(prompt));
}

/** Adds prompts to the review. Throws {@link MemoryError}. */
export async function addPrompts(prompts: readonly PromptRef[]): Promise<void> {
	const recall = await open();
	unwrapped(await recall.enrol(prompts));
}
