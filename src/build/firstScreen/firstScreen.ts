/**
 * What the first screen of a page waits for stands in the page: its styles. The stylesheets follow where that screen ends, and what comes
 * after waits for them, so that nothing is ever seen without its styles.
 */
import { firstScreenEnd } from '../../components/firstScreenEnd.ts';
import { namesIn } from './names.ts';
import { firstScreenStyles } from './styles.ts';

/** A stylesheet that a screen waits for; one for print has its media. */
const screenSheet = /<link rel="stylesheet" href="([^"]+)">/g;

/** Firefox draws past a stylesheet in the middle of a page; no browser runs past a script that has to wait for one. */
const wait = '<script> </script>';

/**
 * The page with the styles of its first screen in it. One that does not say where that ends waits for its stylesheets as before.
 *
 * @param read Text of the stylesheet at an address.
 */
export function withFirstScreen(html: string, read: (address: string) => string): string {
	const [first, ...rest] = html.split(firstScreenEnd);
	const links = [...html.matchAll(screenSheet)];
	const after = rest.join('');
	if (first === undefined || rest.length === 0 || links.length === 0) return (first ?? '') + after;
	const styles = firstScreenStyles(
		links.map(([, address = '']) => read(address)),
		namesIn(first),
	);
	return (
		first.replace(screenSheet, '').replace('</head>', () => `<style>${styles}</style></head>`) +
		links.map(([link]) => link).join('') +
		wait +
		after
	);
}
