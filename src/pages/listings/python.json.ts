/** What there is to download before a listing runs on the page. */
import type { APIRoute } from 'astro';
import { pythonIndex } from '../../listings/running/distribution.ts';

export const GET: APIRoute = async () => Response.json(await pythonIndex());
