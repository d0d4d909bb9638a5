/**
 * The time of an answer. It derives from when the clock was started and never from counting ticks, so that a tab that sleeps
 * or is throttled shows the right time when it wakes. All times are milliseconds since 1970 and come from the caller.
 */

export interface Clock {
	/** Time for the answer, ms. */
	readonly allowed: number;
	/** Time used in earlier stretches, ms. */
	readonly used: number;
	/** When the present stretch began; null while the clock stands. */
	readonly since: number | null;
}

export function newClock(minutes: number): Clock {
	return { allowed: minutes * 60_000, used: 0, since: null };
}

/** A system clock that is set back does not give time back. */
function stretch({ since }: Clock, now: number): number {
	return since === null ? 0 : Math.max(0, now - since);
}

export function usedOf(clock: Clock, now: number): number {
	return clock.used + stretch(clock, now);
}

/** Time left; negative when it is over. */
export function leftOf(clock: Clock, now: number): number {
	return clock.allowed - usedOf(clock, now);
}

export function isRunning({ since }: Clock): boolean {
	return since !== null;
}

export function start(clock: Clock, now: number): Clock {
	return isRunning(clock) ? clock : { ...clock, since: now };
}

export function stop(clock: Clock, now: number): Clock {
	return isRunning(clock) ? { ...clock, used: usedOf(clock, now), since: null } : clock;
}

/** `2:47`, and `+0:12` when time is over. Counts down to 0:00 and up from +0:01. */
export function clockText(left: number): string {
	const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.ceil(-left / 1000);
	const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	return left < 0 ? `+${text}` : text;
}

/** `4 min 12 s`, in words for a report. */
export function durationText(duration: number): string {
	const seconds = Math.round(duration / 1000);
	const minutes = Math.floor(seconds / 60);
	return [minutes > 0 ? `${minutes} min` : '', seconds % 60 > 0 || minutes === 0 ? `${seconds % 60} s` : '']
		.filter(Boolean)
		.join(' ');
}
