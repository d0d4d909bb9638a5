/** Ends a worker with all that it answers from. Pages that are open go on, and ask the network again. */
import { forgetAllCopies } from '../keeping/copies.ts';

export async function retire(registration: ServiceWorkerRegistration): Promise<void> {
	await forgetAllCopies();
	await registration.unregister();
}
