/**
 * Answers on concept pages that are not finished, kept at every step: a phone discards a page without a word. A score that was
 * committed is kept with them, so that nobody answers again after a look at the rubric.
 */
import { kept } from '../keeping/kept.ts';
import { allOf, settingAside } from '../keeping/work.ts';
import { readSession } from './record.ts';
import { currentItem, currentTurn, type Session } from './session.ts';

const drafts = settingAside(kept('drafts', readSession));

function itemOf(session: Session): string {
	const item = currentItem(session);
	return `${item?.concept}/${item?.question}`;
}

/** The unfinished answer to a question of a concept; undefined when there is none. */
export function draftOf(concept: string, question: string): Session | undefined {
	return drafts.read(`${concept}/${question}`);
}

/** Every unfinished answer. */
export function allDrafts(): Session[] {
	return [...allOf(drafts).values()];
}

function isBlank(session: Session): boolean {
	const turn = currentTurn(session);
	return !turn || (turn.answer.trim() === '' && !turn.task && turn.hints === 0 && turn.committed === null);
}

/** Keeps an answer as far as it is; one that is not begun leaves nothing. False when the browser does not let the site keep it. */
export function keepDraft(session: Session): boolean {
	if (!isBlank(session)) return drafts.keep(session, itemOf(session));
	forgetDraft(session);
	return true;
}

export function forgetDraft(session: Session): void {
	drafts.forget(itemOf(session));
}
