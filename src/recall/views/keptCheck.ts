/** A check under way, kept until the tab is closed: a reload, or a phone that discards the page, takes no answer away. */
import { keptInTab } from '../../keeping/kept.ts';
import type { CheckAnswer } from '../schedule/check.ts';
import type { Answer } from '../schedule/round.ts';

export interface KeptCheck {
	readonly answers: readonly CheckAnswer[];
	/** Answered before on the day the check began: answers to these are practice. */
	readonly practice: readonly string[];
	/** The reader ended it before its last prompt. */
	readonly isEnded: boolean;
}

/** What is older belongs to a sitting that is over. */
const LASTS = 24 * 3_600_000;

const isAnswer = (value: unknown): boolean => {
	const { prompt, rating, duration, time } = (value ?? {}) as Partial<Answer>;
	return typeof prompt === 'string' && [1, 2, 3, 4].includes(Number(rating)) && [duration, time].every(Number.isFinite);
};

const checks = keptInTab('check', (value): KeptCheck | undefined => {
	const { answers, practice } = (value ?? {}) as Partial<KeptCheck>;
	return Array.isArray(answers) && answers.every(isAnswer) && Array.isArray(practice)
		? (value as KeptCheck)
		: undefined;
});

/** The check of a concept that is under way in this tab, with answers to prompts that the page has. */
export function keptCheck(concept: string, prompts: readonly string[], now: number): KeptCheck | undefined {
	const check = checks.read(concept);
	const answers = check?.answers.filter(({ prompt }) => prompts.includes(prompt)) ?? [];
	const last = answers.at(-1);
	return check && last && Math.abs(now - last.time) < LASTS ? { ...check, answers } : undefined;
}

/** Keeps a check; one without an answer is none. */
export function keepCheck(concept: string, check: KeptCheck): void {
	if (check.answers.length > 0) checks.keep(check, concept);
	else checks.forget(concept);
}
