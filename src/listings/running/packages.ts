/** Which packages of Pyodide's distribution a program needs. */
import type { Requirement } from '../requirements.ts';
import type { Lock } from './protocol.ts';

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

/** The part of Pyodide's lock file that listings can ask for: what they may import, with what that imports. */
export function offered({ info, packages }: Lock, requirements: readonly Requirement[]): Lock {
	const whole = { info, packages };
	const allowed = requirements.filter(({ forListings }) => forListings);
	const names = allowed.flatMap(({ module }) => packageOf(module, whole) ?? []);
	return {
		info,
		packages: Object.fromEntries(
			withDependencies(names, whole).flatMap((name) => {
				const locked = packages[name];
				// By what it imports: PyPI's xgboost-cpu is Pyodide's xgboost.
				const title = allowed.find(({ module }) => locked?.imports.includes(module))?.title;
				return locked ? [[name, { ...locked, ...(title && { title }) }]] : [];
			}),
		),
	};
}

/** All packages that have to be there before a program runs that imports these modules. */
export function packagesNeeded(modules: readonly string[], lock: Lock): string[] {
	return withDependencies(
		modules.flatMap((module) => packageOf(module, lock) ?? []),
		lock,
	);
}
