/**
 * The service worker: it answers with what the network says, and with what is kept where the network says nothing, nothing in time, or
 * what is not of this site. It keeps nothing itself and knows no version of the site: pages keep (`keep.ts`), each with the files that it
 * was built with, so a new site needs no new worker, and a tab that is older than the site finds its own files still.
 */
import { copiesName, factsOf, findCopy, tagOf } from '../keeping/copies.ts';
import { frameFile, keptFrame } from '../listings/running/frame.ts';
import { fixedFolders, isNamedByContent, keptPath } from './addresses.ts';
import { isOwnFile, isOwnPage, isSamePage } from './judge.ts';
import { retire } from './retire.ts';
import type { FetchEvent, WorkerScope } from './scope.ts';
import { type Reason, withReason } from './whyKept.ts';

const scope = globalThis as unknown as WorkerScope;
const home = new URL('./', scope.location.href);

/** How long a page waits for the network when there is a copy of it, in milliseconds. */
const PATIENCE = 2000;

/** Answered in place of a page that nobody has. */
const offlinePage = new URL('offline/', home).href;

/** The answer if it is one of this site; rejects with why it is of no use. */
type Judged = Promise<Response>;

const late = (): Promise<never> => new Promise((_, reject) => setTimeout(reject, PATIENCE, 'slow'));

/** The network's answer, or what stands in for it, as soon as it is known which. */
async function firstOf(judged: Judged, standIn: (reason: Reason) => Response | Promise<Response>): Promise<Response> {
	try {
		return await Promise.race([judged, late()]);
	} catch (why) {
		return standIn(why === 'slow' || why === 'foreign' ? why : 'offline');
	}
}

/** What never changes needs no network where there is a copy. */
async function fixedFile(request: Request, address: string): Promise<Response> {
	return (await findCopy(address)) ?? fetch(request);
}

async function file(request: Request, path: string, address: string): Promise<Response> {
	const network = fetch(request);
	const copy = await findCopy(address);
	if (!copy) return network;
	const judged = network.then((answer) => {
		if (isOwnFile(answer, path)) return answer;
		throw 'foreign';
	});
	return firstOf(judged, () => copy);
}

/** The document in which Python runs. Its origin is taken from it here: no browser asks a worker for a frame that has none. */
async function frame(): Promise<Response> {
	const copy = await findCopy(new URL(frameFile, home).href);
	if (!copy) return Response.error();
	const headers = new Headers(copy.headers);
	headers.set('content-security-policy', 'sandbox allow-scripts');
	return new Response(copy.body, { headers });
}

/**
 * How the host named the state of the page at an address when it was last seen to be of this site. Forgotten when the worker sleeps; while
 * it is awake, a page that is the same again waits for nothing but the network.
 */
const seen = new Map<string, string>();

/** A redirect is followed to see where it leads: hosts lead to the address with its slash, and a café to its login. */
async function page(event: FetchEvent, address: string): Promise<Response> {
	const network = (event.preloadResponse ?? Promise.resolve(undefined)).then(
		(answer) => answer ?? fetch(event.request),
	);
	// A browser that has asked by itself wants its answer heard.
	event.waitUntil(network.catch(() => {}));
	// Looked up at once, or where the page was seen before, when it is asked for: most are as they were.
	let looked = seen.has(address) ? undefined : findCopy(address);
	const kept = (): Promise<Response | undefined> => {
		looked ??= findCopy(address);
		return looked;
	};
	const judged = network.then(async (answer) => {
		if (isSamePage(answer, seen.get(address))) return answer;
		const copy = await kept();
		if ((copy && isSamePage(answer, factsOf(copy).tag)) || (await isOwnPage(answer, home.pathname))) {
			const tag = tagOf(answer);
			if (tag !== undefined) seen.set(address, tag);
			return answer;
		}
		if ((await retiredIfGone()) || !copy) return answer;
		if (answer.type !== 'opaqueredirect') throw 'foreign';
		const end = await fetch(event.request.url, { credentials: 'same-origin' }).catch(() => undefined);
		if (!end || !(await isOwnPage(end, home.pathname))) throw 'foreign';
		return Response.redirect(end.url);
	});
	return firstOf(judged, async (reason) => {
		const copy = await kept();
		if (copy) return withReason(copy, { reason, kept: factsOf(copy).kept });
		return judged.catch(async (error) => {
			const instead = await findCopy(offlinePage);
			if (!instead) throw error;
			return withReason(instead, { reason: 'missing', kept: factsOf(instead).kept });
		});
	});
}

/** Where neither a page nor this script is at its address any more, the site has moved away, and nobody else would end the worker. */
async function retiredIfGone(): Promise<boolean> {
	const answer = await fetch(scope.location.href, { cache: 'no-store' }).catch(() => undefined);
	const isGone = answer?.status === 404 || answer?.status === 410;
	if (isGone) await retire(scope.registration);
	return isGone;
}

scope.addEventListener('fetch', (event) => {
	const { request } = event;
	const isPage = request.mode === 'navigate';
	// Who writes, asks for a part, or wants no redirect means the host.
	if (request.method !== 'GET' || request.headers.has('range') || request.redirect === 'error') return;
	const path = keptPath(request.url, home.href);
	if (path === undefined) return;
	const address = new URL(path, home).href;
	if (request.url.endsWith(keptFrame)) event.respondWith(frame());
	else if (isPage) event.respondWith(page(event, address));
	else if (isNamedByContent(path)) event.respondWith(fixedFile(request, address));
	else event.respondWith(file(request, path, address));
});

scope.addEventListener('install', (event) => {
	// Most of what a page loads never changes: a browser that can takes it from the copies, else from the network, and wakes no worker.
	const { protocol, hostname, port } = home;
	const routes = fixedFolders.map((folder) => ({
		condition: {
			urlPattern: { protocol, hostname, port, pathname: `${home.pathname}${folder}*` },
			requestMethod: 'GET',
		},
		source: { cacheName: copiesName() },
	}));
	// Without them, the worker answers by itself.
	event.waitUntil(event.addRoutes?.(routes).catch(() => {}) ?? Promise.resolve());
});

scope.addEventListener('activate', (event) => {
	// The browser asks for a page while the worker starts: a page is not later for having one.
	const preload = scope.registration.navigationPreload?.enable();
	event.waitUntil(Promise.all([scope.clients.claim(), preload]));
});

/**
 * What a page may ask: how many pages of the site are open; and, at its own beginning, that a newer worker may take over. Both are answered
 * with that number, unless the worker takes over.
 */
scope.addEventListener('message', (event) => {
	const open = scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const answer = open.then(({ length }) => {
		if (event.data === 'take over' && length < 2) return scope.skipWaiting();
		event.ports[0]?.postMessage(length);
		return undefined;
	});
	event.waitUntil(answer);
});
