/** What a filter asks for, and how that stands in a page's address: its fields by name, empty texts asking for nothing. Pure. */

export type Filter<Name extends string> = Readonly<Record<Name, string>>;

/** What the address asks for. What a page does not know of it, the page's choices leave out. */
export function filterIn<Name extends string>(address: string, names: readonly Name[]): Filter<Name> {
	const { searchParams } = new URL(address);
	return Object.fromEntries(names.map((name) => [name, searchParams.get(name) ?? ''])) as Filter<Name>;
}

/** The address with the filter in it, and the rest of it as it was. */
export function withFilter(address: string, filter: Filter<string>): string {
	const url = new URL(address);
	for (const [name, value] of Object.entries(filter)) {
		if (value.trim() === '') url.searchParams.delete(name);
		else url.searchParams.set(name, value.trim());
	}
	return url.href;
}

export function isEmpty(filter: Filter<string>): boolean {
	return Object.values(filter).every((value) => value.trim() === '');
}
