import { ringIcon } from '../icons/ring.ts';

export function GET(): Response {
	return new Response(ringIcon(), { headers: { 'Content-Type': 'image/svg+xml' } });
}
