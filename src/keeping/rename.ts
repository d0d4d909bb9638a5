/** Names of what belongs to a concept, when the concept has another name now. */

/** The slugs of concepts by those that they had before. */
export type Renames = Readonly<Record<string, string>>;

/** `old` → `new`, and `old/item` → `new/item`; anything else stays. */
export function renamed(name: string, renames: Renames): string {
	const [slug = '', ...rest] = name.split('/');
	return Object.hasOwn(renames, slug) ? [renames[slug], ...rest].join('/') : name;
}
