/** What is made of the content, made again when the content is another. */

/** Keeps what was made last, for as long as it would be made of the same. */
export class Made<Result> {
	#last: { readonly of: readonly unknown[]; readonly result: Result } | undefined;

	/** @param of everything that the result is made of: values that are others when anything about them is */
	from(of: readonly unknown[], make: () => Result): Result {
		const last = this.#last;
		if (last && last.of.length === of.length && last.of.every((one, at) => Object.is(one, of[at]))) return last.result;
		const result = make();
		this.#last = { of, result };
		return result;
	}
}

/** Plain data that nobody can change, however many have it. */
export function frozen<Data>(data: Data): Data {
	if (typeof data === 'object' && data !== null) for (const one of Object.values(Object.freeze(data))) frozen(one);
	return data;
}
