/** Under which names things are kept. Sites under one origin share storage, so each name says which site it belongs to. */
import type { PlaceName } from './places.ts';

/** What all keys of this site begin with. */
export function keyPrefix(): string {
	return `sixfold:${import.meta.env.BASE_URL}:`;
}

/** The key of a place, or of one of its items. */
export function keyOf(name: PlaceName, item?: string): string {
	return keyPrefix() + name + (item === undefined ? '' : `:${item}`);
}

/** Name of the history's database. */
export function databaseName(): string {
	return `sixfold:${import.meta.env.BASE_URL}`;
}
