/** Who is called what: categories and concepts by the names that texts and other files know them by, looked up and not searched for. */
import type { YamlEntry } from './yaml.ts';

/** What `categories.yaml` lists. */
export class Listed {
	/** Slugs in the categories' order, published and planned. */
	readonly slugs: ReadonlySet<string>;
	/** The category that lists a slug; where several do, the first. */
	readonly categoryOf: ReadonlyMap<string, YamlEntry>;
	/** Categories by their ids, in order; of doubled ones the first. */
	readonly categories: ReadonlyMap<string, YamlEntry>;

	/** @param list undefined when the file is missing or does not parse */
	constructor(list: YamlEntry | undefined) {
		const items = list?.items ?? [];
		this.categories = firstOf(items.flatMap((item) => textsOf(item.get('id')).map((id) => [id, item])));
		this.categoryOf = firstOf(items.flatMap((item) => item.get('concepts').texts.map((slug) => [slug, item])));
		this.slugs = new Set(this.categoryOf.keys());
	}
}

/** The text of a value, where it is one. */
const textsOf = ({ text }: YamlEntry): string[] => (text === undefined ? [] : [text]);

/** A map of pairs in which the first of one name counts. */
function firstOf<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value> {
	const map = new Map<string, Value>();
	for (const [name, value] of pairs) if (!map.has(name)) map.set(name, value);
	return map;
}

/** A concept, as far as it has names. */
interface Named {
	readonly slug: string;
	readonly surface: { readonly formerSlugs: readonly string[] };
}

/** Concepts by their slugs. */
export class Names<Concept extends Named> {
	readonly bySlug: ReadonlyMap<string, Concept>;
	readonly #listed: Listed;
	#byFormer: ReadonlyMap<string, readonly Concept[]> | undefined;
	#shownCategories: ReadonlySet<string> | undefined;

	constructor(concepts: readonly Concept[], listed: Listed) {
		this.bySlug = new Map(concepts.map((concept) => [concept.slug, concept]));
		this.#listed = listed;
	}

	/** Concepts by the slugs that they had before. */
	get byFormer(): ReadonlyMap<string, readonly Concept[]> {
		if (this.#byFormer) return this.#byFormer;
		const map = new Map<string, Concept[]>();
		for (const concept of this.bySlug.values()) {
			for (const former of concept.surface.formerSlugs) map.set(former, [...(map.get(former) ?? []), concept]);
		}
		this.#byFormer = map;
		return map;
	}

	/** Ids of the categories with a concept; the others have no page. */
	get shownCategories(): ReadonlySet<string> {
		if (this.#shownCategories) return this.#shownCategories;
		const shown = [...this.#listed.categories].filter(([, category]) =>
			category.get('concepts').texts.some((slug) => this.bySlug.has(slug)),
		);
		this.#shownCategories = new Set(shown.map(([id]) => id));
		return this.#shownCategories;
	}
}
