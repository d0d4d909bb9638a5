/** The addresses that the site has, read from the names of its pages as Astro reads them. */
import { globSync } from 'node:fs';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '../../pages');

/** An address of the site; a part in brackets stands for one that content fills. */
const routes: readonly string[] = globSync('**/*.{astro,ts}', { cwd: pages })
	.map((path) => path.replaceAll('\\', '/'))
	.map((path) => (path.endsWith('.ts') ? `/${path.slice(0, -'.ts'.length)}` : `/${path.slice(0, -'.astro'.length)}/`))
	.map((path) => path.replace(/\/index\/$/, '/'))
	.filter((path) => path !== '/404/');

/** Addresses that stand whatever the content is: `/`, `/review/`, `/llms.txt`. */
export const fixedRoutes: readonly string[] = routes.filter((route) => !route.includes('['));

/** Whether the site has pages or files of a kind under what content fills: `/concepts/[slug]/sheet/`. */
export function routeMatches(path: string, filled: Readonly<Record<string, (value: string) => boolean>>): boolean {
	return routes.some((route) => {
		const names = [...route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => name);
		if (names.length === 0) return route === path;
		const escaped = route.replace(/[.+^$()|]/g, '\\$&').replace(/\[(?:\\\.)*\w+\]/g, '([^/]+)');
		const match = new RegExp(`^${escaped}$`).exec(path);
		return match !== null && names.every((name, index) => filled[name]?.(match[index + 1] ?? '') ?? false);
	});
}
