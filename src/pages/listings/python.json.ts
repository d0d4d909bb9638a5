/** What there is to download before a listing runs on the page. */
import type { APIRoute } from 'astro';
import { pythonIndex } from '../../published/python.ts';

export const GET: APIRoute = async () => Response.json(await pythonIndex());
