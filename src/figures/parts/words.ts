/** How figures write numbers: with a minus sign that is one, and never as NaN. */

/** `3.141` to so many decimals; what rounds to nothing has no sign. */
export function fixed(value: number, decimals: number): string {
	return value
		.toFixed(decimals)
		.replace(/^-(?=0\.?0*$)/, '')
		.replace('-', '−');
}

/** Three digits that count, in groups of thousands; `1.2e−5` for what is tiny. */
export function said(value: number): string {
	if (value !== 0 && Math.abs(value) < 1e-3) return value.toExponential(1).replaceAll('-', '−');
	const [whole = '', decimals] = String(Number(value.toPrecision(3))).split('.');
	return (decimals ? `${whole}.${decimals}` : Number(whole).toLocaleString('en-US')).replace('-', '−');
}

/** "1 merge", "2 merges". Of amounts that need no groups of thousands; `ground/words.ts` has those, and a figure would load all of the ground for it. */
export function count(amount: number, one: string, many = `${one}s`): string {
	return `${amount} ${amount === 1 ? one : many}`;
}
