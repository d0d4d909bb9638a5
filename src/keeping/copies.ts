/**
 * Copies of the site's own files, for times without a connection. A browser may have no such store (on plain http, in some private
 * windows), or refuse it: then nothing is found, and only keeping throws.
 */
import { keyOf } from './keys.ts';

/** One cache for all: what is found in it can be relied on, whoever put it there. */
export const copiesName = (): string => keyOf('copies');

const store = (): CacheStorage | undefined => ('caches' in globalThis ? caches : undefined);

/** What a copy says of itself, beside its type. */
export interface CopyFacts {
	/** When it was kept. */
	readonly kept: number;
	readonly bytes: number;
	/** Hash of a file that is not named by its content. */
	readonly hash?: string | undefined;
	/** What the host calls this state of the file; see `tagOf`. */
	readonly tag?: string | undefined;
	/** Of the root of a unit: the unit's version, the paths that it needs, and what the page is called. */
	readonly version?: string | undefined;
	readonly needs?: readonly string[] | undefined;
	readonly title?: string | undefined;
}

const HEADER = 'sixfold-';

/** What a host calls the state of a file that it sends: nobody who answers in its place knows it. */
export function tagOf({ headers }: Response): string | undefined {
	return headers.get('etag') ?? headers.get('last-modified') ?? undefined;
}

/** What a copy says of itself. */
export function factsOf({ headers }: Response): CopyFacts {
	const value = (fact: keyof CopyFacts): string | undefined => {
		const written = headers.get(HEADER + fact);
		return written === null ? undefined : decodeURIComponent(written);
	};
	return {
		kept: Number(value('kept')),
		bytes: Number(value('bytes')),
		hash: value('hash'),
		tag: value('tag'),
		version: value('version'),
		needs: value('needs')?.split(' '),
		title: value('title'),
	};
}

/** The copy at an address; undefined when there is none. Looking does not make a store where there is none. */
export async function findCopy(address: string): Promise<Response | undefined> {
	return store()
		?.match(address, { cacheName: copiesName() })
		.catch(() => undefined);
}

/** The store, if there is one. */
async function opened(): Promise<Cache | undefined> {
	const found = store();
	return found && (await found.has(copiesName()).catch(() => false)) ? found.open(copiesName()) : undefined;
}

/** Addresses of all copies. */
export async function allCopies(): Promise<string[]> {
	return ((await (await opened())?.keys()) ?? []).map(({ url }) => url);
}

/** A file to keep. */
export interface FileToKeep {
	readonly body: ArrayBuffer;
	readonly type: string;
	/** It can never be anything else: a browser that has it in memory takes it from there for the next page. */
	readonly isFixed?: boolean;
}

/** Keeps a copy. Throws where the browser refuses, and a `QuotaExceededError` where it has no room left. */
export async function keepCopy(address: string, { body, type, isFixed }: FileToKeep, facts: CopyFacts): Promise<void> {
	const headers = new Headers({ 'content-type': type });
	if (isFixed) headers.set('cache-control', 'max-age=31536000, immutable');
	for (const [fact, value] of Object.entries(facts)) {
		const text = Array.isArray(value) ? value.join(' ') : value;
		// A header has no room for every character.
		if (text !== undefined) headers.set(HEADER + fact, encodeURIComponent(text));
	}
	await (await caches.open(copiesName())).put(address, new Response(body, { headers }));
}

export async function forgetCopies(addresses: Iterable<string>): Promise<void> {
	const cache = await opened();
	// At once: one after the other, a thousand small files keep a reader waiting.
	await Promise.all([...addresses].map((address) => cache?.delete(address)));
}

/** Deletes the store with all that is in it. */
export async function forgetAllCopies(): Promise<void> {
	await store()
		?.delete(copiesName())
		.catch(() => false);
}
