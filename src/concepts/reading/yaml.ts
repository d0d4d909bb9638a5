/** YAML that remembers where each value stands, and takes every question about what is not there. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { offsetInRaw, type Place } from './place.ts';

export interface YamlProblem {
	readonly place: Place;
	readonly message: string;
	/** What the parser calls it. */
	readonly code: string;
}

/** One YAML text: a file, or the frontmatter of one. */
export class YamlSource {
	readonly #file: string;
	readonly #firstLine: number;
	readonly #lines = new LineCounter();
	readonly source: string;
	readonly document: Document.Parsed;

	/**
	 * @param file path for the places of problems
	 * @param firstLine line of the file on which the text begins
	 */
	constructor(file: string, source: string, firstLine = 1) {
		this.#file = file;
		this.#firstLine = firstLine;
		this.source = source;
		this.document = parseDocument(source, { lineCounter: this.#lines, prettyErrors: false });
	}

	/** Syntax errors; while there are any, the values cannot be trusted. */
	get errors(): YamlProblem[] {
		return [...this.document.errors, ...this.document.warnings].map(({ pos, message, code }) => ({
			place: this.placeAt(pos[0]),
			message,
			code,
		}));
	}

	/** The whole content. */
	get root(): YamlEntry {
		return new YamlEntry(this, this.document.contents ?? undefined, 0);
	}

	placeAt(offset: number): Place {
		const { line, col } = this.#lines.linePos(offset);
		return { file: this.#file, line: Math.max(1, line) + this.#firstLine - 1, column: Math.max(1, col) };
	}
}

/** A value in YAML, or the place where it is missing. */
export class YamlEntry {
	readonly #yaml: YamlSource;
	readonly #node: Node | undefined;
	/** Where a reader should look: at a scalar itself, at the key of a list or mapping. */
	readonly #offset: number;

	constructor(yaml: YamlSource, node: Node | undefined, offset: number) {
		this.#yaml = yaml;
		this.#node = isAlias(node) ? node.resolve(yaml.document) : node;
		this.#offset = offset;
	}

	/** Whether anything is written here; an empty value (`hints:`) is not. */
	get exists(): boolean {
		return this.#node !== undefined && !(isScalar(this.#node) && this.#node.value === null);
	}

	/** The value as plain data; undefined where it is missing. */
	get value(): unknown {
		return this.exists ? this.#node?.toJS(this.#yaml.document) : undefined;
	}

	/** The value where it is a string. */
	get text(): string | undefined {
		return isScalar(this.#node) && typeof this.#node.value === 'string' ? this.#node.value : undefined;
	}

	/** How a scalar is written; undefined for what is none. */
	get style(): 'plain' | 'single' | 'double' | 'block' | undefined {
		if (!isScalar(this.#node)) return undefined;
		const styles = { PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' } as const;
		return styles[this.#node.type as keyof typeof styles] ?? 'block';
	}

	/** The value as it is written, quotes and escapes included. */
	get raw(): string {
		const range = this.#node?.range;
		return range ? this.#yaml.source.slice(range[0], range[1]) : '';
	}

	/** What stands behind a number sign on the line where the value ends. */
	get comment(): string | undefined {
		const end = this.#node?.range?.[1];
		return end === undefined ? undefined : /^[ \t]+#(.*)/.exec(this.#yaml.source.slice(end))?.[1];
	}

	/** The place of a character as it is written, quotes included. */
	placeInRaw(offset: number): Place {
		return this.#yaml.placeAt((this.#node?.range?.[0] ?? this.#offset) + offset);
	}

	/** The scalars under a value, itself included. */
	*scalars(): Generator<YamlEntry> {
		if (isScalar(this.#node)) yield this;
		else if (isMap(this.#node)) for (const key of this.keys) yield* this.get(key).scalars();
		else for (const item of this.items) yield* item.scalars();
	}

	get place(): Place {
		return this.#yaml.placeAt(this.#offset);
	}

	/** Entries of a list; none where it is something else. */
	get items(): YamlEntry[] {
		if (!isSeq(this.#node)) return [];
		return this.#node.items.map((item) => {
			const node = item as Node;
			return new YamlEntry(this.#yaml, node, node.range?.[0] ?? this.#offset);
		});
	}

	/** Names of a mapping's fields, in order; none where it is something else. */
	get keys(): string[] {
		return isMap(this.#node)
			? this.#node.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key)))
			: [];
	}

	/** The strings of a list of strings. */
	get texts(): string[] {
		return this.items.flatMap(({ text }) => text ?? []);
	}

	/** A field of a mapping or an item of a list; where it is missing, its place is this entry's. */
	get(key: PropertyKey): YamlEntry {
		if (typeof key === 'number') return this.items[key] ?? new YamlEntry(this.#yaml, undefined, this.#offset);
		const pair = isMap(this.#node) ? this.#node.items[this.keys.indexOf(String(key))] : undefined;
		if (!pair) return new YamlEntry(this.#yaml, undefined, this.#offset);
		const node = (pair.value ?? undefined) as Node | undefined;
		const keyOffset = (pair.key as Node).range?.[0] ?? this.#offset;
		return new YamlEntry(
			this.#yaml,
			node,
			isScalar(node) && node.value !== null ? (node.range?.[0] ?? keyOffset) : keyOffset,
		);
	}

	/** The place of a field's name. */
	placeOfKey(key: string): Place {
		const pair = isMap(this.#node) ? this.#node.items[this.keys.indexOf(key)] : undefined;
		return this.#yaml.placeAt((pair?.key as Node | undefined)?.range?.[0] ?? this.#offset);
	}

	/** The place of a character of a string value, exact in every style of scalar. */
	placeAt(offset: number): Place {
		const range = this.#node?.range;
		if (!range || this.text === undefined) return this.place;
		const raw = this.#yaml.source.slice(range[0], range[1]);
		const header = /^[|>][^\n]*\n/.exec(raw)?.[0].length ?? 0;
		return this.#yaml.placeAt(range[0] + header + offsetInRaw(raw.slice(header), this.text, offset));
	}
}
