/** The clock of an answer: what is left, large; how much of it is gone, as a strip. */
import { useEffect, useState } from 'preact/hooks';
import { type Clock as ClockValue, clockText, isRunning, leftOf } from '../clock.ts';

const minute = 60_000;

/** Re-renders about once a second while the clock runs, and at once when the page is shown again. */
function useNow(running: boolean): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const look = (): void => setNow(Date.now());
		look();
		if (!running) return undefined;
		// Four times a second, so that no second is skipped; the time itself never depends on it.
		const timer = setInterval(look, 250);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}, [running]);
	return now;
}

/** Said once when it comes true. */
function announcement(left: number, allowed: number): string {
	if (left <= 0) return 'Time is up. You can finish your answer.';
	return left <= minute && allowed > minute ? 'One minute left.' : '';
}

export function Clock({ clock, of }: { clock: ClockValue; of: string }) {
	const running = isRunning(clock);
	const now = useNow(running);
	const left = leftOf(clock, now);
	const part = Math.min(1, Math.max(0, 1 - left / clock.allowed));
	return (
		<div class={`drill-clock${left < 0 ? ' over' : ''}`}>
			<p>
				<span class="clock-time" role="timer">
					{clockText(left)}
				</span>{' '}
				<span class="note">
					{left < 0 ? 'over ' : 'of '}
					{clockText(clock.allowed)} {of}
					{!running && ', paused'}
				</span>
			</p>
			<p class="visually-hidden" role="status">
				{announcement(left, clock.allowed)}
			</p>
			<div class="time-strip" aria-hidden="true">
				<i style={{ inlineSize: `${100 * part}%` }} />
			</div>
		</div>
	);
}
