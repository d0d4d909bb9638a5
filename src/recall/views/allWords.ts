/** Finding by words: what is typed is found where each of its words stands, in any order and in either case. */
export function hasAllWords(text: string, typed: string): boolean {
	const within = text.toLowerCase();
	return typed
		.toLowerCase()
		.split(/\s+/)
		.every((word) => within.includes(word));
}
