/** What is kept of the site in this browser, and what of it is of no use any more. */
import { allCopies, factsOf, findCopy, forgetCopies } from '../keeping/copies.ts';
import { pathTo } from '../paths.ts';
import { isNamedByContent, isWheel, keptPath } from './addresses.ts';
import type { Manifest } from './manifest.ts';

/** How long a worker may take to answer, in milliseconds. */
const ANSWER_LIMIT = 5000;

export const addressOf = (path: string): string => new URL(pathTo(path), location.href).href;
export const pathOf = (address: string): string | undefined => keptPath(address, addressOf(''));

/** Paths of everything of this site that is kept. */
export async function keptPaths(): Promise<Set<string>> {
	return new Set((await allCopies()).flatMap((address) => pathOf(address) ?? []));
}

/** A unit that is kept. */
export interface KeptUnit {
	/** Path of its root. */
	readonly path: string;
	readonly title: string | undefined;
	readonly kept: number;
	/** Paths of its files. */
	readonly needs: readonly string[];
}

/** All units that are kept, whole. */
export async function keptUnits(): Promise<KeptUnit[]> {
	const found: KeptUnit[] = [];
	for (const path of await keptPaths()) {
		if (isNamedByContent(path)) continue;
		const copy = await findCopy(addressOf(path));
		const { needs, kept = 0, title } = copy ? factsOf(copy) : {};
		if (needs) found.push({ path, kept, needs, title });
	}
	return found;
}

/** Whether no open page is older than the site: this one is not, and there is no other. */
export async function isNewestAndAlone({ files }: Manifest): Promise<boolean> {
	const listed = new Set(files.map(([path]) => path));
	const own = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => pathOf(src));
	const { controller } = navigator.serviceWorker;
	if (!controller || !own.every((path) => path !== undefined && listed.has(path))) return false;
	const { port1, port2 } = new MessageChannel();
	const open = new Promise<number>((resolve) => {
		port1.onmessage = ({ data }) => resolve(data);
		// A worker that was retired says nothing.
		setTimeout(resolve, ANSWER_LIMIT, 0);
	});
	controller.postMessage('how many', [port2]);
	return (await open) === 1;
}

/** Whether there is a file that the site has no more. A page that was still open may have needed it when another was kept. */
export function hasFormer(paths: Iterable<string>, { files }: Manifest): boolean {
	const listed = new Set(files.map(([path]) => path));
	return [...paths].some((path) => !listed.has(path) && !isWheel(path));
}

/** Forgets what no unit needs any more, and units that the site has no more. */
export async function sweep({ units }: Manifest): Promise<void> {
	const roots = new Set(units.map(({ root }) => root));
	const needed = new Set((await keptUnits()).flatMap(({ path, needs }) => (roots.has(path) ? needs : [])));
	const paths = [...(await keptPaths())];
	// Packages are no part of a unit, wherever they come from.
	await forgetCopies(paths.filter((path) => !needed.has(path) && !isWheel(path)).map(addressOf));
}
