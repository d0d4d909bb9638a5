/** Puts the service worker before the site. */
import { workerAddress } from '../ground/markup.ts';
import { homePath } from '../paths.ts';

/** Undefined where there are no workers: on plain http, in some private windows, and where the browser or its settings refuse them. */
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
	try {
		return await navigator.serviceWorker.register(workerAddress('service-worker.js'), { scope: homePath });
	} catch {
		return undefined;
	}
}
