/**
 * The ids of criteria and follow-ups. An author may leave them out: `npm run check -- --record` writes one into `questions.yaml`, where it
 * stays whatever becomes of the text. Until then a page has the one that would be written.
 */
import { isMap, type ParsedNode, parseDocument } from 'yaml';
import { withoutCitations } from './citations.ts';

/** A criterion or follow-up without an id. */
export interface UnnamedPart {
	/** Where it stands in the list of questions. */
	readonly path: readonly (string | number)[];
	/** The id that it gets. */
	readonly id: string;
}

interface Part {
	readonly path: readonly (string | number)[];
	readonly value: Readonly<Record<string, unknown>>;
	/** Its words, from which an id is made. */
	readonly words: unknown;
	readonly kind: string;
}

/** What is unnamed in the content of a `questions.yaml`, whatever its shape. */
export function unnamedParts(questions: unknown): UnnamedPart[] {
	return recordsIn(questions).flatMap(([at, question]) => {
		const parts = [...partsOf(question, [at])];
		const taken = new Set([question.id, ...parts.map(({ value }) => value.id)]);
		return parts.flatMap(({ path, value, words, kind }) => {
			if (value.id !== undefined && value.id !== null) return [];
			const id = freeId(idFrom(words) || kind, taken);
			taken.add(id);
			return [{ path, id }];
		});
	});
}

/** The content of a `questions.yaml` with every id. */
export function withPartIds(questions: unknown): unknown {
	const unnamed = unnamedParts(questions);
	if (unnamed.length === 0) return questions;
	const named = structuredClone(questions);
	for (const { path, id } of unnamed) {
		const part = path.reduce((parent, step) => (parent as Record<string | number, unknown>)[step], named);
		Object.assign(part as object, { id });
	}
	return named;
}

/** The text of a `questions.yaml` with every id written first in its entry; every other character stays as the author wrote it. */
export function writePartIds(source: string): string {
	const document = parseDocument(source);
	const newline = source.includes('\r\n') ? '\r\n' : '\n';
	const insertions = unnamedParts(document.toJS()).flatMap(({ path, id }) => {
		const node = document.getIn(path, true) as ParsedNode | undefined;
		if (!isMap(node) || !node.range) return [];
		const [start] = node.range;
		if (node.flow) return [{ at: start + 1, text: ` id: ${id}${node.items.length > 0 ? ',' : ' '}` }];
		const column = start - (source.lastIndexOf('\n', start - 1) + 1);
		return [{ at: start, text: `id: ${id}${newline}${' '.repeat(column)}` }];
	});
	return insertions
		.sort((a, b) => b.at - a.at)
		.reduce((text, { at, text: inserted }) => text.slice(0, at) + inserted + text.slice(at), source);
}

/** Criteria and follow-ups of a question or follow-up, and theirs, in the order of the file. */
function* partsOf(owner: Readonly<Record<string, unknown>>, path: readonly (string | number)[]): Generator<Part> {
	for (const [at, value] of recordsIn(owner.rubric)) {
		yield { path: [...path, 'rubric', at], value, words: value.text, kind: 'criterion' };
	}
	for (const [at, value] of recordsIn(owner.followUps)) {
		const own = [...path, 'followUps', at];
		yield { path: own, value, words: value.ask, kind: 'follow-up' };
		yield* partsOf(value, own);
	}
}

function recordsIn(list: unknown): [number, Record<string, unknown>][] {
	if (!Array.isArray(list)) return [];
	return [...list.entries()].filter(([, value]) => typeof value === 'object' && value !== null);
}

const WORDS = 4;

/** Words that say nothing in an id. */
const empty = new Set(
	'a an and are as at be because but by do does for from had has have how if in is it its of on or so than that the their then they this to was what when which who why will with would you your'.split(
		' ',
	),
);

/** The first telling words of a text, without its formulas, code, links and references. */
function idFrom(text: unknown): string {
	if (typeof text !== 'string') return '';
	const words = withoutCitations(text)
		.replace(/\$[^$]*\$|`[^`]*`|\]\([^)]*\)/g, ' ')
		.normalize('NFKD')
		.replace(/\p{M}|['’]/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	return (words ?? [])
		.filter((word) => !empty.has(word))
		.slice(0, WORDS)
		.join('-');
}

function freeId(wish: string, taken: ReadonlySet<unknown>): string {
	for (let number = 1; ; number++) {
		const id = number === 1 ? wish : `${wish}-${number}`;
		if (!taken.has(id)) return id;
	}
}
