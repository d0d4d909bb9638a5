/** What a reader asked to have without a connection, kept in their browser. */
import { kept } from '../keeping/kept.ts';
import type { Manifest, Unit } from './manifest.ts';
import { pathOf } from './shelf.ts';

export interface Wish {
	/** Pages that they open. */
	readonly reading: boolean;
	/** All pages. */
	readonly everything: boolean;
	/** Python itself, and packages by their names. */
	readonly python: boolean;
	readonly packages: readonly string[];
}

const unasked: Wish = { reading: true, everything: false, python: false, packages: [] };

const place = kept<Wish>('offline', (value) => {
	if (typeof value !== 'object' || value === null) return undefined;
	const { reading, everything, python, packages } = value as Partial<Record<keyof Wish, unknown>>;
	return {
		reading: reading !== false,
		everything: everything === true,
		python: python === true,
		packages: Array.isArray(packages) ? packages.filter((name) => typeof name === 'string') : [],
	};
});

export function readWish(): Wish {
	return place.read() ?? unasked;
}

export function changeWish(change: Partial<Wish>): Wish {
	const wish = { ...readWish(), ...change };
	place.keep(wish);
	return wish;
}

/** The units that a wish is about, what is read first: the page that is open, what comes with every visit, the rest. */
export function unitsOf({ reading, everything, python }: Wish, { files, units }: Manifest): Unit[] {
	const here = pathOf(location.href);
	const number = files.findIndex(([path]) => path === here);
	const pages = units.filter(({ kind }) => kind === 'page');
	const core = units.filter(({ kind }) => kind === 'core');
	return [
		...(reading || everything ? [...pages.filter((unit) => unit.files.includes(number)), ...core] : []),
		...(everything ? pages.filter((unit) => !unit.files.includes(number)) : []),
		...(python ? units.filter(({ kind }) => kind === 'python') : []),
	];
}
