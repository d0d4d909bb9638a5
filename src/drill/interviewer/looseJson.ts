/**
 * Reads JSON as models write it: among thoughts, in fences, with TeX in strings whose backslashes nobody escaped, raw line
 * breaks, quotation marks of Python, commas too many. Nothing is guessed that is not written.
 */

/** No reply that is meant nests deeper. */
const DEEPEST = 12;

/** Mentions of a key, and braces before each, that are tried: a hostile reply has any number. */
const MOST_MENTIONS = 20;
const MOST_BRACES = 40;

const escapes: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	'"': '"',
	"'": "'",
	'/': '/',
	'\\': '\\',
};

class Unreadable extends Error {}

class Reader {
	readonly #text: string;
	#at: number;

	constructor(text: string, at: number) {
		this.#text = text;
		this.#at = at;
	}

	get at(): number {
		return this.#at;
	}

	value(depth = 0): unknown {
		if (depth > DEEPEST) throw new Unreadable();
		this.#skip(/\s*/y);
		const first = this.#text[this.#at];
		if (first === '{') return this.#object(depth);
		if (first === '[') return this.#array(depth);
		if (first === '"' || first === "'") return this.#string();
		const word = this.#skip(/true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy);
		if (word === '') throw new Unreadable();
		return JSON.parse(word.toLowerCase());
	}

	#skip(pattern: RegExp): string {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#text)?.[0] ?? '';
		this.#at += found.length;
		return found;
	}

	/** Goes past a comma, or past what closes the whole; true when it is closed. */
	#closed(by: RegExp): boolean {
		this.#skip(/[\s,]*/y);
		return this.#skip(by) !== '';
	}

	#object(depth: number): object {
		const entries: [string, unknown][] = [];
		this.#at++;
		while (!this.#closed(/\}/y)) {
			const quoted = /["']/.test(this.#text[this.#at] ?? '');
			const key = quoted ? this.#string() : this.#skip(/[a-z_]\w*/iy);
			if (this.#skip(/\s*:/y) === '') throw new Unreadable();
			entries.push([key, this.value(depth + 1)]);
		}
		return Object.fromEntries(entries);
	}

	#array(depth: number): unknown[] {
		const items: unknown[] = [];
		this.#at++;
		while (!this.#closed(/\]/y)) items.push(this.value(depth + 1));
		return items;
	}

	/** A mark of its kind ends a string where the grammar can go on; one in the middle of a sentence belongs to it. */
	#ends(): boolean {
		const goesOn = /\s*(?:[:}\]]|,\s*(?:["'{[}\]\d-]|true|false|null|[a-z_]\w*\s*:)|$)/iy;
		goesOn.lastIndex = this.#at;
		return goesOn.test(this.#text);
	}

	#string(): string {
		const mark = this.#text[this.#at++];
		let text = '';
		while (this.#at < this.#text.length) {
			const character = this.#text[this.#at++];
			if (character === mark && this.#ends()) return text;
			text += character === '\\' ? this.#escaped() : character;
		}
		throw new Unreadable();
	}

	/** What stands behind a backslash. `\f`, `\b` and unknown ones are TeX: nobody means a form feed. */
	#escaped(): string {
		const code = this.#skip(/u[\da-f]{4}/iy);
		if (code !== '') return String.fromCharCode(Number.parseInt(code.slice(1), 16));
		const character = this.#text[this.#at++] ?? '';
		return escapes[character] ?? `\\${character}`;
	}
}

function objectAt(text: string, at: number): { readonly object: object; readonly end: number } | undefined {
	const reader = new Reader(text, at);
	try {
		return { object: reader.value() as object, end: reader.at };
	} catch (error) {
		if (error instanceof Unreadable || error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** The last whole object of a text that has a key of its own; undefined when there is none. */
export function lastObjectWith(key: string, text: string): object | undefined {
	const mentions = [...text.matchAll(new RegExp(`\\b${key}\\b["']?\\s*:`, 'g'))].slice(-MOST_MENTIONS);
	for (const { index } of mentions.reverse()) {
		let brace = index;
		for (let tries = 0; tries < MOST_BRACES; tries++) {
			brace = text.lastIndexOf('{', brace - 1);
			if (brace < 0) break;
			const read = objectAt(text, brace);
			if (read && read.end > index && Object.hasOwn(read.object, key)) return read.object;
			if (brace === 0) break;
		}
	}
	return undefined;
}
