/**
 * The ruler under *In one breath*: thirty seconds in real time, for an answer said aloud from memory. The text comes back when they are over,
 * or when the reader asks for it. Nothing of it is kept.
 */

const SECONDS = 30;

let stop: (() => void) | undefined;

/** Starts the ruler beside a button, or stops the one that runs. */
export function sayAloud(button: HTMLElement): void {
	if (stop) {
		stop();
		return;
	}
	const box = button.parentElement;
	const said = box?.querySelector('[data-said]');
	const clock = box?.querySelector('[data-seconds]');
	const status = box?.querySelector('[role=status]');
	const show = box?.querySelector<HTMLElement>('[data-show-breath]');
	if (!box || !said || !clock || !status || !show) return;
	const steps = matchMedia('(prefers-reduced-motion: reduce)').matches;
	const started = Date.now();
	let frame = 0;

	/** By the time that has passed, so that a tab that slept shows the truth. */
	const elapsed = (): number => Math.min(SECONDS, (Date.now() - started) / 1000);
	const hideText = (hidden: boolean): void => {
		box.closest('.one-breath')?.classList.toggle('unseen', hidden);
		if (!hidden && document.activeElement === show) button.focus();
		show.hidden = !hidden;
	};
	const end = (words: string): void => {
		cancelAnimationFrame(frame);
		hideText(false);
		stop = undefined;
		button.textContent = 'Say it again';
		status.textContent = words;
	};
	const draw = (): void => {
		const now = elapsed();
		said.setAttribute('width', `${((steps ? Math.floor(now) : now) / SECONDS) * 100}%`);
		clock.textContent = `${Math.floor(now)} s`;
		if (now < SECONDS) frame = requestAnimationFrame(draw);
		else end('30 seconds. Did you get to the last sentence?');
	};

	stop = () => {
		const seconds = Math.floor(elapsed());
		// By hand: with the words of the ground, every concept page would name one more file from the start.
		end(`Stopped after ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`);
	};
	button.textContent = 'Stop';
	status.textContent = '';
	hideText(true);
	show.onclick = () => hideText(false);
	draw();
}
