/** The service worker, at the site's root, which is what it may answer for. */
import script from '../offline/worker.ts?classic';

export function GET(): Response {
	return new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
