/** Shapes by the sizes that a reader sets: `n d/h` at 5 tokens, width 16 and 4 heads is 5 × 4. Pure: the page and the build share it. */

export interface Size {
	readonly id: string;
	readonly name: string;
	readonly size: number;
	readonly most: number;
	readonly dividedBy?: string | undefined;
}

export type Sizes = Readonly<Record<string, number>>;

/** What a shape is made of: a number, a dimension, a quotient of two, or the root of one of these. */
const part = /^(√?)(\w+)(?:\/(\w+))?$/;

/** The dimensions that a part names; undefined when it is not one. */
export function namesIn(written: string): string[] | undefined {
	const [, , whole, divisor] = part.exec(written) ?? [];
	if (whole === undefined) return undefined;
	return [whole, divisor].filter((name) => name !== undefined && !/^\d+$/.test(name)) as string[];
}

/** The value of a part; a root is rounded to two decimals. */
function sizeOf(written: string, sizes: Sizes): number {
	const [, root, whole = '', divisor] = part.exec(written) ?? [];
	const read = (name: string): number => sizes[name] ?? Number(name);
	const value = divisor === undefined ? read(whole) : read(whole) / read(divisor);
	return root ? Math.round(100 * Math.sqrt(value)) / 100 : value;
}

/** `n d/h` as `5 × 4`. */
export function shapeOf(parts: string, sizes: Sizes): string {
	return parts
		.split(' ')
		.map((written) => sizeOf(written, sizes))
		.join(' × ');
}

/** The sizes of the page itself. */
export function defaultsOf(dimensions: readonly Size[]): Record<string, number> {
	return Object.fromEntries(dimensions.map(({ id, size }) => [id, size]));
}

/** The divisors of a size on both sides of what was wished. */
function divisorsAround(size: number, wished: number, most: number): number[] {
	const all = Array.from({ length: Math.min(size, most) }, (_, index) => index + 1).filter((one) => size % one === 0);
	const [below, above] = [all.findLast((one) => one < wished), all.find((one) => one > wished)];
	return [below, above].filter((one) => one !== undefined);
}

/** Why no tensor can have these sizes, in words; undefined when one can. */
export function objectionTo(sizes: Sizes, dimensions: readonly Size[]): string | undefined {
	for (const { id, name, most } of dimensions) {
		const size = sizes[id];
		if (size === undefined || !Number.isInteger(size) || size < 1 || size > most) {
			return `For ${name}, a whole number from 1 to ${most}.`;
		}
	}
	for (const { id, name, dividedBy } of dimensions) {
		const divisor = dimensions.find((other) => other.id === dividedBy);
		const [size = 1, by = 1] = [sizes[id], sizes[dividedBy ?? '']];
		if (!divisor || size % by === 0) continue;
		const near = divisorsAround(size, by, divisor.most);
		const share = `${size} / ${by} = ${Math.round((100 * size) / by) / 100}`;
		return `A ${name} of ${size} does not split into ${by} ${divisor.name}: ${share}, and each takes an equal, whole slice. ${near.join(' or ')} would do.`;
	}
	return undefined;
}

/** What follows from sizes that fit: `width / heads = 16 / 4 = 4`. */
export function consequenceOf(sizes: Sizes, dimensions: readonly Size[]): string {
	return dimensions
		.flatMap(({ id, name, dividedBy }) => {
			const divisor = dimensions.find((other) => other.id === dividedBy);
			const [size = 1, by = 1] = [sizes[id], sizes[dividedBy ?? '']];
			return divisor ? [`${name} / ${divisor.name} = ${size} / ${by} = ${size / by}`] : [];
		})
		.join(', ');
}

/**
 * Shapes that a comment of a listing tells by dimensions, `# (b, n, d) -> (b, h, n, d / h)`, as parts: `b n d;b h n d/h`. Undefined when
 * it tells none; a parenthesis with anything else in it is none.
 */
export function shapesIn(comment: string, ids: readonly string[]): string | undefined {
	const shapes = [...comment.matchAll(/\(([^()]+)\)/g)].flatMap(([, inside = '']) => {
		const parts = inside.split(',').map((written) => written.replaceAll(' ', ''));
		const isShape = parts.length > 1 && parts.every((written) => namesIn(written)?.every((name) => ids.includes(name)));
		return isShape ? [parts.join(' ')] : [];
	});
	return shapes.length > 0 ? shapes.join(';') : undefined;
}
