/** The icons that home screens and app lists show. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { ringPicture } from '../../icons/ring.ts';

interface Icon {
	readonly size: number;
	readonly share: number;
}

const icons: Readonly<Record<string, Icon>> = {
	'touch-180': { size: 180, share: 0.8 },
	'icon-192': { size: 192, share: 0.9 },
	'icon-512': { size: 512, share: 0.9 },
	'maskable-512': { size: 512, share: 0.6 },
};

export const getStaticPaths = (() =>
	Object.entries(icons).map(([name, icon]) => ({ params: { name }, props: { icon } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ icon: Icon }> = async ({ props: { icon } }) =>
	new Response(new Uint8Array(await ringPicture(icon.size, icon.share)), { headers: { 'Content-Type': 'image/png' } });
