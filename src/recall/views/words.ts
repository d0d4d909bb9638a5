/** How the review speaks: counts and shares in plain words. */

/** `1 prompt`, `7 prompts` */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

export function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
