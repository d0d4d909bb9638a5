/** A host whose moods a test decides: it serves a version of the site, or another one, answers late, not at all, or with something else. */
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handlerOf } from '../../../src/build/bootstrap/server.mjs';
import { rootSite, subPathSite } from '../../../src/build/bootstrap/sites.mjs';
import { policyHeaders } from './policy.ts';
import { expect, test as siteTest } from './test.ts';

/** A site, and the path that it lives under. */
export interface Place {
	readonly folder: string;
	readonly base: string;
}

/**
 * `cut` ends every connection without a word; `silent` says nothing; `portal` answers everything with a login page and status 200, as a
 * café's network does; `login` leads there instead.
 */
export type Mood = 'well' | 'cut' | 'silent' | 'portal' | 'login';

export interface Host {
	/** Address of the home page. */
	readonly address: string;
	mood: Mood;
	/** What it serves; the longest base that fits answers. */
	places: readonly Place[];
	/** Answers that are not of the site's files, by path from the host's root; `wait` is none. */
	readonly instead: Map<
		string,
		{ status?: number; type?: string; to?: string; body: string | Uint8Array } | 'cut' | 'wait'
	>;
	/** Paths that were asked for, in order. */
	readonly asked: string[];
	close(): Promise<void>;
}

const portal =
	'<!doctype html><html><head><title>Log in</title></head><body><h1>Welcome to our café</h1></body></html>';

export async function startHost(place: Place, sendsPolicy = false): Promise<Host> {
	const handlers = new Map<string, RequestListener>();
	const handlerFor = (path: string): RequestListener | undefined => {
		const [found] = host.places
			.filter(({ base }) => path.startsWith(base) || `${path}/` === base)
			.sort((a, b) => b.base.length - a.base.length);
		if (!found) return undefined;
		const key = `${found.base} ${found.folder}`;
		const policyOf = sendsPolicy ? policyHeaders(found.folder) : () => ({});
		// Left to itself, a browser takes a page that it has just seen from its own store, and asks nobody.
		const headersOf = (path: string) => ({ 'Cache-Control': 'no-cache', ...policyOf(path) });
		const handler = handlers.get(key) ?? handlerOf({ ...found, headersOf });
		handlers.set(key, handler);
		return handler;
	};
	const html = (response: ServerResponse, status: number, body: string): void => {
		response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(body);
	};
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		host.asked.push(pathname);
		const instead = host.instead.get(pathname);
		if (host.mood === 'cut' || instead === 'cut') request.socket.destroy();
		else if (host.mood === 'portal' || pathname === '/login') html(response, 200, portal);
		else if (host.mood === 'login') response.writeHead(302, { Location: '/login' }).end();
		else if (instead && instead !== 'wait') {
			const { status = 200, type = 'text/html', to, body } = instead;
			response.writeHead(status, { 'Content-Type': type, ...(to && { Location: to }) }).end(body);
		} else if (host.mood === 'well' && !instead) {
			const handler = handlerFor(pathname);
			if (handler) handler(request, response);
			else html(response, 404, 'Not found');
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	const host: Host = {
		address: `http://127.0.0.1:${port}${place.base}`,
		mood: 'well',
		places: [place],
		instead: new Map(),
		asked: [],
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
	return host;
}

/** Tests with service workers, on a host of their own. A browser says in its console what does not come; here nothing else is expected. */
export const test = siteTest.extend<{ host: Host }>({
	host: async ({ variant, site }, use) => {
		const { folder, base } = site.base === subPathSite.base ? subPathSite : rootSite;
		const host = await startHost({ folder, base }, variant === 'header-policy');
		await use(host);
		await host.close();
	},
	baseURL: async ({ host }, use) => use(host.address),
	elsewhere: async ({ host }, use) => use([new URL(host.address).host]),
	tolerated: async ({ browserName: _ }, use) => use([/Failed to load resource|net::ERR_|preloaded using link preload/]),
	serviceWorkers: 'allow',
});

export { expect };
