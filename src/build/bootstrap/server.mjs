// @ts-check
/** Serves a built site as a static host would: files, as `.br` or `.gz` where the build wrote them, folders with their index.html, 404.html for the rest. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * @typedef {object} Served
 * @property {string} folder The built site.
 * @property {string} base Path that the site lives under, with both slashes.
 * @property {(pathname: string) => Record<string, string>} [headersOf] What to send with the answer for a path of the site.
 * @property {number} [distance] How far away the host is: milliseconds until it hears of a request.
 */

/** What answers a request as the host would. @param {Served} site */
export function handlerOf({ folder, base, headersOf = () => ({}), distance = 0 }) {
	const files = sirv(folder, { etag: true, brotli: true, gzip: true });
	const page = join(folder, '404.html');
	const missing = existsSync(page) ? readFileSync(page) : 'Not found';
	/** @type {import('node:http').RequestListener} */
	const answer = (request, response) => {
		const refuse = () => {
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(missing);
		};
		const address = request.url ?? '/';
		if (base !== '/' && (address === '/' || `${address}/` === base)) {
			response.writeHead(302, { Location: base }).end();
		} else if (address.startsWith(base)) {
			request.url = `/${address.slice(base.length)}`;
			const { pathname } = new URL(request.url, 'http://localhost');
			for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value);
			files(request, response, refuse);
		} else {
			refuse();
		}
	};
	/** @type {import('node:http').RequestListener} */
	const later = (request, response) => void setTimeout(answer, distance, request, response);
	return distance > 0 ? later : answer;
}

/**
 * Starts to serve on the first free port, counted up from the one asked for.
 *
 * @param {Served} site
 * @param {number} port 0 for any.
 * @param {(busy: number) => void} [onBusy] Told of each port that is taken.
 * @returns {Promise<{ port: number, address: string, close: () => Promise<void> }>}
 * @throws When the next hundred ports are taken, or the port may not be opened.
 */
export async function serve(site, port, onBusy = () => {}) {
	const server = createServer(handlerOf(site));
	for (let next = port; ; next += 1) {
		try {
			await new Promise((resolve, reject) => {
				server.once('error', reject);
				server.listen(next, '127.0.0.1', () => resolve(server.off('error', reject)));
			});
			break;
		} catch (error) {
			const isBusy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
			if (!isBusy || next >= Math.min(port + 100, 65535)) throw error;
			server.removeAllListeners('error');
			onBusy(next);
		}
	}
	const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		port: taken,
		address: `http://127.0.0.1:${taken}${site.base}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
