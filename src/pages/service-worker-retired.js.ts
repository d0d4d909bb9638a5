/** The file to deploy in place of a service worker that went wrong; README's Deploy says how. */
import script from '../offline/retired.ts?classic';

export function GET(): Response {
	return new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
