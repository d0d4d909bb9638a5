/** What a drill takes from the reader's history and leaves in it: drills themselves, the prompts that are being forgotten, prompts to review. */
import type { Renames } from '../keeping/rename.ts';
import { messageOf } from '../loading/loadPart.ts';
import { isAsked, openRecall, type PromptRef, type Recall, recallOn, valueIn } from '../recall/index.ts';
import { handedOver, taken } from './current.ts';
import { readSessions } from './record.ts';
import { renamedSession } from './renaming.ts';
import type { Session } from './session.ts';

let opening: Promise<Recall> | undefined;

/** Opens the history once; after a failure, again. */
function open(): Promise<Recall> {
	opening ??= openRecall().then(valueIn);
	opening.catch(() => {
		opening = undefined;
	});
	return opening;
}

/**
 * Takes finished drills and attempts into the history. One that cannot be taken waits for the next time, and keeps none of the others
 * from it.
 *
 * @returns in words why something waits, or that the history will not outlive the page. Throws a `RecallError`.
 */
export async function takeFinished(): Promise<string | undefined> {
	const recall = await open();
	let problem: string | undefined;
	for (const session of handedOver()) {
		const saved = await recall.saveSession(session.id, session);
		if (!saved.ok) problem ??= saved.failure.message;
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
		return { sessions: readSessions(valueIn(await recall.sessions()).map(({ data }) => data)), problem };
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

/** Deletes a kept drill. Throws a `RecallError`. */
export async function deleteSession(id: string): Promise<void> {
	const recall = await open();
	valueIn(await recall.deleteSession(id));
}

/** How likely each prompt of the review is forgotten today, by `slug/id`. Throws a `RecallError`. */
export async function forgottenParts(former: Renames): Promise<Map<string, number>> {
	const recall = await open();
	valueIn(await recall.rename(former));
	const { cards } = valueIn(await recall.load());
	return new Map(
		cards.filter(isAsked).map((card) => [card.prompt, 1 - (recallOn(recall.day(), card, recall.scheduler) ?? 0.5)]),
	);
}

/** Those prompts that are not in the review yet. Throws a `RecallError`. */
export async function notYetAdded(prompts: readonly PromptRef[]): Promise<PromptRef[]> {
	const recall = await open();
	const { cards } = valueIn(await recall.load());
	const added = new Set(cards.filter(({ enrolled }) => enrolled).map(({ prompt }) => prompt));
	return prompts.filter(({ prompt }) => !added.has(prompt));
}

/** Adds prompts to the review. Throws a `RecallError`. */
export async function addPrompts(prompts: readonly PromptRef[]): Promise<void> {
	const recall = await open();
	valueIn(await recall.enrol(prompts));
}
