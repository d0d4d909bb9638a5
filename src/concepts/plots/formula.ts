/** Formulas of one variable, as authors write them for a curve: `1 / (1 + exp(-x))`. */

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
	abs: Math.abs,
	cos: Math.cos,
	exp: Math.exp,
	log: Math.log,
	log10: Math.log10,
	log2: Math.log2,
	max: Math.max,
	min: Math.min,
	sign: Math.sign,
	sin: Math.sin,
	sqrt: Math.sqrt,
	tanh: Math.tanh,
};
const constants: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI };

/** What a formula may hold, as a problem names it. */
export const formulaVocabulary = `x, numbers, + - * / ^, parentheses, pi, e, ${Object.keys(functions).join(', ')}`;

type Formula = (x: number) => number;

/** @throws Error with what cannot be read. */
export function readFormula(written: string): Formula {
	return new Reader(written).whole();
}

class Reader {
	readonly #tokens: readonly string[];
	#at = 0;

	constructor(written: string) {
		this.#tokens = written.match(/\d+(?:\.\d+)?(?:e[-+]?\d+)?|\.\d+|[a-z]\w*|\*\*|\S/gi) ?? [];
	}

	whole(): Formula {
		const formula = this.#sum();
		if (this.#at < this.#tokens.length) this.#refuse();
		return formula;
	}

	#sum(): Formula {
		let left = this.#product();
		for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
			const [before, after, factor] = [left, this.#product(), sign === '+' ? 1 : -1];
			left = (x) => before(x) + factor * after(x);
		}
		return left;
	}

	#product(): Formula {
		let left = this.#signed();
		for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
			const [before, after] = [left, this.#signed()];
			left = sign === '*' ? (x) => before(x) * after(x) : (x) => before(x) / after(x);
		}
		return left;
	}

	/** A sign binds less than a power: `-x^2` is never positive. */
	#signed(): Formula {
		if (this.#take('+')) return this.#signed();
		if (!this.#take('-')) return this.#power();
		const inner = this.#signed();
		return (x) => -inner(x);
	}

	#power(): Formula {
		const base = this.#atom();
		if (!this.#take('^', '**')) return base;
		const exponent = this.#signed();
		return (x) => base(x) ** exponent(x);
	}

	#atom(): Formula {
		const token = this.#tokens[this.#at++] ?? '';
		const constant = /^[\d.]/.test(token)
			? Number(token)
			: Object.hasOwn(constants, token)
				? constants[token]
				: undefined;
		if (constant !== undefined && !Number.isNaN(constant)) return () => constant;
		if (token === 'x') return (x) => x;
		if (token === '(') {
			const inner = this.#sum();
			this.#expect(')');
			return inner;
		}
		const call = Object.hasOwn(functions, token) ? functions[token] : undefined;
		if (!call) {
			this.#at--;
			this.#refuse();
		}
		this.#expect('(');
		const values = [this.#sum()];
		while (this.#take(',')) values.push(this.#sum());
		this.#expect(')');
		return (x) => call(...values.map((value) => value(x)));
	}

	#take(...tokens: string[]): string | undefined {
		const token = this.#tokens[this.#at];
		if (token === undefined || !tokens.includes(token)) return undefined;
		this.#at++;
		return token;
	}

	#expect(token: string): void {
		if (!this.#take(token)) this.#refuse();
	}

	#refuse(): never {
		const token = this.#tokens[this.#at];
		throw new Error(token === undefined ? 'it ends too early' : `${token} cannot be read there`);
	}
}
