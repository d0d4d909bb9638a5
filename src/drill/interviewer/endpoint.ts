/** Where a reader's model answers: an address, the model's name, and a key where one is asked for. */

export interface Endpoint {
	/** Without a slash at its end: `http://localhost:11434/v1`. */
	readonly baseUrl: string;
	readonly model: string;
	/** Empty when there is none. It goes into one header, and nowhere else. */
	readonly key: string;
}

export type ReadKey = { readonly ok: true; readonly key: string } | { readonly ok: false; readonly message: string };

export type ReadBaseUrl =
	| { readonly ok: true; readonly baseUrl: string }
	| { readonly ok: false; readonly message: string };

const refused = (message: string) => ({ ok: false, message }) as const;

/** A text as it was meant: what is pasted brings characters along that nobody sees. */
export function pasted(text: string): string {
	return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim();
}

/** Reads a base address as people paste it: with or without `/v1`, with a slash at its end, or down to `/chat/completions`. */
export function readBaseUrl(text: string): ReadBaseUrl {
	const trimmed = pasted(text);
	if (trimmed === '') return refused('Give the address of your server, such as http://localhost:11434/v1.');
	let url: URL;
	try {
		url = new URL(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
	} catch {
		return refused(`“${trimmed}” is no address. It looks like http://localhost:11434/v1.`);
	}
	if (!/^https?:$/.test(url.protocol)) return refused('The address begins with http:// or https://.');
	if (url.username || url.password)
		return refused('Put the key into its own field: an address with a password in it ends in logs.');
	if (url.search || url.hash) return refused('The address ends before any ? or #. A key belongs into its own field.');
	const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
	return { ok: true, baseUrl: `${url.origin}${path || '/v1'}` };
}

/** Characters that keys are made of: printable, of ASCII, and no quotation mark. */
const keyCharacters = /^[!#-&(-_a-~]*$/;

/** Whether a key can be sent as it is. */
export function isKey(key: string): boolean {
	return keyCharacters.test(key);
}

/** A character by its number, which also tells those that nobody sees; beside it, where it can be seen. */
function nameOf(character: string): string {
	const number = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
	return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${character} (${number})` : number;
}

/** Reads a key as people paste it. */
export function readKey(text: string): ReadKey {
	const key = text.trim();
	const wrong = [...key].findIndex((character) => !isKey(character));
	if (wrong < 0) return { ok: true, key };
	const character = [...key][wrong] ?? '';
	if (/^bearer\s/i.test(key)) return refused('Leave “Bearer” out: give the key alone.');
	return refused(
		`The key holds a character that no key has: ${nameOf(character)}, at place ${wrong + 1}. Paste the key alone.`,
	);
}

/** Whether an address is this very device. */
export function isLoopback(baseUrl: string): boolean {
	const { hostname } = new URL(baseUrl);
	return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Whether an address is in a network that only devices near by reach. */
export function isPrivate(baseUrl: string): boolean {
	const { hostname } = new URL(baseUrl);
	return /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)|\.local$|^\[f[cd]/.test(hostname);
}

/** Whether browsers hold the connection back because the page is encrypted and the address is not. */
export function isMixedContent(pageProtocol: string, baseUrl: string): boolean {
	return pageProtocol === 'https:' && baseUrl.startsWith('http:') && !isLoopback(baseUrl);
}
