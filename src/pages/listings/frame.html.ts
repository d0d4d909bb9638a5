/** The document without an origin in which Python runs; see `src/listings/running/framedWorker.ts`. */
import type { APIRoute } from 'astro';
import frame from '../../listings/running/frame.html?raw';

export const GET: APIRoute = () => new Response(frame, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
