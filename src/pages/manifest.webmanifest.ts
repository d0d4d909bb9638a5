/** What a browser needs to keep the site on a home screen. */
import { homePath, pathTo } from '../paths.ts';
import { paper } from '../styles/colors.ts';

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
	src: pathTo(`icons/${name}.png`),
	sizes: `${size}x${size}`,
	type: 'image/png',
	purpose,
});

export function GET(): Response {
	const manifest = {
		name: 'Sixfold',
		description: 'Interview concepts in machine learning and software engineering, explained at depth.',
		lang: 'en',
		start_url: homePath,
		scope: homePath,
		display: 'minimal-ui',
		background_color: paper.light,
		theme_color: paper.light,
		icons: [
			icon('icon-192', 192, 'any'),
			icon('icon-512', 512, 'any'),
			icon('maskable-512', 512, 'maskable'),
			{ src: pathTo('favicon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
		],
	};
	return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
}
