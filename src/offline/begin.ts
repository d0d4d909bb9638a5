/** What a page does about times without a connection, once it is shown and has nothing else to do. */
import { homePath, pathTo } from '../paths.ts';
import { fetchManifest, keepUnits } from './keep.ts';
import { whyKept } from './whyKept.ts';
import { readWish, unitsOf } from './wish.ts';

/** A drill that goes on is not under the reader's hand yet, and under way all the same. */
const isUntouched = (): boolean =>
	navigator.userActivation?.hasBeenActive === false && !location.pathname.startsWith(pathTo('drill/session/'));

/** Undefined where workers are refused. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
	try {
		return await navigator.serviceWorker.register(pathTo('service-worker.js'), { scope: homePath });
	} catch {
		return undefined;
	}
}

/** Whether the reader asked their browser to save data. */
const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

async function begin(): Promise<void> {
	const why = whyKept();
	if (why) import('./note.ts').then(({ showNote }) => showNote(why)).catch(() => {});
	const registration = await register();
	if (!registration) return;
	// Between two pages: this one has begun, nobody has touched it, and the worker makes sure that there is no other.
	if (isUntouched()) registration.waiting?.postMessage('take over');
	if (!navigator.locks) return;
	const { reading, everything, python, packages } = readWish();
	// Where the reader sees how far it is, it goes on when they say so.
	const isShown = location.pathname === pathTo('offline/');
	const wish = {
		reading: reading && !savesData(),
		everything: everything && !isShown,
		python: python && !isShown,
		packages,
	};
	try {
		const manifest = await fetchManifest();
		const units = unitsOf(wish, manifest);
		if (units.length > 0) await keepUnits(units, manifest, { signal: new AbortController().signal });
	} catch {
		// No connection, or another site in between: what is kept stays as it is.
	}
}

begin();
