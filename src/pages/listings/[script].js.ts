/** The script that runs Python, under a name that changes with it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { scriptName, workerScript } from '../../published/python.ts';

export const getStaticPaths: GetStaticPaths = () => [{ params: { script: scriptName } }];

export const GET: APIRoute = () =>
	new Response(workerScript, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
