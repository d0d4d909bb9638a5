/** The sizes that a reader set, by concept. */
import type { Sizes } from '../concepts/dimensions.ts';
import { kept } from '../keeping/kept.ts';

export const sizesKept = kept('sizes', (value) =>
	typeof value === 'object' && value !== null ? (value as Sizes) : undefined,
);
