/** Whether the numbers of a sentence are numbers of the state that it tells of. */

/** More items than these are data, not facts: among a thousand losses any number is found. */
const FEW = 4;

interface Facts {
	readonly numbers: number[];
	readonly texts: string[];
}

/** The fields of a state that are numbers or words, at any depth but in long lists; a list's length is one of them. */
function factsOf(value: unknown, facts: Facts = { numbers: [], texts: [] }): Facts {
	if (typeof value === 'number') facts.numbers.push(value);
	else if (typeof value === 'string') facts.texts.push(value);
	else if (ArrayBuffer.isView(value)) return facts;
	else if (Array.isArray(value)) {
		facts.numbers.push(value.length);
		if (value.length <= FEW) for (const item of value) factsOf(item, facts);
	} else if (value && typeof value === 'object') for (const item of Object.values(value)) factsOf(item, facts);
	return facts;
}

/** Numbers as they are written: 3, 0.25, 12,300, 1.2e−5, 33%. */
const NUMBER = /[-−]?\d+(?:,\d{3})*(?:\.\d+)?(?:e[-−+]?\d+)?%?/g;

/** The numbers of a text that are, rounded as they are written, no field of the state; digits of words of the state do not count. */
export function numbersWithoutFact(text: string, state: unknown, constants: readonly number[]): string[] {
	const { numbers, texts } = factsOf(state, { numbers: [...constants], texts: [] });
	const words = texts.filter((one) => /\d/.test(one)).sort((a, b) => b.length - a.length);
	// Not inside of another number: a token called "5" does not excuse the 5 of 0.58.
	const rest = words.reduce(
		(left, one) => left.replaceAll(new RegExp(`(?<![\\d.,])${RegExp.escape(one)}(?![.,]?\\d)`, 'g'), ' '),
		text,
	);
	return [...rest.matchAll(NUMBER)]
		.map(([written]) => written)
		.filter((written) => {
			const plain = written.replaceAll(',', '').replace('−', '-').replace('−', '-');
			const value = Number(plain.replace('%', '')) / (plain.endsWith('%') ? 100 : 1);
			const [, decimals = '', exponent = '0'] = /\d+(?:\.(\d+))?(?:e([-+]?\d+))?/.exec(plain) ?? [];
			const half = (0.5 * 10 ** (Number(exponent) - decimals.length)) / (plain.endsWith('%') ? 100 : 1);
			// 12,300 may be three digits of 12,345.
			const reach =
				Math.max(half, Math.abs(value) >= 1000 && /0$/.test(plain) ? 0.005 * Math.abs(value) : 0) * (1 + 1e-9);
			return !numbers.some((fact) => Math.abs(fact - value) <= reach || Math.abs(Math.abs(fact) - value) <= reach);
		});
}

/** Numbers that a function has in its own words, outside of what it inserts: they would stay when the state changes. */
export function numbersOfItsOwn(write: (state: unknown) => string): string[] {
	const source = String(write);
	/** Innermost last: a quote while in words, a brace while in code. */
	const open: string[] = ['{'];
	let words = '';
	for (let at = 0; at < source.length; at++) {
		const [one = '', inside] = [source[at], open.at(-1)];
		if (inside === '{') {
			if ('\'"`{'.includes(one)) open.push(one);
			else if (one === '}' && open.length > 1) open.pop();
		} else if (one === '\\') at += 1;
		else if (one === inside) open.pop();
		else if (inside === '`' && source.startsWith('${', at)) {
			open.push('{');
			words += ' ';
			at += 1;
		} else words += one;
	}
	return words.match(/\d+(?:\.\d+)?/g) ?? [];
}
