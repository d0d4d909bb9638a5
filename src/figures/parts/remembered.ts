/** A function that remembers what it said last: a control that it does not depend on costs nothing. */
export function remembered<Arguments extends readonly unknown[], Result>(
	compute: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
	let last: { readonly given: Arguments; readonly result: Result } | undefined;
	return (...given) => {
		if (!last?.given.every((one, at) => Object.is(one, given[at]))) last = { given, result: compute(...given) };
		return last.result;
	};
}
