/** Gives drafts their place in the log: an id, the time, and a study time after everything said before of the same subject. */
import { type Draft, type Logs, liveEvents, type RecallEvent, subjectOf } from './events.ts';
import { type Failure, RecallError } from './failures.ts';
import { EARLIEST, LATEST } from './limits.ts';
import { type Clock, DAY, type Day, dayOf, studyTime } from './studyDay.ts';

/** How far the last answer may lie ahead of now. A flight over the date line takes a day; more is a clock that was wrong. */
export const MOST_AHEAD = 2 * DAY;

const spoken = (study: number): string =>
	new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(study);

function clockBehind(now: number, last: number): Failure {
	return {
		kind: 'clock',
		message: `This device says that it is ${spoken(now)}, but you answered last on ${spoken(last)}. If the clock is wrong now, set it and try again. If it was wrong then, let the site move those answers to today.`,
	};
}

/**
 * Now, in milliseconds since 1970.
 *
 * @throws RecallError when the clock says what cannot be
 */
export function checkedNow(clock: Clock): number {
	const now = clock.now();
	if (Number.isFinite(now) && now >= EARLIEST && now <= LATEST) return Math.floor(now);
	const year = new Date(now).getUTCFullYear();
	throw new RecallError({
		kind: 'clock',
		message: `The clock of this device ${Number.isNaN(year) ? 'cannot be read' : `says that it is the year ${year}`}, so nothing can be scheduled. Set the clock and try again.`,
	});
}

/** Whether a prompt's text was answered on a day already, and not started over since: what comes then is practice, whoever asked for it. */
function isAnsweredOn(day: Day, live: readonly RecallEvent[], revision: number): boolean {
	const since = live.slice(live.findLastIndex(({ kind }) => kind === 'reset') + 1);
	return since.some((event) => event.kind === 'review' && event.revision >= revision && dayOf(event.study) === day);
}

/**
 * Stamps drafts, in their order. An undo whose target is not in the log, or was taken back already, is left out. Of two answers on one
 * day, as from two tabs, the second is practice: the scheduler must not learn from one recall twice.
 *
 * @throws RecallError when the clock cannot be right: far out of range, or more than two days behind what was answered last.
 */
export function stamped(drafts: readonly Draft[], logs: Logs, clock: Clock, newId: () => string): RecallEvent[] {
	const now = checkedNow(clock);
	const studyNow = studyTime(now, clock);
	const added: RecallEvent[] = [];
	for (const { at = now, ...draft } of drafts) {
		const subject = subjectOf(draft);
		const live = liveEvents([...(logs.get(subject) ?? []), ...added.filter((event) => subjectOf(event) === subject)]);
		const id = newId();
		if (draft.kind === 'undo') {
			const target = live.find((event) => event.id === draft.target);
			if (target) added.push({ ...draft, id, time: now, study: target.study });
			continue;
		}
		const last = live.at(-1)?.study ?? Number.NEGATIVE_INFINITY;
		// Of stages only the order counts, and no clock can be too far behind for that.
		if ('prompt' in draft && last > studyNow + MOST_AHEAD) throw new RecallError(clockBehind(studyNow, last));
		const time = Math.min(now, Math.max(EARLIEST, Math.floor(at)));
		const study = Math.max(studyTime(time, clock), last + 1);
		const stamp = { id, time, study };
		const isPractice = draft.kind === 'review' && isAnsweredOn(dayOf(study), live, draft.revision);
		added.push(isPractice ? { ...draft, kind: 'retry', ...stamp } : { ...draft, ...stamp });
	}
	return added;
}
