/** A stretch of Markdown, from MDX or from a YAML field, whose nodes know their place in the file. */
import type { Literal, Node, Root } from 'mdast';
import { parseMarkdown } from './markdown.ts';
import { offsetInRaw, type Place, positionAt } from './place.ts';
import type { YamlEntry } from './yaml.ts';

export class Passage {
	/** Whether components may stand in it. */
	readonly isMdx: boolean;
	readonly #source: string;
	readonly #placeAt: (offset: number) => Place;
	#tree: Root | undefined;

	private constructor(tree: Root | undefined, source: string, isMdx: boolean, placeAt: (offset: number) => Place) {
		this.#tree = tree;
		this.isMdx = isMdx;
		this.#source = source;
		this.#placeAt = placeAt;
	}

	/** The body of an `index.mdx`. */
	static ofMdx(file: string, source: string, tree: Root): Passage {
		return new Passage(tree, source, true, (offset) => ({ file, ...positionAt(source, offset) }));
	}

	/** A YAML field that holds Markdown text. */
	static ofYaml(entry: YamlEntry, text: string): Passage {
		return new Passage(undefined, text, false, (offset) => entry.placeAt(offset));
	}

	/** Parsed when somebody looks: a concept has hundreds of small texts, and parsing is most of what reading them costs. */
	get tree(): Root {
		this.#tree ??= parseMarkdown(this.#source);
		return this.#tree;
	}

	/** Whether these characters stand anywhere in it, as links cannot without a bracket. */
	holds(characters: string): boolean {
		return this.#source.includes(characters);
	}

	/** A node as it is written. */
	sourceOf(node: Node): string {
		return this.#source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
	}

	/** The place of a character of a node as it is written. */
	placeIn(node: Node, offset: number): Place {
		return this.#placeAt((node.position?.start.offset ?? 0) + offset);
	}

	/** Where a node stands; with `offset`, the place of that character of its value. */
	placeOf(node: Node, offset?: number): Place {
		const start = node.position?.start.offset ?? 0;
		if (offset === undefined || !('value' in node)) return this.#placeAt(start);
		const raw = this.#source.slice(start, node.position?.end.offset);
		const { value } = node as Literal;
		// The opening dollar signs of a formula, which its own first character could be mistaken for.
		const fence = /^\$+/.exec(raw)?.[0].length ?? 0;
		return this.#placeAt(start + fence + offsetInRaw(raw.slice(fence), value, offset));
	}
}
