/** Waits until a page is loaded and has nothing else to do: until then, what is there for times without a connection costs this script. */

// A dev server's files change under their names. On plain http, and where they are switched off, there are no workers; Safari has no idle times.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
	addEventListener('load', () => {
		(globalThis.requestIdleCallback ?? setTimeout)(() => import('./begin.ts').catch(() => {}));
	});
}
