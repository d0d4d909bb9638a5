/** What a page does about times without a connection, once it is shown and has nothing else to do. */
import { fetchManifest, keepUnits } from './keep.ts';
import { register } from './register.ts';
import { pathOf } from './shelf.ts';
import { whyKept } from './whyKept.ts';
import { readWish, unitsOf } from './wish.ts';

/** How long a newer worker may take to take over, in milliseconds. */
const LIMIT = 5000;

/** Whether something began on an earlier page and goes on here: a drill, prompts that are asked, a program in an editor. */
const isUnderWay = (): boolean =>
	/^drill\/(?:session|interviewer)\/$/.test(pathOf(location.href) ?? '') ||
	document.querySelector('.prompt-card, .question[open], .listing-kept') !== null;

/** Whether this is between two pages: this one has begun, and nobody has touched it. */
const isBetween = (): boolean => navigator.userActivation?.hasBeenActive === false && !isUnderWay();

/**
 * Lets a newer worker take over, which makes sure that there is no other page. Resolves when it has, or does not: before that the page asks
 * for nothing, because a browser goes on with a worker that is busy.
 */
async function letTakeOver({ waiting }: ServiceWorkerRegistration): Promise<void> {
	if (!waiting || !isBetween()) return;
	const { port1, port2 } = new MessageChannel();
	await new Promise<unknown>((resolve) => {
		waiting.addEventListener('statechange', resolve);
		port1.onmessage = resolve;
		setTimeout(resolve, LIMIT);
		waiting.postMessage('take over', [port2]);
	});
	port1.close();
}

/** Whether the reader asked their browser to save data. */
const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

async function begin(): Promise<void> {
	const why = whyKept();
	if (why) import('./note.ts').then(({ showNote }) => showNote(why)).catch(() => {});
	const registration = await register();
	if (!registration) return;
	await letTakeOver(registration);
	if (!navigator.locks) return;
	const { reading, everything, python, packages } = readWish();
	// Where the reader sees how far it is, it goes on when they say so.
	const isShown = pathOf(location.href) === 'offline/';
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
