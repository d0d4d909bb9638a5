/** Puts the service worker before the site. */
import { homePath, pathTo } from '../paths.ts';

/** Undefined where there are no workers: on plain http, in some private windows, and where the browser or its settings refuse them. */
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
	try {
		return await navigator.serviceWorker.register(pathTo('service-worker.js'), { scope: homePath });
	} catch {
		return undefined;
	}
}
