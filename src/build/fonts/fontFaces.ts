/** The `@font-face` rules of a built stylesheet, as data. */

/** Smallest and largest value that a face declares for a descriptor; equal when it declares one. */
export interface Span {
	readonly min: number;
	readonly max: number;
}

export interface FontFace {
	/** The rule as it stands in the stylesheet, so that it can be cut out of it. */
	readonly rule: string;
	readonly family: string;
	readonly italic: boolean;
	readonly weight: Span;
	/** Width in percent. */
	readonly stretch: Span;
	/** Name of the woff2 file, without its folder; undefined for a face that only names local fonts. */
	readonly file: string | undefined;
	/** Whether the face is declared for this code point. */
	readonly covers: (codePoint: number) => boolean;
}

/** Reads every `@font-face` rule, minified or not. */
export function fontFacesIn(css: string): FontFace[] {
	return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([rule, body = '']) => {
		const descriptor = (name: string) => new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]+)`).exec(body)?.[1]?.trim();
		return {
			rule,
			family: (descriptor('font-family') ?? '').replaceAll(/['"]/g, ''),
			italic: /^(italic|oblique)/.test(descriptor('font-style') ?? ''),
			weight: spanOf(descriptor('font-weight'), 400),
			stretch: spanOf(descriptor('font-stretch'), 100),
			file: /([^/"'(]+\.woff2)["')?]/.exec(descriptor('src') ?? '')?.[1],
			covers: rangeTest(descriptor('unicode-range')),
		};
	});
}

const namedWeights: Record<string, string> = { normal: '400', bold: '700' };

function spanOf(value: string | undefined, initial: number): Span {
	const numbers = (value ?? '')
		.split(/\s+/)
		.map((word) => Number.parseFloat(namedWeights[word] ?? word))
		.filter((number) => !Number.isNaN(number));
	return numbers.length === 0
		? { min: initial, max: initial }
		: { min: Math.min(...numbers), max: Math.max(...numbers) };
}

function rangeTest(value: string | undefined): (codePoint: number) => boolean {
	if (!value) return () => true;
	const ranges = value.split(',').map((item) => {
		const [from = '', to = from] = item.trim().replace(/^u\+/i, '').split('-');
		return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'f'), 16)] as const;
	});
	return (codePoint) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
}
