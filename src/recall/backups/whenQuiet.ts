/** Waiting until a sitting pauses. */

/** Runs something once it has been quiet for some time, in milliseconds, or as soon as the reader turns away: a page may not come back. */
export function whenQuiet(wait: number, run: () => void): { soon(): void; stop(): void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const runNow = (): void => {
		if (timer === undefined) return;
		clearTimeout(timer);
		timer = undefined;
		run();
	};
	const leave = (): void => {
		if (document.visibilityState === 'hidden') runNow();
	};
	globalThis.document?.addEventListener('visibilitychange', leave);
	return {
		soon() {
			clearTimeout(timer);
			timer = setTimeout(runNow, wait);
		},
		stop() {
			clearTimeout(timer);
			timer = undefined;
			globalThis.document?.removeEventListener('visibilitychange', leave);
		},
	};
}
