/** The small value types that every content schema shares: ids, dates, and text an author writes. */
import { z } from 'zod';

/** A permanent id: lower-case words and digits joined by single hyphens. */
export const id = z
	.string()
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words and digits joined by single hyphens');

/** Markdown with math. Rendered by the page's own pipeline. */
export const text = z.string().trim().min(1, 'expected some text');

/**
 * A calendar date, `2026-05-04`. YAML readers differ (one gives a `Date`, one a string), so both are taken; the
 * value is always the string.
 */
export const date = z.preprocess(
	(value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
	z.iso.date('expected a date like 2026-05-04'),
);
