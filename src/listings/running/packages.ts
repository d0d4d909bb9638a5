/** Which packages of Pyodide's distribution a program needs. */
import type { Lock } from './protocol.ts';

/** How packages are called in prose, by the name under which they are distributed. */
export const packageTitles: Readonly<Record<string, string>> = {
	numpy: 'NumPy',
	scipy: 'SciPy',
	'scikit-learn': 'scikit-learn',
	torch: 'PyTorch',
};

/** Package that brings a module; undefined for the standard library and for what the lock file does not have. */
export function packageOf(module: string, lock: Lock): string | undefined {
	return Object.values(lock.packages).find(({ imports }) => imports.includes(module))?.name;
}

/** These packages and all that they import, each once, what is imported first. */
export function withDependencies(names: Iterable<string>, lock: Lock): string[] {
	const found = new Set<string>();
	const add = (name: string): void => {
		if (found.has(name)) return;
		for (const dependency of lock.packages[name]?.depends ?? []) add(dependency);
		found.add(name);
	};
	for (const name of names) add(name);
	return [...found];
}

/** Modules outside the standard library that a listing may import. */
const allowedModules = ['numpy', 'torch', 'sklearn'];

/** The part of Pyodide's lock file that listings can ask for. What it does not have does not run in a browser. */
export function offered({ info, packages }: Lock): Lock {
	const names = allowedModules.flatMap((module) => packageOf(module, { info, packages }) ?? []);
	return {
		info,
		packages: Object.fromEntries(
			withDependencies(names, { info, packages }).flatMap((name) => {
				const locked = packages[name];
				return locked ? [[name, locked]] : [];
			}),
		),
	};
}

const importing = /^[ \t]*(?:from[ \t]+(\w+)|import[ \t]+([^#\n]+))/gm;

/** Modules that the lines of a program import, by their first name. A line inside a string counts too, which only costs a question. */
function modulesOf(source: string): string[] {
	return [...source.matchAll(importing)].flatMap(([, from, list]) =>
		from ? [from] : (list ?? '').split(',').map((part) => part.trim().split(/[.\s]/)[0] ?? ''),
	);
}

/** All packages that have to be there before the program runs. */
export function packagesNeeded(source: string, lock: Lock): string[] {
	return withDependencies(
		modulesOf(source).flatMap((module) => packageOf(module, lock) ?? []),
		lock,
	);
}
