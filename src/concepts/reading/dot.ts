/**
 * The settings of a graph written in DOT, each with its line. Graphviz says whether a graph parses, but of what it has
 * parsed it no longer knows where it stood.
 */

/** What a setting belongs to; what stands outside of every inner brace belongs to the graph. */
export type DotOwner = 'graph' | 'subgraph' | 'node' | 'edge';

export interface DotSetting {
	readonly owner: DotOwner;
	readonly name: string;
	/** Without its quotes. */
	readonly value: string;
	/** Whether it was written between angle brackets, as HTML. */
	readonly isHtml: boolean;
	/** From 1. */
	readonly line: number;
}

interface Token {
	readonly text: string;
	readonly line: number;
}

const blank = /^(?:\s|\/\/|\/\*|#)/;
const tokens = /\s+|\/\/.*|\/\*[\s\S]*?\*\/|^#.*|"(?:[^"\\]|\\[\s\S])*"|-[->]|-?[\w.\u0080-\uffff]+|[\s\S]/muy;

/** All settings of a source, in order. Of one that does not parse, those that can be made out. */
export function dotSettings(source: string): DotSetting[] {
	const read = tokensOf(source);
	const settings: DotSetting[] = [];
	let depth = 0;
	/** Whose list of settings is open. */
	let list: DotOwner | undefined;
	for (const [index, { text }] of read.entries()) {
		if (text === '{') depth++;
		else if (text === '}') depth--;
		else if (text === '[') list = ownerBefore(read, index, depth);
		else if (text === ']') list = undefined;
		const [name, value] = [read[index - 1], read[index + 1]];
		// A quote on its own was never closed.
		if (text !== '=' || !name || !value || value.text === '"') continue;
		settings.push({
			owner: list ?? outer(depth),
			name: unquoted(name.text),
			value: unquoted(value.text),
			isHtml: value.text.startsWith('<'),
			line: name.line,
		});
	}
	return settings;
}

/** The value that a setting of the graph itself has in the end. */
export function graphSetting(settings: readonly DotSetting[], name: string): string | undefined {
	return settings.findLast((setting) => setting.owner === 'graph' && setting.name === name)?.value;
}

function tokensOf(source: string): Token[] {
	const found: Token[] = [];
	let line = 1;
	for (let at = 0; at < source.length; ) {
		tokens.lastIndex = at;
		const text = source[at] === '<' ? htmlAt(source, at) : (tokens.exec(source)?.[0] ?? '');
		if (!blank.test(text)) found.push({ text, line });
		line += text.split('\n').length - 1;
		at += text.length;
	}
	return found;
}

/** An HTML string with the angle brackets that belong to it; the rest of the source when it is not closed. */
function htmlAt(source: string, start: number): string {
	let depth = 0;
	for (let at = start; at < source.length; at++) {
		if (source[at] === '<') depth++;
		else if (source[at] === '>' && --depth === 0) return source.slice(start, at + 1);
	}
	return source.slice(start);
}

const outer = (depth: number): DotOwner => (depth > 1 ? 'subgraph' : 'graph');

/** What the list that opens here sets: `a [`, `a -> b:port [`, `node [`. */
function ownerBefore(read: readonly Token[], index: number, depth: number): DotOwner {
	let at = index - 1;
	const word = read[at]?.text.toLowerCase();
	if (word === 'graph') return outer(depth);
	if (word === 'node' || word === 'edge') return word;
	if (word === '}') return 'edge';
	while (read[at - 1]?.text === ':') at -= 2;
	return /^-[->]$/.test(read[at - 1]?.text ?? '') ? 'edge' : 'node';
}

function unquoted(text: string): string {
	if (text.startsWith('"')) return text.slice(1, -1).replaceAll('\\\n', '').replaceAll('\\"', '"');
	return text.startsWith('<') ? text.slice(1, -1) : text;
}
